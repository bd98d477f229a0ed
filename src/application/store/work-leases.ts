import type { Award } from '../../domain/award/types.ts';
import type { AwardId } from '../../domain/ids.ts';
import type { OutboxItem, OutboxTask } from '../../domain/job/outbox.ts';
import type { Job, Lease, Work } from '../../domain/job/types.ts';
import type { Instant } from '../../domain/time/calendar.ts';

/** A claim on unfinished work. */
export interface SeenLease extends Lease {
  /** Seconds since it was made or raised, by the database's clock; only if processes live too short to
   *  watch a claim. */
  readonly ageSeconds?: number;
}

/** Takes work: what no one has claimed, and what is under one of these ended claims. */
export interface Taking {
  readonly by: string;
  readonly ended: readonly Lease[];
}

/** Shares work between processes. Each claim is one statement, and no row has two claims. Which claims have
 *  ended is judged in src/application/store/leases.ts alone. */
export interface WorkLeases {
  /** The claims on unfinished work of this kind, each once. */
  readClaims(work: Work): Promise<readonly SeenLease[]>;
  /** Unsigned awards by id (ids grow with time), after `after`. */
  leaseUnsignedAwards(
    taking: Taking & { readonly limit: number; readonly after?: AwardId },
  ): Promise<readonly Award[]>;
  /** Tasks that are due now, of one kind or of all, the oldest first. The attempt of each is counted. */
  leaseOutbox(
    taking: Taking & {
      readonly now: Instant;
      readonly limit: number;
      readonly kind?: OutboxTask['kind'];
    },
  ): Promise<readonly OutboxItem[]>;
  /** A job and the claim on it, which a later call of the same holder raises; undefined if the job is
   *  finished, waits, or is claimed by another process. */
  leaseJob(
    id: string,
    taking: Taking & { readonly now: Instant },
  ): Promise<{ readonly job: Job; readonly claim: Lease } | undefined>;
  /** Raises all claims of the holder on unfinished work of this kind. Returns how many it still has. */
  renewLeases(work: Work, by: string): Promise<number>;
  /** Gives back all claims of the holder on unfinished work of this kind. */
  releaseLeases(work: Work, by: string): Promise<void>;
  /** Number of tasks that are not done, and how many of them wait since before that instant. A task that was put off
   *  waits from its hour on. */
  countOutbox(dueBefore: Instant): Promise<{ readonly waiting: number; readonly overdue: number }>;
}
