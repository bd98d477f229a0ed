import { dirname, join } from 'node:path';
import { makeMailFolder } from './adapters/mail/mail-folder.node.ts';
import { makeSmtpMailer } from './adapters/mail/smtp.node.ts';
import type { Mailer } from './application/mail/mailer.ts';
import type { Log } from './application/ports.ts';
import type { Config, Secrets } from './config.ts';

/** Undefined where the settings name no server; a demonstration writes files beside its database. */
export function makeMailer(
  { mail, issuer, database, production }: Config,
  { smtpUrl }: Secrets,
  log: Log,
): Mailer | undefined {
  if (mail.kind === 'off') return undefined;
  if (mail.kind === 'smtp') {
    const sender = makeSender(issuer, () => mail.from);
    return makeSmtpMailer({ url: smtpUrl ?? '', sender, requireTls: production });
  }
  const beside = database.kind === 'sqlite' ? dirname(database.file) : './var';
  const sender = makeSender(issuer, () => issuer.email);
  return makeMailFolder({ folder: join(beside, 'mail'), sender, log });
}

/** The issuer's name is read at each mail: it may change while the service runs. */
function makeSender(issuer: Config['issuer'], address: () => string) {
  return {
    get name() {
      return issuer.name;
    },
    get address() {
      return address();
    },
  };
}
