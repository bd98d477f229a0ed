import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';

/** What a mail is about, and to whom it goes:
 *  - `confirmation-request`, `confirmation-reminder`: to a principal, about segments that wait; subjects are their
 *    references;
 *  - `award`: to a RUPN, or to the principal of the school for a school's badge; the subject is the credential;
 *  - `decision`: to a RUPN, about one segment that the principal or the DANE decided on;
 *  - `contest`: to each party, about one contested segment. */
export const MAIL_KINDS = [
  'confirmation-request',
  'confirmation-reminder',
  'award',
  'decision',
  'contest',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Kinds that go to the head of a school alone. */
const TO_PRINCIPALS: readonly MailKind[] = ['confirmation-request', 'confirmation-reminder'];

/** The kinds of mail that can reach somebody: whoever heads no school is never asked to confirm. */
export function mailKindsFor(heads: readonly unknown[]): readonly MailKind[] {
  return MAIL_KINDS.filter((kind) => heads.length > 0 || !TO_PRINCIPALS.includes(kind));
}

/** `skipped`: nothing was sent, since its recipient does not want it, has no address, or it says nothing any more.
 *  `refused`: the mail server refused it for good. */
export type MailState = 'waiting' | 'sent' | 'skipped' | 'refused';

/** A mail that is to be written when it is sent: ids alone, never its text nor an address. */
export interface MailToWrite {
  /** The id of its task in the outbox too. */
  readonly id: string;
  readonly kind: MailKind;
  readonly personId: PersonId;
  readonly subjectIds: readonly string[];
}

/** A mail as it is kept: what was to be sent, and what became of it. */
export interface Mail extends MailToWrite {
  /** `<id@host>`, the same at every attempt: by it a mail that was sent twice is known for one. */
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly state: MailState;
  /** When it was sent, skipped or refused. */
  readonly closedAt?: Instant;
  /** Why it was skipped or refused: a code such as `not-wanted` or `smtp-550`, never words of the server. */
  readonly reason?: string;
}

/** How a mail ends. */
export interface MailClosing {
  readonly id: string;
  readonly state: Exclude<MailState, 'waiting'>;
  readonly at: Instant;
  readonly reason?: string;
}

/** Someone wants mail of a kind, or does not. Who has not chosen gets all of them. */
export interface MailChoice {
  readonly personId: PersonId;
  readonly kind: MailKind;
  readonly wanted: boolean;
}

/** What can be committed about mail. */
export type MailChange =
  /** Refused where its recipient is not there any more. */
  | {
      readonly kind: 'mail-added';
      readonly mail: MailToWrite;
      readonly messageId: string;
      readonly at: Instant;
    }
  /** Nothing where it was closed before. */
  | { readonly kind: 'mail-closed'; readonly closing: MailClosing }
  | { readonly kind: 'mail-chosen'; readonly choice: MailChoice };

/** The Message-ID of a mail of the service at this origin (RFC 5322, §3.6.4). */
export function messageIdOf(mailId: string, origin: string): string {
  return `<${mailId}@${new URL(origin).hostname}>`;
}
