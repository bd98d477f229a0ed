import type { PersonId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/job.ts';
import type { Instant } from '../../domain/time/time.ts';

/** Reads jobs. */
export interface JobReader {
  readJob(id: string): Promise<Job | undefined>;
  readLatestJob(kind: Job['command']['kind']): Promise<Job | undefined>;
  /** Jobs that are unfinished and whose waiting time is over, the oldest first. */
  readDueJobs(now: Instant, limit: number): Promise<readonly string[]>;
  /** Unfinished jobs, including waiting ones; the oldest first, by default ten at most. */
  readUnfinishedJobs(kind: Job['command']['kind'], most?: number): Promise<readonly Job[]>;
  /** The unfinished job with this digest of its command. */
  readUnfinishedJobOf(onceKey: string): Promise<Job | undefined>;
  /** Jobs begun by this person that still run, or of whose end the person was not told; the oldest first, ten
   *  at most. */
  readUntoldJobs(madeBy: PersonId): Promise<readonly Job[]>;
}
