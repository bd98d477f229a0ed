import type { Change } from '../../domain/change/change.ts';
import type { Job, JobProgress } from '../../domain/job/job.ts';

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
