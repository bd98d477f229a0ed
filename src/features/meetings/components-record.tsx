import { z } from 'zod';
import type { FormState } from '../../adapters/http/forms/context.ts';
import { Form, Submit } from '../../adapters/http/forms/elements.tsx';
import {
  type Choice,
  ChoiceGroup,
  DateField,
  Rejection,
  TextArea,
} from '../../adapters/http/forms/inputs.tsx';
import { manyOf, noFields, optionalText, requiredDate, ticked } from '../../adapters/http/forms/schema.ts';
import { formOver } from '../../adapters/http/forms/submission.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { Pages, Render, Right } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { EARLIEST_DAY } from '../../domain/engagement/validate-dates.ts';
import { DomainError } from '../../domain/errors.ts';
import { personIdsAmong } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import { engagedOn } from './actions.ts';
import { MOST_PRESENT, meetingHref, plannedDayError } from './components.tsx';
import { MEETING_LENGTHS, type MeetingSide, mayNote, type SchoolMeeting } from './feature.ts';

const note = optionalText(MEETING_LENGTHS.notes).transform((text) => text ?? '');
const recordForm = z.object({
  day: requiredDate,
  ...{ projects: note, difficulties: note, prospects: note },
  present: manyOf(200),
});

/** The meeting of the address. Throws `not-found`, also for a meeting of another school. */
export async function readMeetingOf(request: PageRequest): Promise<SchoolMeeting> {
  const meeting = await request.store.readSchoolMeeting(request.param('id'));
  const isElsewhere = request.param('uai') !== '' && meeting?.uai !== request.uai;
  if (!meeting || isElsewhere) throw new DomainError('not-found');
  return meeting;
}

interface OneMeeting {
  readonly side: MeetingSide;
  /** The path of one meeting, with its parameters. */
  readonly path: `${string}/:id`;
  readonly read: Right;
  readonly keep: Right;
  readonly render: Render;
  readonly renderRecord: Render;
}

/** Adds all acts of one side on one meeting. */
export function addMeetingActions(
  pages: Pages,
  { side, path, read, keep, render, renderRecord }: OneMeeting,
): Pages {
  const refusals = { 'meeting-settled': 409, 'store-conflict': 409 } as const;
  const act = async (request: PageRequest, carryOut: (meeting: SchoolMeeting) => Promise<unknown>) => {
    const meeting = await readMeetingOf(request);
    await carryOut(meeting);
    return meetingHref(side, meeting);
  };
  return pages
    .page(path, read, render)
    .form(`${path}/day`, keep, {
      page: render,
      schema: z.object({ day: requiredDate, settles: ticked }),
      act: async (request, { day, settles }) =>
        plannedDayError(day, request) ??
        act(request, ({ id }) => request.services.moveMeeting({ id, by: request.me, side, day, settles })),
      done: 'meeting-moved',
      refusals,
    })
    .form(`${path}/cancellation`, keep, {
      page: render,
      schema: noFields,
      act: (request) =>
        act(request, ({ id }) => request.services.cancelMeeting({ id, by: request.me, side })),
      done: 'meeting-cancelled',
      refusals,
    })
    .page(`${path}/record`, keep, renderRecord)
    .form(`${path}/record`, keep, {
      page: renderRecord,
      schema: recordForm,
      act: async (request, { day, present, ...notes }) => {
        const { today, me, services } = request;
        if (day > today) return { faults: { day: `after:${today}` } };
        if (day < EARLIEST_DAY) return { faults: { day: `before:${EARLIEST_DAY}` } };
        const why = notNoted(await readMeetingOf(request), side);
        if (why) {
          return { refusal: request.t.meetings.record.closed[why], status: why === 'cancelled' ? 409 : 403 };
        }
        const noted = { by: me, side, day, notes, present: personIdsAmong(present) };
        return act(request, ({ id }) => services.holdMeeting({ id, ...noted }));
      },
      done: 'meeting-held',
      refusals: { ...refusals, 'meeting-not-engaged': 400 },
    })
    .form(`${path}/record/removal`, keep, {
      page: render,
      schema: noFields,
      act: (request) =>
        act(request, ({ id }) => request.services.takeMeetingBack({ id, by: request.me, side })),
      done: 'meeting-taken-back',
      refusals,
    });
}

/** The reason why this side cannot note the meeting: its day is not agreed, the other side has noted it, or it
 *  is cancelled. Undefined if it can. */
function notNoted(meeting: SchoolMeeting, side: MeetingSide) {
  if (meeting.state === 'cancelled') return 'cancelled';
  if (mayNote(meeting, side)) return undefined;
  return meeting.held ? 'noted' : 'undated';
}

/** The people who may have been at the meeting, and the form with what was noted so far. */
export async function readRecord({ store, today, sent }: PageRequest, meeting: SchoolMeeting) {
  const day = meeting.day && meeting.day <= today ? meeting.day : today;
  const [[record], attendances] = await Promise.all([
    store.readSchoolRecords([meeting.uai]),
    meeting.held ? store.readEventAttendances(meeting.held.eventCode, { limit: MOST_PRESENT }) : [],
  ]);
  const present = attendances.map(({ personId }) => personId);
  const engagements = record?.people.flatMap((one) => one.engagements) ?? [];
  const ids = new Set([...engagedOn(engagements, meeting.uai, day), ...present]);
  const people = (await store.readPeople([...ids])).map((one) => ({ value: one.id, label: fullName(one) }));
  const { projects = '', difficulties = '', prospects = '' } = meeting.held?.notes ?? {};
  const values = {
    ...{ day: [day], projects: [projects], difficulties: [difficulties], prospects: [prospects] },
    present,
  };
  return {
    people: people.toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
    form: formOver(meeting.held ? values : {}, sent, values),
    isSent: sent !== undefined,
  };
}

/** The form of a meeting that was held: its day, three short texts, the people who were there. It is shown only
 *  while this side may note the meeting, or with what was typed. */
export function RecordForm({
  meeting,
  side,
  people,
  form,
  isSent,
}: {
  meeting: SchoolMeeting;
  side: MeetingSide;
  people: readonly Choice[];
  form: FormState;
  isSent: boolean;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.meetings.record;
  const href = meetingHref(side, meeting);
  const closed = isSent ? undefined : notNoted(meeting, side);
  if (closed) {
    return (
      <p class="notice">
        {t.closed[closed]} <a href={href}>{t.toMeeting}</a>
      </p>
    );
  }
  return (
    <>
      <Rejection form={form} />
      <Form action={`${href}/record`} form={form} labels={t} aside={<p>{t.lede[side]}</p>}>
        <DateField name="day" />
        {(['projects', 'difficulties', 'prospects'] as const).map((name) => (
          <TextArea
            name={name}
            help={name === 'projects' ? t.notesHelp : undefined}
            maxlength={MEETING_LENGTHS.notes}
            optional
          />
        ))}
        {people.length === 0 ? (
          <p class="note">{t.nobody}</p>
        ) : (
          <ChoiceGroup name="present" kind="checkbox" choices={people} />
        )}
        <Submit cancel={href}>{t.save}</Submit>
      </Form>
    </>
  );
}
