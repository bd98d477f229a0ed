import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { eventRow } from '../../adapters/http/components/event-summary.ts';
import type { AppDeps } from '../../adapters/http/env.ts';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { optionalDate, optionalText } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import { DomainError } from '../../domain/errors.ts';
import { fullName } from '../../domain/person/name.ts';
import { engagedOn } from './actions.ts';
import {
  AskForm,
  MeetingBody,
  MeetingTable,
  meetingHref,
  plannedDayError,
  readMeetingPeople,
} from './components.tsx';
import { addMeetingActions, RecordForm, readMeetingOf, readRecord } from './components-record.tsx';
import { isMeetingOpen, MEETING_LENGTHS } from './feature.ts';

const PATH = '/school/:uai/meetings';

/** `/school/{uai}/meetings`: the yearly meeting with the DANE, for the principal. */
export function schoolMeetingPages(deps: AppDeps) {
  const pages = definePages(deps, 'school')
    .page(PATH, 'read-establishment', renderMeetings)
    .form(PATH, 'keep-establishment', {
      page: renderMeetings,
      schema: z.object({ day: optionalDate, words: optionalText(MEETING_LENGTHS.words) }),
      act: async (request, requested) => {
        const { services, uai, me } = request;
        const refused = requested.day && plannedDayError(requested.day, request);
        if (refused) return refused;
        return meetingHref(
          'principal',
          await services.askMeeting({ ...requested, uai, by: me, side: 'principal' }),
        );
      },
      done: 'meeting-asked',
      refusals: { 'meeting-waits': 409 },
    });
  return addMeetingActions(pages, {
    side: 'principal',
    path: `${PATH}/:id`,
    read: 'read-establishment',
    keep: 'keep-establishment',
    render: renderMeeting,
    renderRecord,
  });
}

async function readPlace({ c, store, uai }: PageRequest) {
  const [establishment] = await store.readSchoolsByUai([uai]);
  if (!establishment) throw new DomainError('not-found');
  return placeOf(c, { establishment });
}

async function renderMeetings(request: PageRequest) {
  const { store, uai, form } = request;
  const t = request.t.meetings;
  const [place, meetings] = await Promise.all([readPlace(request), store.readSchoolMeetingsAt(uai)]);
  const base = `/school/${uai}/meetings`;
  return (
    <SchoolLayout school={place} page="meetings" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <Rejection form={form} />
      <h2>{t.list}</h2>
      {meetings.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <MeetingTable base={base} meetings={meetings} />
      )}
      <Invited invited={await readInvited(request)} />
      {place.mayKeep && !meetings.some(isMeetingOpen) && <AskForm action={base} form={form} />}
    </SchoolLayout>
  );
}

/** The people engaged at the school today who are invited to events to come, each with the event and their
 *  answer in words. */
async function readInvited({ store, uai, today, wording }: PageRequest) {
  const [record] = await store.readSchoolRecords([uai]);
  const engagements = record?.people.flatMap((one) => one.engagements) ?? [];
  const invitations = await store.readInvitationsOf([...engagedOn(engagements, uai, today)], today);
  const [people, events] = await Promise.all([
    store.readPeople(invitations.map(({ personId }) => personId)),
    store.readEvents([...new Set(invitations.map(({ eventCode }) => eventCode))]),
  ]);
  const names = new Map(people.map((one) => [one.id, fullName(one)]));
  const lines = new Map(events.map((one) => [one.code, eventRow(wording, one)]));
  return invitations.map(({ personId, eventCode, answer }) => {
    const line = lines.get(eventCode);
    return {
      name: names.get(personId) ?? wording.t.meetings.someone,
      event: [line?.title, line?.dates].filter(Boolean).join(', '),
      answer: wording.t.invitations.said[answer?.kind ?? 'silent'],
    };
  });
}

/** The invited people of the school, event by event; nothing if there are none. */
function Invited({ invited }: { invited: Awaited<ReturnType<typeof readInvited>> }) {
  const t = usePageContext().t.invitations.school;
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

async function renderMeeting(request: PageRequest) {
  const { form } = request;
  const t = request.t.meetings;
  const meeting = await readMeetingOf(request);
  const place = await readPlace(request);
  const people = await readMeetingPeople(request, meeting);
  return (
    <SchoolLayout school={place} page="meetings" title={t.title} description={t.lede}>
      <Rejection form={form} />
      <MeetingBody side="principal" mayKeep={place.mayKeep} {...{ meeting, people, form }} />
      <p class="no-print">
        <a href={`/school/${meeting.uai}/meetings`}>{t.back}</a>
      </p>
    </SchoolLayout>
  );
}

async function renderRecord(request: PageRequest) {
  const { title } = request.t.meetings.record;
  const meeting = await readMeetingOf(request);
  return (
    <SchoolLayout school={await readPlace(request)} page="meetings" title={title} description={title}>
      <RecordForm side="principal" meeting={meeting} {...(await readRecord(request, meeting))} />
    </SchoolLayout>
  );
}
