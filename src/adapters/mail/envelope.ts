import type { MailMessage } from '../../application/mail/mailer.ts';

/** The sender of all mails. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** A message in nodemailer's form. Addresses are given in parts, so that the library does not parse one text
 *  into several addresses. Answering machines are asked not to reply (RFC 3834). */
export function toEnvelope({ to, subject, text, html, messageId }: MailMessage, { name, address }: Sender) {
  return {
    from: { name, address },
    to: { name: '', address: to },
    subject,
    text,
    ...(html !== undefined && { html }),
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
