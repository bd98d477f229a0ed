import { meetingOfSubjects, supportOfSubjects } from '../../domain/mail/mail-subject.ts';
import type { Ports } from '../service-ports.ts';
import { daneSupportUrl, ownSupportUrl } from './addresses.ts';
import { composeMeeting } from './compose-meeting.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';
import { placeName } from './place-name.ts';

/** A mail about a request of support: to an agent of the DANE while it waits, or to its asker after an
 *  answer. The mail does not contain the texts of the request, which are read only on the service. */
export async function composeSupport(ports: Ports, { mail, person }: MailFor): Promise<SaidMail | undefined> {
  if (meetingOfSubjects(mail.subjectIds) !== undefined) return composeMeeting(ports, { mail, person });
  const { store, origin } = ports;
  const id = supportOfSubjects(mail.subjectIds) ?? '';
  const request = await store.readSupportRequest(id);
  if (!request) return undefined;
  const [school] = await store.readEstablishments([request.uai]);
  const { support: texts, subjects } = mailWords(ports);
  const about = texts.about(texts.kinds[request.kind], placeName(school, request.uai));
  if (person.id === request.personId) {
    if (request.messages.at(-1)?.side !== 'dane') return undefined;
    const { state, plannedOn } = request;
    return {
      subject: texts.answeredSubject,
      blocks: [
        texts.answered,
        about,
        ...(state === 'planned' && plannedOn ? [texts.planned(plannedOn)] : []),
        ...(state === 'closed' ? [texts.closed] : []),
        { label: texts.open, url: ownSupportUrl(origin, id) },
      ],
    };
  }
  if (!person.profiles.includes('dane') || request.state !== 'open') return undefined;
  return {
    subject: subjects.support,
    blocks: [texts.waits, about, { label: texts.answer, url: daneSupportUrl(origin, id) }],
  };
}
