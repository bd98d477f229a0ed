import { tokenNameOf, tokenState } from '../../domain/access/api-token.ts';
import type { Change } from '../../domain/change/union.ts';
import { personIdsAmong } from '../../domain/ids.ts';
import type { Job, JobProgress } from '../../domain/job/types.ts';
import type { Ports } from '../service-ports.ts';

/** The result of one step of a job, and the place where the next begins. */
export interface Step {
  readonly progress: JobProgress;
  /** Number of items done in this step. */
  readonly advanced: number;
  readonly finished: boolean;
  /** Committed together with the progress. */
  readonly changes: readonly Change[];
}

/** Does one short step of a job. */
export type TakeStep = (job: Job) => Promise<Step>;

/** Adds one to the count of each of these outcomes. */
export function counted(counts: JobProgress['counts'], outcomes: readonly string[]): JobProgress['counts'] {
  const sums = { ...counts };
  for (const outcome of outcomes) sums[outcome] = (sums[outcome] ?? 0) + 1;
  return sums;
}

/** The actor of the command line, which works on the database itself. */
export const COMMAND_LINE = 'cli';

/** Whether the author of a decision that waited may still decide: the agent still is one, the program's token
 *  is still valid. The command line is whoever holds the database. */
export async function mayStill({ store, clock }: Ports, madeBy: string): Promise<boolean> {
  if (madeBy === COMMAND_LINE) return true;
  const name = tokenNameOf(madeBy);
  if (name === undefined) {
    const [agent] = await store.readPeople(personIdsAmong([madeBy]));
    return agent?.profiles.includes('dane') ?? false;
  }
  const tokens = await store.readTokens();
  const own = tokens.filter((token) => token.name === name && token.role === 'dane');
  return own.some((token) => tokenState(token, clock.now()) === 'active');
}
