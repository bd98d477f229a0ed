import type { Mail, MailLanguage } from '../../domain/mail/types.ts';
import type { Person, School } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { roleLabels as rolesEn } from '../../texts/en/criteria/labels.ts';
import { mailTexts as en } from '../../texts/en/mail/common.ts';
import { roleLabels as rolesFr } from '../../texts/fr/criteria/labels.ts';
import { mailTexts as fr } from '../../texts/fr/mail/common.ts';
import { OFFICE } from '../../texts/office.ts';
import { roleNames } from '../../texts/role-names.ts';
import type { Ports } from '../service-ports.ts';
import type { MailPicture } from './mailer.ts';

export type MailTexts = ReturnType<typeof fr>;

/** The words of mails in each language, for an office of that name. */
const MAIL_TEXTS: Readonly<Record<'fr' | 'en', (office: string) => MailTexts>> = { fr, en };

const ROLE_LABELS = { fr: rolesFr, en: rolesEn } as const;

/** What composes a mail: the ports, and the language of its reader, French by default. */
export interface MailPorts extends Ports {
  readonly language?: MailLanguage;
}

/** An address with the words that name it. */
export interface MailLink {
  readonly label: string;
  readonly url: string;
}

/** A part of a mail: a paragraph, a list, a link on a line of its own, or a picture. */
export type MailBlock =
  | string
  | { readonly list: readonly string[] }
  | MailLink
  | { readonly picture: MailPicture };

/** A part of what is sent: also what the reader is asked to do, and a heading for each subject where several mails
 *  leave together. */
export type LetterBlock = MailBlock | { readonly act: MailLink } | { readonly heading: string };

/** The content of a mail, before it is laid out as text and as HTML. */
export interface MailContent {
  readonly language: MailLanguage;
  /** It contains nothing confidential, because locked screens show it. */
  readonly subject: string;
  /** The issuer, at the head of the mail. */
  readonly sender: string;
  readonly blocks: readonly LetterBlock[];
  /** Why the mail was sent, and a link to the choice of mails. */
  readonly footer: readonly MailBlock[];
}

/** The part of a mail that differs from mail to mail. */
export interface MailMessage {
  readonly subject: string;
  /** What the mail is about at a glance. What the reader is asked to do follows it at once, and the rest after. */
  readonly opening?: readonly MailBlock[];
  readonly blocks: readonly MailBlock[];
  /** What the reader is asked to do. */
  readonly act?: MailLink;
  /** What every mail with this subject says: where several leave together, it is said once, at their end. */
  readonly inAll?: readonly MailBlock[];
  /** The day by which it must be read. A mail that would come too late does not wait for the next letter. */
  readonly by?: LocalDate | undefined;
}

export function languageOf({ language = 'fr' }: Pick<MailPorts, 'language'>): MailLanguage {
  return language;
}

/** The sentences of mails in the reader's language, with the name of the office from the settings. */
export function mailTextsOf(ports: MailPorts): MailTexts {
  return MAIL_TEXTS[languageOf(ports)](ports.settings.office());
}

/** The names of roles in the reader's language. */
export function namesOfRoles(ports: MailPorts): ReturnType<typeof roleNames> {
  const language = languageOf(ports);
  const { framework } = ports.catalogue;
  return roleNames(ROLE_LABELS[language](OFFICE), { framework, language, office: OFFICE });
}

export interface MailFor {
  readonly mail: Mail;
  readonly person: Person;
}

/** `Collège Claude Guyot, Arnay-le-Duc`; the UAI where the school is unknown. */
export function placeName(school: School | undefined, uai: Uai): string {
  return school ? [school.name, school.commune].filter(Boolean).join(', ') : uai;
}
