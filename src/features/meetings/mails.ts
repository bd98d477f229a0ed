import { daneMeetingUrl, schoolMeetingUrl } from '../../application/mail/addresses.ts';
import { type MailMessage, type MailPorts, mailTextsOf, placeName } from '../../application/mail/content.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import type { Person } from '../../domain/records.ts';

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
