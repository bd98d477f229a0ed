import type { Sender } from '../adapters/mail/envelope.ts';
import { makeSmtpMailer } from '../adapters/mail/smtp.ts';
import type { Mailer } from '../application/mail/mailer.ts';
import type { IssuerConfig } from '../application/ports.ts';
import type { Config } from '../settings/config.ts';
import type { Secrets } from '../settings/secrets.ts';

/** The mailer of the server in the settings, on any runtime; undefined if they name none. */
export function makeConfiguredSmtpMailer(
  { mail, issuer, production }: Pick<Config, 'mail' | 'production'> & { readonly issuer: IssuerConfig },
  { smtpUrl }: Secrets,
): Mailer | undefined {
  if (mail.kind !== 'smtp') return undefined;
  const { from } = mail;
  return makeSmtpMailer({
    url: smtpUrl ?? '',
    sender: makeSender(issuer, () => from),
    requireTls: production,
  });
}

/** The issuer's name is read at each mail, because it may change while the service runs. */
export function makeSender(issuer: IssuerConfig, address: () => string): Sender {
  return {
    get name() {
      return issuer.name;
    },
    get address() {
      return address();
    },
  };
}
