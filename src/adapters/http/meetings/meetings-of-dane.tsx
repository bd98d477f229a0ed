import { z } from 'zod';
import { MEETING_LENGTHS, type MeetingState } from '../../../domain/event/school-meeting.ts';
import { Empty } from '../components/empty-state.tsx';
import { eventHref } from '../components/event-summary.ts';
import { Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import { DaneLayout } from '../dane/layout.tsx';
import type { AppDeps } from '../env.ts';
import { Filter } from '../forms/filter.tsx';
import { Refusal } from '../forms/inputs.tsx';
import { findSchool, refuseNamed, typedIn } from '../forms/name-lookup.ts';
import { optionalDate, optionalText, requiredText } from '../forms/schema.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { meetingActs, RecordForm, readMeetingOf, readRecord } from './meeting-acts.tsx';
import {
  AskForm,
  MeetingBody,
  MeetingTable,
  meetingHref,
  plannedDayFault,
  readMeetingPeople,
  readSchoolNames,
} from './meetings.tsx';

const OPEN: readonly MeetingState[] = ['asked', 'proposed', 'planned'];
const PAST = ['held', 'cancelled'] as const;
const PATH = '/dane/meetings';

/** `/dane/meetings`: the yearly meetings in schools, for the DANE. */
export function daneMeetingPages(deps: AppDeps) {
  const pages = pagesOf(deps, 'dane')
    .page(PATH, 'keep-register', drawMeetings)
    .form(PATH, 'keep-register', {
      page: drawMeetings,
      schema: z.object({
        uai: requiredText(),
        day: optionalDate,
        words: optionalText(MEETING_LENGTHS.words),
      }),
      act: async (visit, asked, values) => {
        const { key: uai, ...named } = await findSchool(visit.store, typedIn(values, 'uai'));
        if (!uai) return refuseNamed('uai', named);
        const refused = asked.day && plannedDayFault(asked.day, visit);
        if (refused) return refused;
        const meeting = await visit.services.askMeeting({ ...asked, uai, by: visit.me, side: 'dane' });
        return meetingHref('dane', meeting);
      },
      done: 'meeting-asked',
      refusals: { 'meeting-waits': 409, 'unknown-establishment': { uai: 'unknown-establishment' } },
    });
  return meetingActs(pages, {
    side: 'dane',
    path: `${PATH}/:id`,
    read: 'keep-register',
    keep: 'keep-register',
    draw: drawMeeting,
    drawRecord,
  });
}

/** The meetings in schools, to be held or past. */
async function drawMeetings(visit: Visit) {
  const { store, query, form, sent } = visit;
  const t = visit.t.meetings;
  const state = query('state') ?? '';
  const past = PAST.find((one) => one === state);
  const { rows, last } = pageOf(await store.readSchoolMeetings(past ? [past] : OPEN, sliceOf(visit)));
  const schoolOf = await readSchoolNames(visit, rows);
  const choices = [
    { value: 'open', label: t.dane.open },
    ...PAST.map((value) => ({ value, label: t.states[value] })),
  ];
  return (
    <DaneLayout section="meetings" title={t.dane.title}>
      <p class="lede">{t.dane.ledes[past ?? 'open']}</p>
      <Refusal form={form} />
      <Filter
        action={PATH}
        form={{ values: { state: [state] }, faults: {} }}
        labels={{ state: t.dane.which }}
        fields={[{ kind: 'choice', name: 'state', choices, rest: 'open' }]}
      />
      {rows.length === 0 ? (
        <Empty>{t.dane.none[past ?? 'open']}</Empty>
      ) : (
        <MeetingTable base={PATH} meetings={rows} schoolOf={schoolOf} />
      )}
      <Paging next={last && `${PATH}?${new URLSearchParams({ state, after: last.id })}`} />
      <AskForm action={PATH} form={sent ?? { values: { uai: [query('uai') ?? ''] }, faults: {} }} ofAny />
    </DaneLayout>
  );
}

async function drawMeeting(visit: Visit) {
  const { form } = visit;
  const t = visit.t.meetings;
  const meeting = await readMeetingOf(visit);
  const schoolOf = await readSchoolNames(visit, [meeting]);
  const people = await readMeetingPeople(visit, meeting);
  return (
    <DaneLayout section="meetings" title={t.dane.of(schoolOf(meeting))}>
      <Refusal form={form} />
      <MeetingBody side="dane" mayKeep {...{ meeting, people, form }} />
      <p class="actions no-print">
        {meeting.held && <a href={eventHref(meeting.held.eventCode)}>{t.held.event}</a>}
        <a href={PATH}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

async function drawRecord(visit: Visit) {
  const meeting = await readMeetingOf(visit);
  return (
    <DaneLayout section="meetings" title={visit.t.meetings.record.title}>
      <RecordForm side="dane" meeting={meeting} {...(await readRecord(visit, meeting))} />
    </DaneLayout>
  );
}
