import type { DecidedMeanwhile, Job, JobCommand } from '../../domain/job/job.ts';

/** What a decision on many badges came to so far. */
export interface DecisionSums {
  readonly decision: 'grant' | 'refuse';
  /** Number of badges that it granted or refused. */
  readonly decided: number;
  /** What others decided on its badges before it reached them. */
  readonly meanwhile: readonly DecidedMeanwhile[];
}

/** Sums up a decision. Its page, the command line and the API all ask here. */
export function decisionSums(
  { decision }: Extract<JobCommand, { kind: 'decide-proposals' }>,
  { counts, meanwhile = [] }: Job['progress'],
): DecisionSums {
  return { decision, decided: counts[decision === 'grant' ? 'granted' : 'refused'] ?? 0, meanwhile };
}
