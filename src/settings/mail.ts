import type { SettingError } from '../domain/settings/error.ts';

/** The destination of mail, in words that may be shown. */
export type MailConfig =
  /** No mail is sent. */
  | { readonly kind: 'off' }
  /** A demonstration writes each mail as a file. */
  | { readonly kind: 'folder' }
  /** `server` is host and port; the account is in the secrets. `from` is the sender's address. */
  | { readonly kind: 'smtp'; readonly server: string; readonly from: string };

interface MailSettings {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: string | undefined;
}

export function toMail({ SMTP_URL, MAIL_FROM }: MailSettings, demo: boolean): MailConfig {
  if (SMTP_URL && MAIL_FROM) return { kind: 'smtp', server: new URL(SMTP_URL).host, from: MAIL_FROM };
  return { kind: demo ? 'folder' : 'off' };
}

/** Faults of the mail settings. The server's address is never repeated, because it may hold a password. */
export function mailErrors({ SMTP_URL, MAIL_FROM }: MailSettings): readonly SettingError[] {
  const url = SMTP_URL && URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : undefined;
  const isServer = url !== undefined && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
  return [
    ...(SMTP_URL && !isServer
      ? [{ name: 'SMTP_URL', code: 'wrong-form', form: { kind: 'mail-server' } } as const]
      : []),
    ...(SMTP_URL && !MAIL_FROM ? [requiredWith('MAIL_FROM', 'SMTP_URL')] : []),
    ...(MAIL_FROM && !SMTP_URL ? [requiredWith('SMTP_URL', 'MAIL_FROM')] : []),
  ];
}

function requiredWith(name: string, other: string): SettingError {
  return { name, code: 'required-with', other };
}
