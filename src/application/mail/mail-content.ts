import type { Mail } from '../../domain/mail/mail.ts';
import type { Person } from '../../domain/records.ts';
import { mailTexts } from '../../texts/fr/mail.ts';
import { OFFICE } from '../../texts/office.ts';
import type { Catalogue, IssuerConfig, Store } from '../ports.ts';
import type { LivingSettings } from '../settings/living-settings.ts';

/** A part of a mail: a paragraph, a list, or a link on a line of its own. */
export type MailBlock =
  | string
  | { readonly list: readonly string[] }
  | { readonly label: string; readonly url: string };

/** What a mail says, before it is laid out as text and as HTML. */
export interface MailContent {
  /** Holds nothing confidential: it shows on a locked screen. */
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  /** Why it was sent, and where to choose. */
  readonly footer: readonly MailBlock[];
}

/** A mail without what stands around every one. */
export type SaidMail = Pick<MailContent, 'subject' | 'blocks'>;

/** What writing a mail rests on. */
export interface ComposeNeeds {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly issuer: IssuerConfig;
  readonly origin: string;
  readonly settings: Pick<LivingSettings, 'words'>;
}

/** The sentences of mails, the office called in them as the settings say. */
export function mailWords({ settings }: Pick<ComposeNeeds, 'settings'>): ReturnType<typeof mailTexts> {
  return mailTexts(settings.words().office ?? OFFICE);
}

/** A mail and who gets it. */
export interface MailFor {
  readonly mail: Mail;
  readonly person: Person;
}
