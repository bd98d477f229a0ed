import { z } from 'zod';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { eventHref } from '../../adapters/http/components/event-summary.ts';
import { Paging, pageOf, sliceOf } from '../../adapters/http/components/pagination.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { Filter } from '../../adapters/http/forms/filter.tsx';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { findSchool, readLookupInput, refuseNamed } from '../../adapters/http/forms/name-lookup.ts';
import { optionalDate, optionalText, requiredText } from '../../adapters/http/forms/schema.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import {
  AskForm,
  MeetingBody,
  MeetingTable,
  meetingHref,
  plannedDayError,
  readMeetingPeople,
  readSchoolNames,
} from './components.tsx';
import { addMeetingActions, RecordForm, readMeetingOf, readRecord } from './components-record.tsx';
import { MEETING_LENGTHS, type MeetingState } from './feature.ts';

const OPEN: readonly MeetingState[] = ['asked', 'proposed', 'planned'];
const PAST = ['held', 'cancelled'] as const;
const PATH = '/dane/meetings';

/** `/dane/meetings`: the yearly meetings in schools, for the DANE. */
export function daneMeetingPages(deps: AppDeps) {
  const pages = definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderMeetings)
    .form(PATH, 'keep-register', {
      page: renderMeetings,
      schema: z.object({
        uai: requiredText(),
        day: optionalDate,
        words: optionalText(MEETING_LENGTHS.words),
      }),
      act: async (request, requested, values) => {
        const { key: uai, ...named } = await findSchool(request.store, readLookupInput(values, 'uai'));
        if (!uai) return refuseNamed('uai', named);
        const refused = requested.day && plannedDayError(requested.day, request);
        if (refused) return refused;
        const meeting = await request.services.askMeeting({
          ...requested,
          uai,
          by: request.me,
          side: 'dane',
        });
        return meetingHref('dane', meeting);
      },
      done: 'meeting-asked',
      refusals: { 'meeting-waits': 409, 'unknown-establishment': { uai: 'unknown-establishment' } },
    });
  return addMeetingActions(pages, {
    side: 'dane',
    path: `${PATH}/:id`,
    read: 'keep-register',
    keep: 'keep-register',
    render: renderMeeting,
    renderRecord,
  });
}

/** The meetings in schools, to be held or past. */
async function renderMeetings(request: PageRequest) {
  const { store, query, form, sent } = request;
  const t = request.t.meetings;
  const state = query('state') ?? '';
  const past = PAST.find((one) => one === state);
  const { rows, last } = pageOf(await store.readSchoolMeetings(past ? [past] : OPEN, sliceOf(request)));
  const schoolOf = await readSchoolNames(request, rows);
  const choices = [
    { value: 'open', label: t.dane.open },
    ...PAST.map((value) => ({ value, label: t.states[value] })),
  ];
  return (
    <DaneLayout section="meetings" title={t.dane.title}>
      <p class="lede">{t.dane.ledes[past ?? 'open']}</p>
      <Rejection form={form} />
      <Filter
        action={PATH}
        form={{ values: { state: [state] }, faults: {} }}
        labels={{ state: t.dane.which }}
        fields={[{ kind: 'choice', name: 'state', choices, rest: 'open' }]}
      />
      {rows.length === 0 ? (
        <EmptyState>{t.dane.none[past ?? 'open']}</EmptyState>
      ) : (
        <MeetingTable base={PATH} meetings={rows} schoolOf={schoolOf} />
      )}
      <Paging next={last && `${PATH}?${new URLSearchParams({ state, after: last.id })}`} />
      <AskForm action={PATH} form={sent ?? { values: { uai: [query('uai') ?? ''] }, faults: {} }} ofAny />
    </DaneLayout>
  );
}

async function renderMeeting(request: PageRequest) {
  const { form } = request;
  const t = request.t.meetings;
  const meeting = await readMeetingOf(request);
  const schoolOf = await readSchoolNames(request, [meeting]);
  const people = await readMeetingPeople(request, meeting);
  return (
    <DaneLayout section="meetings" title={t.dane.of(schoolOf(meeting))}>
      <Rejection form={form} />
      <MeetingBody side="dane" mayKeep {...{ meeting, people, form }} />
      <p class="actions no-print">
        {meeting.held && <a href={eventHref(meeting.held.eventCode)}>{t.held.event}</a>}
        <a href={PATH}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

async function renderRecord(request: PageRequest) {
  const meeting = await readMeetingOf(request);
  return (
    <DaneLayout section="meetings" title={request.t.meetings.record.title}>
      <RecordForm side="dane" meeting={meeting} {...(await readRecord(request, meeting))} />
    </DaneLayout>
  );
}
