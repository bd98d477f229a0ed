import { useFrame } from '../shell/use-frame.ts';
import { ContestTable } from './contest-story.tsx';
import type { ContestLine } from './contest-view.ts';

export interface ContestListProps {
  /** Address of the list; each contest's address begins with it. */
  readonly base: string;
  readonly lines: readonly ContestLine[];
  /** True for the contests that wait, false for those that are over. */
  readonly open: boolean;
  /** Address of the next page. */
  readonly next?: string | undefined;
  readonly none: string;
}

/** Contests that wait or, with `?over`, those that are over, page by page. */
export function ContestList({ base, lines, open, next, none }: ContestListProps) {
  const frame = useFrame();
  const t = frame.t.contests;
  const over = open ? '' : 'over=1&';
  return (
    <>
      <h2>{open ? t.open : t.over}</h2>
      {lines.length === 0 ? <p>{open ? none : t.noneOver}</p> : <ContestTable base={base} lines={lines} />}
      <p class="actions">
        {next && <a href={`${base}?${over}after=${encodeURIComponent(next)}`}>{frame.t.forms.next}</a>}
        <a href={open ? `${base}?over=1` : base}>{open ? t.showOver : t.showOpen}</a>
      </p>
    </>
  );
}
