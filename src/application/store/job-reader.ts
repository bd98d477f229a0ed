import type { Instant } from '../../domain/time/time.ts';
import type { Job } from '../../domain/work/job.ts';
import type { Lease } from './work-claims.ts';

/** Long work. */
export interface JobReader {
  readJob(id: string): Promise<Job | undefined>;
  readLatestJob(kind: Job['command']['kind']): Promise<Job | undefined>;
  /** Unfinished, and no longer waiting; the oldest first. */
  readDueJobs(now: Instant, limit: number): Promise<readonly string[]>;
  /** Waiting ones included; the oldest first, ten at most. */
  readUnfinishedJobs(kind: Job['command']['kind']): Promise<readonly Job[]>;
  /** The job, for whoever claims it; undefined where it is finished, waits, or another is at it. */
  claimJob(id: string, lease: Omit<Lease, 'limit'>): Promise<Job | undefined>;
  releaseJob(id: string, by: string): Promise<void>;
}
