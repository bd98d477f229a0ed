import type { NodemailerError, Transporter } from 'nodemailer';
import type { MailDelivery, Mailer } from '../../application/mail/mailer.ts';
import { type Sender, toEnvelope } from './envelope.ts';

/** Short delays: a server that hangs then rarely outlasts the claim on a mail. If it does, the mail is sent
 *  twice. */
const CONNECT_MILLISECONDS = 4000;
const SILENCE_MILLISECONDS = 5000;

export interface SmtpSettings {
  /** `smtp://user:password@host:port` or `smtps://…`. It is secret. */
  readonly url: string;
  readonly sender: Sender;
  /** Whether to send nothing to a server that does not encrypt or has no valid certificate. */
  readonly requireTls: boolean;
}

/** Hands mail to an SMTP server, with one connection for each mail. Its answers name neither an address nor
 *  the account. */
export function makeSmtpMailer({ url, sender, requireTls }: SmtpSettings): Mailer {
  let transport: Promise<Transporter> | undefined;
  const open = async (): Promise<Transporter> => {
    // The library is loaded with the first mail, because most commands of the command line send none.
    const { createTransport } = await import('nodemailer');
    return createTransport({
      ...toServer(url),
      requireTLS: requireTls,
      connectionTimeout: CONNECT_MILLISECONDS,
      greetingTimeout: SILENCE_MILLISECONDS,
      socketTimeout: SILENCE_MILLISECONDS,
      dnsTimeout: CONNECT_MILLISECONDS,
    });
  };
  return {
    send: async (message) => {
      transport ??= open();
      try {
        await (await transport).sendMail(toEnvelope(message, sender));
        return { kind: 'accepted' };
      } catch (error) {
        const { host, port } = toServer(url);
        return toDelivery(error as NodemailerError, `${host}:${port}`);
      }
    },
  };
}

function toServer(text: string) {
  const { protocol, hostname, port, username, password } = new URL(text);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

/** Only an answer about a recipient or a message is a fault of that mail. A refused account or sender is
 *  corrected in the settings, and the mail waits until then (RFC 5321, §4.2.1: 4yz may pass later, 5yz will
 *  not). */
function toDelivery(error: NodemailerError, server: string): MailDelivery {
  const { code = 'unknown', originalCode, command, responseCode, permanent } = error;
  const isAboutTheMail = command === 'RCPT TO' || command === 'DATA' || command === 'API';
  if (responseCode) {
    const answer = `smtp-${responseCode}`;
    if (!isAboutTheMail || responseCode === 421) return { kind: 'unreachable', code: answer, server };
    return { kind: permanent ? 'refused' : 'postponed', code: answer };
  }
  if (command === 'API' && code === 'EENVELOPE') return { kind: 'refused', code };
  return { kind: 'unreachable', code: originalCode ?? code, server };
}
