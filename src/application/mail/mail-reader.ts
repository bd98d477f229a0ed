import type { PersonId } from '../../domain/ids.ts';
import type { Mail, MailKind } from '../../domain/mail/mail.ts';
import type { Uai } from '../../domain/uai.ts';

/** What sending mail rests on. */
export interface MailReader {
  /** Undefined where it went with the person it was for. */
  readMail(id: string): Promise<Mail | undefined>;
  /** The kinds that someone chose not to get. */
  readUnwantedMail(personId: PersonId): Promise<readonly MailKind[]>;
  /** The principals of a school, by id. */
  readHeadsOf(uai: Uai): Promise<readonly PersonId[]>;
  /** Mails that wait, and those that a server refused for good. */
  countMail(): Promise<{ readonly waiting: number; readonly refused: number }>;
}
