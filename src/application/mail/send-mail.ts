import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { MailClosing } from '../../domain/mail/mail.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';
import { composeLetter } from './compose-mail.ts';
import { layOutMail } from './lay-out.ts';
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
  const { to, person, parts } = letter;
  const told = parts.flatMap((part) => ('said' in part ? [part] : []));
  const [first] = told;
  if (!to || !person || !first)
    return { changes: parts.map((part) => close(ports, part, { state: 'sent' })) };
  const content = composeLetter({ ...ports, language: letter.language }, person, told);
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
      throw new DomainError('unreachable', {
        ...(delivery.server && { url: delivery.server }),
        reason: delivery.code,
      });
  }
}
