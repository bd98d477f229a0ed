import type { Mail } from '../../domain/mail/mail.ts';
import type { Establishment, Person } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { mailTexts } from '../../texts/fr/mail.ts';
import type { Ports } from '../service-ports.ts';

/** A part of a mail: a paragraph, a list, or a link on a line of its own. */
export type MailBlock =
  | string
  | { readonly list: readonly string[] }
  | { readonly label: string; readonly url: string };

/** A part of what is sent, where mails that leave together have a heading each. */
export type LetterBlock = MailBlock | { readonly heading: string };

/** The content of a mail, before it is laid out as text and as HTML. */
export interface MailContent {
  /** It contains nothing confidential, because locked screens show it. */
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
  /** Why the mail was sent, and a link to the choice of mails. */
  readonly footer: readonly MailBlock[];
}

/** The part of a mail that differs from mail to mail. */
export interface SaidMail {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  /** What every mail with this subject says: where several leave together, it is said once, at their end. */
  readonly inAll?: readonly MailBlock[];
  /** The day by which it must be read. A mail that would come too late does not wait for the next letter. */
  readonly by?: LocalDate | undefined;
}

/** The sentences of mails, with the name of the office from the settings. */
export function mailWords({ settings }: Ports): ReturnType<typeof mailTexts> {
  return mailTexts(settings.office());
}

/** A mail and its recipient. */
export interface MailFor {
  readonly mail: Mail;
  readonly person: Person;
}

/** `Collège Claude Guyot, Arnay-le-Duc`; the UAI where the school is unknown. */
export function placeName(school: Establishment | undefined, uai: Uai): string {
  return school ? [school.name, school.commune].filter(Boolean).join(', ') : uai;
}
