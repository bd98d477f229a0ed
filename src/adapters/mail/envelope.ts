import type { MailMessage } from '../../application/mail/mailer.ts';

/** Who mail comes from. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** A message as nodemailer takes it. Addresses are given as parts and never as text to be taken apart, so that one
 *  address stays one; answering machines are asked to be silent (RFC 3834). */
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
