import { base64 } from '@scure/base';
import type { MailMessage } from '../../application/mail/mailer.ts';

/** The sender of all mails. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** A message in nodemailer's form. Addresses are given in parts, so that the library does not parse one text
 *  into several addresses. Answering machines are asked not to reply (RFC 3834). */
export function toEnvelope(message: MailMessage, { name, address }: Sender) {
  const { to, subject, text, html, messageId, language = 'fr', pictures = [] } = message;
  return {
    from: { name, address },
    to: { name: '', address: to },
    subject,
    text,
    ...(html !== undefined && { html }),
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    attachments: pictures.map(({ id, png }) => ({
      cid: id,
      filename: `${id}.png`,
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
      content: base64.encode(png),
      encoding: 'base64',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
