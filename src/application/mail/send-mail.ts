import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Mail, MailClosing } from '../../domain/mail/mail.ts';
import type { Ports } from '../service-ports.ts';
import { composeMail } from './compose-mail.ts';
import type { MailBlock, MailContent } from './mail-content.ts';
import type { MailDelivery, Mailer, MailMessage } from './mailer.ts';

/** Writes a mail with today's facts and sends it to its recipient's present address, if they want it. Returns
 *  the changes to commit: its final state, or nothing where it already had one. Throws `unreachable` where no
 *  mail can be sent now, and `unexpected` where this mail cannot be sent. The errors name no person. */
export async function sendMail(
  ports: Ports,
  mailer: Pick<Mailer, 'send'>,
  mailId: string,
): Promise<readonly Change[]> {
  const mail = await ports.store.readMail(mailId);
  if (mail?.state !== 'waiting') return [];
  const written = await writeMail(ports, mail);
  const end = 'skip' in written ? ({ state: 'skipped', reason: written.skip } as const) : await hand(written);
  if (end.state === 'refused')
    ports.log.error('mail-refused', { id: mail.id, kind: mail.kind, code: end.reason });
  return [{ kind: 'mail-closed', closing: { id: mail.id, at: ports.clock.now(), ...end } }];

  async function hand(message: MailMessage) {
    return toEnd(await mailer.send(message));
  }
}

type Skip = { readonly skip: 'not-wanted' | 'no-address' | 'nothing-to-say' };

async function writeMail(ports: Ports, mail: Mail): Promise<MailMessage | Skip> {
  const { store } = ports;
  const unwanted = await store.readUnwantedMail(mail.personId);
  if (unwanted.includes(mail.kind)) return { skip: 'not-wanted' };
  const [person] = await store.readPeople([mail.personId]);
  const to = person?.emails[0];
  if (!person || !to) return { skip: 'no-address' };
  const content = await composeMail(ports, { mail, person });
  if (!content) return { skip: 'nothing-to-say' };
  return { to, subject: content.subject, messageId: mail.messageId, ...layOutMail(content) };
}

type End =
  | { readonly state: 'sent' | 'skipped' }
  | { readonly state: 'refused'; readonly reason: NonNullable<MailClosing['reason']> };

function toEnd(delivery: MailDelivery): End {
  switch (delivery.kind) {
    case 'accepted':
      return { state: 'sent' };
    case 'refused':
      return { state: 'refused', reason: delivery.code };
    case 'postponed':
      throw new DomainError('unexpected', { reason: delivery.code });
    case 'unreachable':
      throw new DomainError('unreachable', { reason: delivery.code });
  }
}

/** The mail as plain text, and as HTML with the same content. The HTML has no images, no style sheets and
 *  nothing to fetch. */
export function layOutMail({ subject, blocks, footer }: MailContent): {
  readonly text: string;
  readonly html: string;
} {
  const text = [...blocks, '-- ', ...footer].map(toText).join('\n\n');
  const body = `${blocks.map(toHtml).join('\n')}\n<hr>\n${footer.map(toHtml).join('\n')}`;
  const head = `<meta charset="utf-8"><title>${toMarkup(subject)}</title>`;
  return {
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="fr"><head>${head}</head><body>\n${body}\n</body></html>\n`,
  };
}

function toText(block: MailBlock): string {
  if (typeof block === 'string') return block;
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  return `${block.label}\n${block.url}`;
}

function toHtml(block: MailBlock): string {
  if (typeof block === 'string') return `<p>${toMarkup(block)}</p>`;
  if ('list' in block) return `<ul>${block.list.map((item) => `<li>${toMarkup(item)}</li>`).join('')}</ul>`;
  return `<p><a href="${toMarkup(block.url)}">${toMarkup(block.label)}</a></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function toMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
