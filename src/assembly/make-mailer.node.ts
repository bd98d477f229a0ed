import { dirname, join } from 'node:path';
import { makeMailFolder } from '../adapters/mail/folder.node.ts';
import type { Mailer } from '../application/mail/mailer.ts';
import type { IssuerConfig, Log } from '../application/ports.ts';
import type { Config } from '../settings/config.ts';
import type { Secrets } from '../settings/secrets.ts';
import { makeConfiguredSmtpMailer, makeSender } from './make-smtp-mailer.ts';

/** The mailer of the settings; undefined if they name no server. A demonstration writes its mails as files
 *  next to its database. */
export function makeMailer(
  config: Config & { readonly issuer: IssuerConfig },
  secrets: Secrets,
  log: Log,
): Mailer | undefined {
  const { mail, issuer, database } = config;
  if (mail.kind !== 'folder') return makeConfiguredSmtpMailer(config, secrets);
  const beside = database.kind === 'sqlite' ? dirname(database.file) : './var';
  return makeMailFolder({
    folder: join(beside, 'mail'),
    sender: makeSender(issuer, () => issuer.email),
    log,
  });
}
