import type { Award } from '../../domain/award/award-types.ts';
import type { AwardId } from '../../domain/ids.ts';
import type { OutboxItem, OutboxTask } from '../../domain/outbox.ts';
import type { Instant } from '../../domain/time/time.ts';

/** The process that makes a claim, and the end of the claim. A claim that has ended has no effect. */
export interface Lease {
  readonly by: string;
  readonly now: Instant;
  readonly until: Instant;
  readonly limit: number;
}

/** Shares work between processes. Each claim is one statement, and no row has two valid claims. Claims only
 *  prevent double work; unique keys and premises refuse everything that must not happen twice. */
export interface WorkClaims {
  /** Unsigned awards by id (ids grow with time), after `after`. Each is claimed until the lease ends. */
  claimUnsignedAwards(lease: Lease & { readonly after?: AwardId }): Promise<readonly Award[]>;
  /** Due tasks, of one kind or of all, the oldest first. Each is claimed, and its attempt is counted. */
  claimOutbox(lease: Lease & { readonly kind?: OutboxTask['kind'] }): Promise<readonly OutboxItem[]>;
  /** Number of tasks that are not done, and how many of them were written before that instant. */
  countOutbox(writtenBefore: Instant): Promise<{ readonly waiting: number; readonly overdue: number }>;
}
