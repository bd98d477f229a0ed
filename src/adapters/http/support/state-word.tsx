import { StandingWord } from '../shell/standing.tsx';
import type { SupportLine } from './support-view.ts';

/** The state of a request, with its mark. */
export function SupportState({ line }: { line: Pick<SupportLine, 'waits' | 'state'> }) {
  return <StandingWord state={line.waits ? 'requested' : 'confirmed'}>{line.state}</StandingWord>;
}
