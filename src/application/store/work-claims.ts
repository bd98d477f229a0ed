import type { Award } from '../../domain/award/award-types.ts';
import type { AwardId } from '../../domain/ids.ts';
import type { OutboxItem, OutboxTask } from '../../domain/mail/outbox.ts';
import type { Instant } from '../../domain/time/time.ts';

/** For whom, and until when: a claim that has ended is as if it had never been. */
export interface Lease {
  readonly by: string;
  readonly now: Instant;
  readonly until: Instant;
  readonly limit: number;
}

/** How processes share work: each claim is one statement, and no two claims that last hold the same row. Claims keep
 *  processes out of each other's way; what must never happen twice is refused by unique keys and premises. */
export interface WorkClaims {
  /** Awards that nobody signed, by id (ids grow with time), after `after`; each is claimed until the lease ends. */
  claimUnsignedAwards(lease: Lease & { readonly after?: AwardId }): Promise<readonly Award[]>;
  /** Tasks that are due, of one kind or of all, the oldest first; each is claimed, and its attempt counted. */
  claimOutbox(lease: Lease & { readonly kind?: OutboxTask['kind'] }): Promise<readonly OutboxItem[]>;
  /** Tasks not done: all of them, and those written before that instant. */
  countOutbox(writtenBefore: Instant): Promise<{ readonly waiting: number; readonly overdue: number }>;
}
