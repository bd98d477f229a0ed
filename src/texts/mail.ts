import { roleLabels as rolesEn } from './en/criteria-labels.ts';
import { mailTexts as en } from './en/mail.ts';
import { roleLabels as rolesFr } from './fr/criteria-labels.ts';
import { mailTexts as fr } from './fr/mail.ts';

/** The words of mails. */
export type MailTexts = ReturnType<typeof fr>;

/** The words of mails in each language, for an office of that name. */
export const MAIL_TEXTS: Readonly<Record<'fr' | 'en', (office: string) => MailTexts>> = { fr, en };

/** The names of roles in each language. */
export const ROLE_LABELS = { fr: rolesFr, en: rolesEn } as const;
