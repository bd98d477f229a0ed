import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { MailClosing } from '../../domain/mail/mail.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';
import { composeLetter } from './compose-mail.ts';
import type { LetterBlock, MailContent } from './mail-content.ts';
import type { MailDelivery, Mailer } from './mailer.ts';
import { openLetter, type Part, type SendMail } from './open-letter.ts';

/** What the task of a mail comes to: the changes to commit with its end, or the instant until which it waits. */
export type Sending = { readonly changes: readonly Change[] } | { readonly until: Instant };

/** Writes a mail with today's facts, and the other mails that wait for its person, and sends them as one to the
 *  person's present address, as far as they are wanted. Waits where the person has had the letter of the day. Nothing
 *  is left to do where the mail has its final state, or leaves with another one. Throws `unreachable` where no mail
 *  can be sent now, and `unexpected` where this one cannot be sent. The errors name no person. */
export async function sendMail(
  ports: Ports,
  mailer: Pick<Mailer, 'send'>,
  command: SendMail,
): Promise<Sending> {
  const letter = await openLetter(ports, command);
  if ('until' in letter) return letter;
  const { to, parts } = letter;
  const told = parts.flatMap((part) => ('said' in part ? [part] : []));
  const [first] = told;
  if (!to || !first) return { changes: parts.map((part) => close(ports, part, { state: 'sent' })) };
  const content = composeLetter(ports, told);
  const end = toEnd(
    await mailer.send({
      to,
      subject: content.subject,
      messageId: letter.messageId,
      ...layOutMail(content),
    }),
  );
  if (end.state === 'refused')
    ports.log.error('mail-refused', { id: command.mailId, kind: first.mail.kind, code: end.reason });
  return { changes: parts.map((part) => close(ports, part, end)) };
}

/** The end of a mail: that of its letter where it was told. */
function close({ clock }: Ports, part: Part, end: End): Change {
  const own = 'skip' in part ? ({ state: 'skipped', reason: part.skip } as const) : end;
  return { kind: 'mail-closed', closing: { id: part.mail.id, at: clock.now(), ...own } };
}

type End =
  | { readonly state: 'sent' }
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

function toText(block: LetterBlock): string {
  if (typeof block === 'string') return block;
  if ('heading' in block) return `* ${block.heading}`;
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  return `${block.label}\n${block.url}`;
}

function toHtml(block: LetterBlock): string {
  if (typeof block === 'string') return `<p>${toMarkup(block).replaceAll('\n', '<br>\n')}</p>`;
  if ('heading' in block) return `<h2>${toMarkup(block.heading)}</h2>`;
  if ('list' in block) return `<ul>${block.list.map((item) => `<li>${toMarkup(item)}</li>`).join('')}</ul>`;
  return `<p><a href="${toMarkup(block.url)}">${toMarkup(block.label)}</a></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function toMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
