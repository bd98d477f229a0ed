import type { Change } from '../../domain/change/change.ts';
import type { Job, JobProgress } from '../../domain/work/job.ts';

/** What one step of a job did, and where the next begins. */
export interface Step {
  readonly progress: JobProgress;
  /** How much further the job is. */
  readonly advanced: number;
  readonly finished: boolean;
  /** Committed together with the progress. */
  readonly changes: readonly Change[];
}

/** Does one short step of a job. */
export type TakeStep = (job: Job) => Promise<Step>;

/** One more of each of these outcomes. */
export function counted(counts: JobProgress['counts'], outcomes: readonly string[]): JobProgress['counts'] {
  const sums = { ...counts };
  for (const outcome of outcomes) sums[outcome] = (sums[outcome] ?? 0) + 1;
  return sums;
}
