import type { AppDeps, Locale } from '../../env.ts';
import type { SaidFigures } from './read-figures.ts';
import type { MoveView } from './trial-result.tsx';
import { readMoves } from './trial-view.ts';

interface Compared {
  readonly figures: SaidFigures['figures'];
  /** The version that the figures change. */
  readonly version: number;
  readonly locale: Locale;
}

/** The last comparison; undefined where it was made with other figures. */
export async function readLastTrial(
  deps: AppDeps,
  { figures, version, locale }: Compared,
): Promise<{ readonly on: string; readonly moves: readonly MoveView[] } | undefined> {
  const job = await deps.ports.store.readLatestJob('try-criteria');
  const command = job?.finishedAt && job.command.kind === 'try-criteria' ? job.command : undefined;
  if (command?.version !== version || !sameFigures(command.figures, figures)) return undefined;
  return {
    on: command.on,
    moves: await readMoves(deps, { moves: job?.progress.moves, on: command.on, locale }),
  };
}

function sameFigures(one: SaidFigures['figures'], other: SaidFigures['figures']): boolean {
  const sorted = (figures: SaidFigures['figures']) => JSON.stringify(Object.entries(figures).toSorted());
  return sorted(one) === sorted(other);
}
