import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Mail, MailClosing } from '../../domain/mail/mail.ts';
import type { Ports } from '../service-ports.ts';
import { composeMail } from './compose-mail.ts';
import { layOutMail } from './lay-out-mail.ts';
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
