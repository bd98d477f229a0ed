import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type ReadMail, readMail } from './read.ts';

export interface CaughtMail extends ReadMail {
  readonly recipients: readonly string[];
}

export interface SmtpCatcher {
  readonly port: number;
  /** The settings of a service that writes through this server. */
  readonly settings: Readonly<Record<string, string>>;
  readonly mails: readonly CaughtMail[];
  /** Answers every recipient with this code from now on; 250 accepts them again. */
  answer(code: number): void;
  stop(): Promise<void>;
}

interface CatcherOptions {
  /** Only this account is accepted; anyone where absent. */
  readonly account?: { readonly user: string; readonly password: string };
  /** The PEM of its key and certificate: it then offers STARTTLS, and refuses mail in clear. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A real SMTP server on the loopback that keeps its mails. Its refusals repeat the address, like those of
 *  many servers. */
export async function startSmtpCatcher({ account, tls }: CatcherOptions = {}): Promise<SmtpCatcher> {
  const mails: CaughtMail[] = [];
  let code = 250;
  const server = new SMTPServer({
    authOptional: account === undefined,
    ...(tls ?? { hideSTARTTLS: true, allowInsecureAuth: true }),
    closeTimeout: 500,
    onAuth: ({ username, password }, _session, done) =>
      username === account?.user && password === account?.password
        ? done(null, { user: username })
        : done(Object.assign(new Error(`no account ${username}`), { responseCode: 535 })),
    onRcptTo: ({ address }, session, done) =>
      code === 250 && (session.secure || !tls)
        ? done()
        : done(Object.assign(new Error(`<${address}> is not taken`), { responseCode: code })),
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      mails.push({ recipients, ...readMail(Buffer.concat(chunks).toString('latin1')) });
      done();
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'badges@ac-test.example' },
    mails,
    answer: (next) => {
      code = next;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
