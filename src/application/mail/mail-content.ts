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

/** The content of a mail, before it is laid out as text and as HTML. */
export interface MailContent {
  /** It contains nothing confidential, because locked screens show it. */
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  /** Why the mail was sent, and a link to the choice of mails. */
  readonly footer: readonly MailBlock[];
}

/** The part of a mail that differs from mail to mail. */
export type SaidMail = Pick<MailContent, 'subject' | 'blocks'>;

/** The store and the settings from which mails are written. */
export interface ComposeNeeds {
  readonly store: Pick<
    Store,
    | 'readContestsOfPerson'
    | 'readCredential'
    | 'readCriteriaDraft'
    | 'readEngagementProposal'
    | 'readEngagementProposalsAt'
    | 'readEngagements'
    | 'readEstablishments'
    | 'readEvents'
    | 'readHeadsOf'
    | 'readInvitation'
    | 'readMail'
    | 'readMissionProposal'
    | 'readPeople'
    | 'readSchoolMeeting'
    | 'readSupportRequest'
    | 'readUnwantedMail'
    | 'readWaitingSegments'
  >;
  readonly catalogue: Catalogue;
  readonly issuer: IssuerConfig;
  readonly origin: string;
  readonly settings: Pick<LivingSettings, 'words'>;
}

/** The sentences of mails, with the name of the office from the settings. */
export function mailWords({ settings }: Pick<ComposeNeeds, 'settings'>): ReturnType<typeof mailTexts> {
  return mailTexts(settings.words().office ?? OFFICE);
}

/** A mail and its recipient. */
export interface MailFor {
  readonly mail: Mail;
  readonly person: Person;
}
