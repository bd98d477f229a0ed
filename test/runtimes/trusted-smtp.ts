import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { type SmtpCatcher, startSmtpCatcher } from '../mail/smtp-catcher.ts';

/** A mail server that encrypts and proves its name. */
export interface TrustedSmtp extends SmtpCatcher {
  /** The settings with which a process trusts the server's certificate: Node and workerd read the same
   *  variable. */
  readonly trust: Readonly<Record<string, string>>;
}

export async function startTrustedSmtp(folder: string): Promise<TrustedSmtp> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    // TLS uses the machine's clock, even where that of the tests is moved.
    notBeforeDate: new Date('2020-01-01'),
    notAfterDate: new Date('2120-01-01'),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const path = join(folder, 'mail-server.pem');
  writeFileSync(path, cert);
  return { ...(await startSmtpCatcher({ tls: { key, cert } })), trust: { NODE_EXTRA_CA_CERTS: path } };
}
