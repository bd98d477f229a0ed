import type { CredentialId } from '../ids.ts';
import { type Instant, secondsAfter } from '../time/calendar.ts';

/** A task that must follow a commit. Doing it twice has the same effect as doing it once. Our own code keeps
 *  the outbox, because a task is committed together with its cause on SQLite, PostgreSQL and D1 alike; queue
 *  libraries support only one of them. */
export type OutboxTask =
  /** Signs the list again where its published form lacks a bit that is set in the database. */
  | { readonly kind: 'publish-status-list'; readonly listId: string }
  /** Signs the badge again with its holder's current name and addresses. */
  | { readonly kind: 're-sign-credential'; readonly credentialId: CredentialId }
  /** Writes and sends the mail. A mail sent twice has the same Message-ID both times. */
  | { readonly kind: 'send-mail'; readonly mailId: string };

/** A task as stored by the commit that it follows. */
export interface OutboxItem {
  readonly id: string;
  readonly task: OutboxTask;
  readonly createdAt: Instant;
  /** Attempts begun, including the current one. */
  readonly attempts: number;
}

const FIRST_PAUSE_SECONDS = 5;
/** A task that failed is never put off for longer. */
const LONGEST_PAUSE_SECONDS = 3600;
/** The longest time for which a task waits by intent: a mail written as a day begins in Paris leaves at 7 of the next,
 *  and that day may have 25 hours. */
export const LONGEST_WAIT_SECONDS = 32 * 3600;

/** The next attempt after `attempts` failures: in 5 s, 10 s, 20 s… and at most one hour later. Attempts never
 *  stop. */
export function nextAttemptAt(attempts: number, now: Instant): Instant {
  const pause = FIRST_PAUSE_SECONDS * 2 ** Math.max(0, attempts - 1);
  return secondsAfter(now, Math.min(pause, LONGEST_PAUSE_SECONDS));
}

export type OutboxChange =
  | {
      readonly kind: 'outbox-added';
      readonly id: string;
      readonly task: OutboxTask;
      readonly at: Instant;
    }
  /** The whole commit is refused where the task is already done, or where another process has taken it over.
   *  The holder's other claims are raised. */
  | { readonly kind: 'outbox-done'; readonly id: string; readonly by: string; readonly at: Instant }
  /** The task is given back, for a later instant. Refused like a task that is done. */
  | {
      readonly kind: 'outbox-postponed';
      readonly id: string;
      readonly by: string;
      readonly dueAt: Instant;
    }
  /** The task waits by intent, and has not failed: it counts as written at that instant. Refused like a task that
   *  is done. */
  | { readonly kind: 'outbox-deferred'; readonly id: string; readonly by: string; readonly until: Instant }
  /** Deletes the tasks done before that instant. */
  | { readonly kind: 'outbox-forgotten'; readonly doneBefore: Instant };
