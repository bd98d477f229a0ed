import { meetingOfSubjects } from '../../domain/mail/mail-subject.ts';
import type { Ports } from '../service-ports.ts';
import { daneMeetingUrl, schoolMeetingUrl } from './addresses.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';
import { placeName } from './place-name.ts';

/** A mail about the state of the yearly meeting, to a principal of the school or to an agent of the DANE. */
export async function composeMeeting(ports: Ports, { mail, person }: MailFor): Promise<SaidMail | undefined> {
  const { store, origin } = ports;
  const id = meetingOfSubjects(mail.subjectIds) ?? '';
  const meeting = await store.readSchoolMeeting(id);
  if (!meeting) return undefined;
  const [[school], heads] = await Promise.all([
    store.readEstablishments([meeting.uai]),
    store.readHeadsOf(meeting.uai),
  ]);
  const heading = heads.includes(person.id);
  if (!heading && !person.profiles.includes('dane')) return undefined;
  const { meeting: texts } = mailWords(ports);
  const { state, day = '', uai } = meeting;
  const url = heading ? schoolMeetingUrl(origin, uai, id) : daneMeetingUrl(origin, id);
  return {
    subject: texts.subjects[state],
    blocks: [texts.of(placeName(school, uai)), texts.states[state](day), { label: texts.open, url }],
  };
}
