import { invitationUrl } from '../../application/mail/addresses.ts';
import {
  type MailFor,
  type MailMessage,
  type MailPorts,
  mailTextsOf,
} from '../../application/mail/content.ts';
import type { EventDetails } from '../../domain/event/details.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import type { Event } from '../../domain/records.ts';
import { isToCome, lastAnswerDay } from './feature.ts';

/** A mail that invites a person to an event, reminds them to answer, or takes the invitation back. */
export async function composeInvitation(
  ports: MailPorts,
  { mail, person }: MailFor,
  { kind, eventCode: code }: AboutOf<'invitation' | 'invitation-taken-back'>,
): Promise<MailMessage | undefined> {
  const [[event], invitation] = await Promise.all([
    ports.store.readEvents([code]),
    ports.store.readInvitation(code, person.id),
  ]);
  if (!event || !invitation) return undefined;
  if (kind === 'invitation-taken-back') {
    const { invitation: texts } = mailTextsOf(ports);
    if (!invitation.cancelledAt) return undefined;
    const { title, startsOn } = event;
    return {
      subject: texts.cancelledSubject(title),
      by: startsOn,
      blocks: [texts.cancelled(title, startsOn)],
    };
  }
  if (invitation.answer || invitation.cancelledAt || !isToCome(event, mail.createdAt)) return undefined;
  const [details] = await ports.store.readEventDetails([code]);
  return describeInvitation(ports, event, { details, again: invitation.remindedAt !== undefined });
}

/** The words of the invitation, as they are sent and as the DANE sees them before. */
export function describeInvitation(
  ports: MailPorts,
  event: Event,
  { details = {}, again = false }: { details?: Partial<EventDetails> | undefined; again?: boolean },
): MailMessage {
  const { invitation: texts } = mailTextsOf(ports);
  const { title, startsOn } = event;
  const { place, opensAt, closesAt, link, words } = details;
  const url = invitationUrl(ports.origin, event.code);
  return {
    by: startsOn,
    subject: again ? texts.reminderSubject(title, startsOn) : texts.subject(title, startsOn),
    blocks: [
      texts.invited(title, startsOn, lastAnswerDay(event)),
      ...(place ? [texts.place(place)] : []),
      ...(opensAt && closesAt ? [texts.times(opensAt, closesAt)] : []),
      ...(words ? [words] : []),
      ...(link ? [{ label: texts.link, url: link }] : []),
      texts.answer,
      { label: texts.calendar, url: `${url}/event.ics` },
    ],
    act: { label: texts.open, url },
  };
}
