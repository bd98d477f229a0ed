import type { PersonId } from '../../domain/ids.ts';
import type { Mail, MailKind } from '../../domain/mail/mail.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads the records needed to send mail. */
export interface MailReader {
  /** Undefined where it was deleted with its recipient. */
  readMail(id: string): Promise<Mail | undefined>;
  /** The kinds that the person chose not to receive. */
  readUnwantedMail(personId: PersonId): Promise<readonly MailKind[]>;
  /** The principals of a school, by id. */
  readHeadsOf(uai: Uai): Promise<readonly PersonId[]>;
  /** Number of mails that wait, and of those that a server refused permanently. */
  countMail(): Promise<{ readonly waiting: number; readonly refused: number }>;
}
