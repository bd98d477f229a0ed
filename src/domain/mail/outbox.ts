import type { CredentialId } from '../ids.ts';
import { type Instant, secondsAfter } from '../time/time.ts';

/** What must follow a commit. Doing it twice has the effect of doing it once. The outbox is our own because a task is
 *  committed with what it follows, on SQLite, PostgreSQL and D1 alike; a queue knows one of them. */
export type OutboxTask =
  /** The list is signed anew where its published form does not show every bit that is set. */
  | { readonly kind: 'publish-status-list'; readonly listId: string }
  /** The badge is signed again, as its holder is called now. */
  | { readonly kind: 're-sign-credential'; readonly credentialId: CredentialId }
  /** The mail is written and sent. Its Message-ID tells a second sending from a second mail. */
  | { readonly kind: 'send-mail'; readonly mailId: string };

/** A task as it was written with the commit that it follows. */
export interface OutboxItem {
  readonly id: string;
  readonly task: OutboxTask;
  readonly createdAt: Instant;
  /** Attempts that began, the present one included. */
  readonly attempts: number;
}

const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 3600;

/** When to try again what failed `attempts` times: 5 s, 10 s, 20 s… and at least once an hour, for ever. */
export function nextAttemptAt(attempts: number, now: Instant): Instant {
  const pause = FIRST_PAUSE_SECONDS * 2 ** Math.max(0, attempts - 1);
  return secondsAfter(now, Math.min(pause, LONGEST_PAUSE_SECONDS));
}

/** What is written about tasks. */
export type OutboxChange =
  | {
      readonly kind: 'outbox-added';
      readonly id: string;
      readonly task: OutboxTask;
      readonly at: Instant;
    }
  /** Refused, and the whole commit with it, where it was done already. */
  | { readonly kind: 'outbox-done'; readonly id: string; readonly at: Instant }
  | { readonly kind: 'outbox-postponed'; readonly id: string; readonly dueAt: Instant }
  /** Lines done before that instant go. */
  | { readonly kind: 'outbox-forgotten'; readonly doneBefore: Instant };
