import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/calendar.ts';

/** The kinds of mail, with recipient and subject:
 *  - `confirmation-request`, `confirmation-reminder`: to a principal, about engagements that wait; the subjects
 *    are their references;
 *  - `award`: to a RUPN, or to the principal of the school for a school's badge; the subject is the
 *    credential;
 *  - `decision`: to a RUPN, about one engagement that the principal or the DANE decided on, or missions that a
 *    principal proposes; to that principal, about the answer; to an agent of the DANE, about a draft of
 *    criteria;
 *  - `contest`: to each party, about one contested engagement;
 *  - `support`: to agents of the DANE about a request that waits, to its asker about the answer; to a
 *    principal and to agents, about the yearly meeting in a school;
 *  - `invitation`: to a RUPN, about an event to which the DANE invites;
 *  - `message`: to people of the directory, a message of the DANE;
 *  - `account`: to a person, about a sign-in that was linked to their record. It leaves at once and cannot be
 *    refused. */
export const MAIL_KINDS = [
  'confirmation-request',
  'confirmation-reminder',
  'award',
  'decision',
  'contest',
  'support',
  'invitation',
  'message',
  'account',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** The languages in which a person may receive mails; French where they chose none. */
export const MAIL_LANGUAGES = ['fr', 'en'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** Kinds that are sent to heads of schools only. */
const TO_PRINCIPALS: readonly MailKind[] = ['confirmation-request', 'confirmation-reminder'];

/** A kind of mail that a person may refuse. */
export type OptionalMailKind = Exclude<MailKind, 'account'>;

/** Whether a person may refuse this kind. A mail about access to their own record always leaves. */
export function isOptional(kind: MailKind): kind is OptionalMailKind {
  return kind !== 'account';
}

/** The kinds of mail that a person can choose. A person who heads no school is never asked to confirm. */
export function mailKindsFor(heads: readonly unknown[]): readonly OptionalMailKind[] {
  const offered = MAIL_KINDS.filter(isOptional);
  return offered.filter((kind) => heads.length > 0 || !TO_PRINCIPALS.includes(kind));
}

/** `skipped`: it was not sent, because the recipient does not want such mails, has no address, or because
 *  nothing is left to tell. `refused`: the mail server refused it permanently. */
export type MailState = 'waiting' | 'sent' | 'skipped' | 'refused';

/** A mail to be written when it is sent. It holds only ids, never its text or an address. */
export interface MailToWrite {
  /** Also the id of its task in the outbox. */
  readonly id: string;
  readonly kind: MailKind;
  readonly personId: PersonId;
  readonly subjectIds: readonly string[];
}

/** A mail as stored, with its outcome. */
export interface Mail extends MailToWrite {
  /** `<id@host>`, the same at every attempt: a mail client recognises a mail that was sent twice. */
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly state: MailState;
  /** The mail with which it leaves, once it has begun to leave; its own id where it leaves first or alone. */
  readonly letterId?: string;
  /** The person and the day of the letter that it leads (`letterKey`). */
  readonly letterKey?: string;
  /** When it was sent, skipped or refused. */
  readonly closedAt?: Instant;
  /** Why it was skipped or refused: a code such as `not-wanted` or `smtp-550`, never the server's own
   *  words. */
  readonly reason?: string;
}

/** The final state of a mail. */
export interface MailClosing {
  readonly id: string;
  readonly state: Exclude<MailState, 'waiting'>;
  readonly at: Instant;
  readonly reason?: string;
}

/** A person's choice to receive a kind of mail or not. A person who has not chosen receives all kinds. */
export interface MailChoice {
  readonly personId: PersonId;
  readonly kind: MailKind;
  readonly wanted: boolean;
}

export type MailChange =
  /** Refused where its recipient no longer exists. */
  | {
      readonly kind: 'mail-added';
      readonly mail: MailToWrite;
      readonly messageId: string;
      readonly at: Instant;
    }
  /** A mail begins to leave, with others of its person. Refused where one of them has begun to leave or is closed,
   *  and where another letter has the key. */
  | {
      readonly kind: 'letter-opened';
      readonly id: string;
      readonly letterKey: string;
      /** The others, without the first. */
      readonly gathered: readonly string[];
    }
  /** Does nothing if it was closed before. */
  | { readonly kind: 'mail-closed'; readonly closing: MailClosing }
  /** Skips the mails written before an instant that still have no task. */
  | { readonly kind: 'unsent-mails-given-up'; readonly at: Instant; readonly writtenBefore: Instant }
  | { readonly kind: 'mail-chosen'; readonly choice: MailChoice }
  | {
      readonly kind: 'mail-language-chosen';
      readonly personId: PersonId;
      readonly language: MailLanguage;
    };

/** The Message-ID of a mail of the service at this origin (RFC 5322, §3.6.4). */
export function messageIdOf(mailId: string, origin: string): string {
  return `<${mailId}@${new URL(origin).hostname}>`;
}
