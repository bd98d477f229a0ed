import type { EventDetails } from '../../domain/event/details.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import type { Event, Person } from '../../domain/records.ts';
import { isToCome, lastAnswerDay } from '../../features/invitations/feature.ts';
import {
  daneMeetingUrl,
  daneSupportUrl,
  invitationUrl,
  ownSupportUrl,
  schoolMeetingUrl,
} from './addresses.ts';
import { type MailFor, type MailMessage, type MailPorts, mailTextsOf, placeName } from './content.ts';

/** A mail about a request of support: to an agent of the DANE while it waits, or to its asker after an
 *  answer. The mail does not contain the texts of the request, which are read only on the service. */
export async function composeSupport(
  ports: MailPorts,
  person: Person,
  { requestId: id }: AboutOf<'support'>,
): Promise<MailMessage | undefined> {
  const { store, origin } = ports;
  const request = await store.readSupportRequest(id);
  if (!request) return undefined;
  const [school] = await store.readSchoolsByUai([request.uai]);
  const { support: texts, subjects } = mailTextsOf(ports);
  const about = texts.about(texts.kinds[request.kind], placeName(school, request.uai));
  if (person.id === request.personId) {
    if (request.messages.at(-1)?.side !== 'dane') return undefined;
    const { state, plannedOn } = request;
    return {
      subject: texts.answeredSubject,
      by: plannedOn,
      blocks: [
        texts.answered,
        about,
        ...(state === 'planned' && plannedOn ? [texts.planned(plannedOn)] : []),
        ...(state === 'closed' ? [texts.closed] : []),
      ],
      act: { label: texts.open, url: ownSupportUrl(origin, id) },
    };
  }
  if (!person.profiles.includes('dane') || request.state !== 'open') return undefined;
  return {
    subject: subjects.support,
    blocks: [texts.waits, about],
    act: { label: texts.answer, url: daneSupportUrl(origin, id) },
  };
}

/** A mail about the state of the yearly meeting, to a principal of the school or to an agent of the DANE. */
export async function composeMeeting(
  ports: MailPorts,
  person: Person,
  { meetingId: id }: AboutOf<'meeting'>,
): Promise<MailMessage | undefined> {
  const { store, origin } = ports;
  const meeting = await store.readSchoolMeeting(id);
  if (!meeting) return undefined;
  const [[school], heads] = await Promise.all([
    store.readSchoolsByUai([meeting.uai]),
    store.readHeadsOf(meeting.uai),
  ]);
  const heading = heads.includes(person.id);
  if (!heading && !person.profiles.includes('dane')) return undefined;
  const { meeting: texts } = mailTextsOf(ports);
  const { state, day, uai } = meeting;
  const url = heading ? schoolMeetingUrl(origin, uai, id) : daneMeetingUrl(origin, id);
  return {
    subject: texts.subjects[state],
    by: day,
    blocks: [texts.of(placeName(school, uai)), texts.states[state](day ?? '')],
    act: { label: texts.open, url },
  };
}

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
