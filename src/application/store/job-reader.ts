import type { PersonId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/job.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Lease } from './work-claims.ts';

/** Reads jobs, and claims them. */
export interface JobReader {
  readJob(id: string): Promise<Job | undefined>;
  readLatestJob(kind: Job['command']['kind']): Promise<Job | undefined>;
  /** Jobs that are unfinished and whose waiting time is over, the oldest first. */
  readDueJobs(now: Instant, limit: number): Promise<readonly string[]>;
  /** Unfinished jobs, including waiting ones; the oldest first, ten at most. */
  readUnfinishedJobs(kind: Job['command']['kind']): Promise<readonly Job[]>;
  /** Jobs begun by this person that still run, or of whose end the person was not told; the oldest first, ten
   *  at most. */
  readUntoldJobs(madeBy: PersonId): Promise<readonly Job[]>;
  /** Claims the job and returns it; undefined where it is finished, waits, or is claimed by another
   *  process. */
  claimJob(id: string, lease: Omit<Lease, 'limit'>): Promise<Job | undefined>;
  releaseJob(id: string, by: string): Promise<void>;
}
