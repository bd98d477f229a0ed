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

/** The mail configuration of valid settings. */
export function toMail({ SMTP_URL, MAIL_FROM }: MailSettings, demo: boolean): MailConfig {
  if (SMTP_URL && MAIL_FROM) return { kind: 'smtp', server: new URL(SMTP_URL).host, from: MAIL_FROM };
  return { kind: demo ? 'folder' : 'off' };
}

/** Faults of the mail settings. The server's address is never repeated, because it may hold a password. */
export function mailFaults({ SMTP_URL, MAIL_FROM }: MailSettings): readonly string[] {
  const url = SMTP_URL && URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : undefined;
  const isServer = url !== undefined && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
  return [
    ...(SMTP_URL && !isServer
      ? [
          'SMTP_URL: must be smtp://user:password@host:587 or smtps://user:password@host:465 (a password is written with its special characters as %XX)',
        ]
      : []),
    ...(SMTP_URL && !MAIL_FROM
      ? ['MAIL_FROM: required with SMTP_URL, the address that mail comes from']
      : []),
    ...(MAIL_FROM && !SMTP_URL ? ['SMTP_URL: required with MAIL_FROM, the server that takes the mail'] : []),
  ];
}
