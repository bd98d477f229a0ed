import { isToCome, lastAnswerDay } from '../../domain/event/invitation.ts';
import { invitedOfSubjects, uninvitedOfSubjects } from '../../domain/mail/mail-subject.ts';
import type { Event } from '../../domain/records.ts';
import type { Ports } from '../service-ports.ts';
import { invitationUrl } from './addresses.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';

/** A mail that invites a person to an event, reminds them to answer, or takes the invitation back. */
export async function composeInvitation(
  ports: Ports,
  { mail, person }: MailFor,
): Promise<SaidMail | undefined> {
  const cancelled = uninvitedOfSubjects(mail.subjectIds);
  const code = cancelled ?? invitedOfSubjects(mail.subjectIds) ?? '';
  const [[event], invitation] = await Promise.all([
    ports.store.readEvents([code]),
    ports.store.readInvitation(code, person.id),
  ]);
  if (!event || !invitation) return undefined;
  if (cancelled !== undefined) {
    const { invitation: texts } = mailWords(ports);
    if (!invitation.cancelledAt) return undefined;
    const { title, startsOn } = event;
    return { subject: texts.cancelledSubject(title), blocks: [texts.cancelled(title, startsOn)] };
  }
  if (invitation.answer || invitation.cancelledAt || !isToCome(event, mail.createdAt)) return undefined;
  return sayInvitation(ports, event, invitation.remindedAt !== undefined);
}

/** The words of the invitation, as they are sent and as the DANE sees them before. */
export function sayInvitation(ports: Ports, event: Event, again = false): SaidMail {
  const { invitation: texts } = mailWords(ports);
  const { title, startsOn } = event;
  return {
    subject: again ? texts.reminderSubject(title, startsOn) : texts.subject(title, startsOn),
    blocks: [
      texts.invited(title, startsOn, lastAnswerDay(event)),
      texts.answer,
      { label: texts.open, url: invitationUrl(ports.origin, event.code) },
    ],
  };
}
