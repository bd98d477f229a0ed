import { z } from 'zod';
import { engagedOn } from '../../../application/support/meetings.ts';
import { DomainError } from '../../../domain/errors.ts';
import { isMeetingOpen, MEETING_LENGTHS } from '../../../domain/event/school-meeting.ts';
import { fullName } from '../../../domain/person/name.ts';
import { CardTable } from '../components/card-table.tsx';
import { Empty } from '../components/empty-state.tsx';
import { eventLine } from '../components/event-summary.ts';
import type { AppDeps } from '../env.ts';
import { Refusal } from '../forms/inputs.tsx';
import { optionalDate, optionalText } from '../forms/schema.ts';
import { useFrame } from '../layout/page-context.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { placeOf } from '../school/context.ts';
import { SchoolShell } from '../school/layout.tsx';
import { meetingActs, RecordForm, readMeetingOf, readRecord } from './meeting-acts.tsx';
import {
  AskForm,
  MeetingBody,
  MeetingTable,
  meetingHref,
  plannedDayFault,
  readMeetingPeople,
} from './meetings.tsx';

const PATH = '/school/:uai/meetings';

/** `/school/{uai}/meetings`: the yearly meeting with the DANE, for the principal. */
export function schoolMeetingPages(deps: AppDeps) {
  const pages = pagesOf(deps, 'school')
    .page(PATH, 'read-establishment', drawMeetings)
    .form(PATH, 'keep-establishment', {
      page: drawMeetings,
      schema: z.object({ day: optionalDate, words: optionalText(MEETING_LENGTHS.words) }),
      act: async (visit, asked) => {
        const { services, uai, me } = visit;
        const refused = asked.day && plannedDayFault(asked.day, visit);
        if (refused) return refused;
        return meetingHref(
          'principal',
          await services.askMeeting({ ...asked, uai, by: me, side: 'principal' }),
        );
      },
      done: 'meeting-asked',
      refusals: { 'meeting-waits': 409 },
    });
  return meetingActs(pages, {
    side: 'principal',
    path: `${PATH}/:id`,
    read: 'read-establishment',
    keep: 'keep-establishment',
    draw: drawMeeting,
    drawRecord,
  });
}

async function readPlace({ c, store, uai }: Visit) {
  const [establishment] = await store.readEstablishments([uai]);
  if (!establishment) throw new DomainError('not-found');
  return placeOf(c, { establishment });
}

async function drawMeetings(visit: Visit) {
  const { store, uai, form } = visit;
  const t = visit.t.meetings;
  const [place, meetings] = await Promise.all([readPlace(visit), store.readSchoolMeetingsAt(uai)]);
  const base = `/school/${uai}/meetings`;
  return (
    <SchoolShell school={place} page="meetings" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <Refusal form={form} />
      <h2>{t.list}</h2>
      {meetings.length === 0 ? <Empty>{t.none}</Empty> : <MeetingTable base={base} meetings={meetings} />}
      <Invited invited={await readInvited(visit)} />
      {place.mayKeep && !meetings.some(isMeetingOpen) && <AskForm action={base} form={form} />}
    </SchoolShell>
  );
}

/** The people engaged at the school today who are invited to events to come, each with the event and their
 *  answer in words. */
async function readInvited({ store, uai, today, wording }: Visit) {
  const [record] = await store.readEstablishmentRecords([uai]);
  const engagements = record?.people.flatMap((one) => one.engagements) ?? [];
  const invitations = await store.readInvitationsOf([...engagedOn(engagements, uai, today)], today);
  const [people, events] = await Promise.all([
    store.readPeople(invitations.map(({ personId }) => personId)),
    store.readEvents([...new Set(invitations.map(({ eventCode }) => eventCode))]),
  ]);
  const names = new Map(people.map((one) => [one.id, fullName(one)]));
  const lines = new Map(events.map((one) => [one.code, eventLine(wording, one)]));
  return invitations.map(({ personId, eventCode, answer }) => {
    const line = lines.get(eventCode);
    return {
      name: names.get(personId) ?? wording.t.meetings.someone,
      event: [line?.title, line?.dates].filter(Boolean).join(', '),
      answer: wording.t.invitations.said[answer?.kind ?? 'silent'],
    };
  });
}

/** The invited people of the school, event by event; nothing where there are none. */
function Invited({ invited }: { invited: Awaited<ReturnType<typeof readInvited>> }) {
  const t = useFrame().t.invitations.school;
  if (invited.length === 0) return null;
  return (
    <section>
      <h2>{t.heading}</h2>
      <p>{t.lede}</p>
      {[...Map.groupBy(invited, ({ event }) => event)].map(([event, people]) => (
        <>
          <h3>{event}</h3>
          <CardTable
            compact
            rows={people}
            caption={event}
            columns={[
              { heading: t.person, cell: ({ name }) => name, names: true },
              { heading: t.answer, cell: ({ answer }) => answer },
            ]}
          />
        </>
      ))}
    </section>
  );
}

async function drawMeeting(visit: Visit) {
  const { form } = visit;
  const t = visit.t.meetings;
  const meeting = await readMeetingOf(visit);
  const place = await readPlace(visit);
  const people = await readMeetingPeople(visit, meeting);
  return (
    <SchoolShell school={place} page="meetings" title={t.title} description={t.lede}>
      <Refusal form={form} />
      <MeetingBody side="principal" mayKeep={place.mayKeep} {...{ meeting, people, form }} />
      <p class="no-print">
        <a href={`/school/${meeting.uai}/meetings`}>{t.back}</a>
      </p>
    </SchoolShell>
  );
}

async function drawRecord(visit: Visit) {
  const { title } = visit.t.meetings.record;
  const meeting = await readMeetingOf(visit);
  return (
    <SchoolShell school={await readPlace(visit)} page="meetings" title={title} description={title}>
      <RecordForm side="principal" meeting={meeting} {...(await readRecord(visit, meeting))} />
    </SchoolShell>
  );
}
