import { CardTable } from '../../adapters/http/components/card-table.tsx';
import type { FormState } from '../../adapters/http/forms/context.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { DateField, TextArea } from '../../adapters/http/forms/inputs.tsx';
import { SchoolField } from '../../adapters/http/forms/name-lookup-field.tsx';
import type { Refused } from '../../adapters/http/forms/submission.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { fullName } from '../../domain/person/name.ts';
import { daysAfter, type LocalDate } from '../../domain/time/calendar.ts';
import { typographic } from '../../texts/grammar.ts';
import {
  isMeetingOpen,
  MEETING_LENGTHS,
  type MeetingSide,
  mayNote,
  type SchoolMeeting,
  waitsFor,
} from './feature.ts';

const DAYS_AHEAD = 400;
export const MOST_PRESENT = 200;

/** The reason why a meeting cannot be planned on this day. */
export function plannedDayError(day: LocalDate, { today }: PageRequest): Refused | undefined {
  if (day < today) return { faults: { day: `before:${today}` } };
  const last = daysAfter(today, DAYS_AHEAD);
  return day > last ? { faults: { day: `after:${last}` } } : undefined;
}

/** The address of a meeting on the pages of one side. */
export function meetingHref(side: MeetingSide, { id, uai }: SchoolMeeting): string {
  return side === 'dane' ? `/dane/meetings/${id}` : `/school/${uai}/meetings/${id}`;
}

/** Names of the schools of meetings, read at once. */
export async function readSchoolNames({ store }: PageRequest, meetings: readonly SchoolMeeting[]) {
  const uais = [...new Set(meetings.map(({ uai }) => uai))];
  const schools = uais.length > 0 ? await store.readSchoolsByUai(uais) : [];
  const names = new Map(
    schools.map(({ uai, name, commune }) => [uai, typographic([name, commune].filter(Boolean).join(', '))]),
  );
  return ({ uai }: SchoolMeeting) => names.get(uai) ?? uai;
}

/** Meetings, each with its link. Where all are of one school, the day of its request names each line. */
export function MeetingTable({
  base,
  meetings,
  schoolOf,
}: {
  base: string;
  meetings: readonly SchoolMeeting[];
  /** The name of a meeting's school; absent if all are of one. */
  schoolOf?: (meeting: SchoolMeeting) => string;
}) {
  const { day: texts, meetings: t } = usePageContext().t;
  return (
    <CardTable
      rows={meetings}
      caption={t.list}
      columns={[
        {
          heading: schoolOf ? t.columns.school : t.columns.asked,
          cell: (one) => (
            <a href={`${base}/${one.id}`}>
              {schoolOf ? schoolOf(one) : t.askedOn(texts(one.askedAt))}
              {schoolOf && <span class="visually-hidden">, {t.askedOn(texts(one.askedAt))}</span>}
            </a>
          ),
          names: true,
        },
        { heading: t.columns.state, cell: ({ state }) => t.states[state] },
        { heading: t.columns.day, cell: ({ day }) => (day ? texts(day) : '—') },
      ]}
    />
  );
}

/** The form that asks for a meeting. It has a field for the school, except on the pages of one school. */
export function AskForm({ action, form, ofAny }: { action: string; form: FormState; ofAny?: boolean }) {
  const t = usePageContext().t.meetings;
  return (
    <section id="ask">
      <h2>{t.ask}</h2>
      <Form action={action} form={form} labels={t.form} submit={t.form.send}>
        {ofAny && <SchoolField name="uai" label={t.form.uai} />}
        <DateField name="day" optional />
        <TextArea name="words" rows={2} maxlength={MEETING_LENGTHS.words} optional />
      </Form>
    </section>
  );
}

/** The attendances of a meeting, and the names of everyone who acted or was there. */
export async function readMeetingPeople({ store, t }: PageRequest, { askedBy, held }: SchoolMeeting) {
  const attendances = held ? await store.readEventAttendances(held.eventCode, { limit: MOST_PRESENT }) : [];
  const present = attendances.map(({ personId }) => personId);
  const people = await store.readPeople([...new Set([askedBy, ...(held ? [held.by] : []), ...present])]);
  const names = new Map(people.map((one) => [one.id, fullName(one)]));
  const name = (id: SchoolMeeting['askedBy']) => names.get(id) ?? t.meetings.someone;
  return { name, present: present.map(name).toSorted((a, b) => a.localeCompare(b, 'fr')) };
}

interface MeetingOfSide {
  readonly meeting: SchoolMeeting;
  readonly side: MeetingSide;
}

/** One meeting: its progress, its record, and what the viewer may do. */
export function MeetingBody(
  props: MeetingOfSide & {
    people: Awaited<ReturnType<typeof readMeetingPeople>>;
    /** Whether the viewer may act. */
    mayKeep: boolean;
    form: FormState;
  },
) {
  const { day: texts, meetings: t } = usePageContext().t;
  const { meeting, side, people, mayKeep, form } = props;
  const { held, state, day } = meeting;
  const href = meetingHref(side, meeting);
  const isOpen = isMeetingOpen(meeting);
  const mayWrite = mayKeep && mayNote(meeting, side);
  return (
    <>
      <p class="lede">{held ? t.held.on(day ? texts(day) : '') : t.states[state]}</p>
      <p>
        <Story {...props} />
      </p>
      {meeting.words && <blockquote class="as-written">{meeting.words}</blockquote>}
      {held && <Record held={held} {...people} />}
      {mayKeep && isOpen && <Day {...{ meeting, side, form }} />}
      {mayWrite && (
        <p class="no-print">
          <a class="button-secondary" href={`${href}/record`}>
            {held ? t.correct : t.note}
          </a>
        </p>
      )}
      {mayKeep && isOpen && (
        <>
          <p>{t.cancelText}</p>
          <ActionButton action={`${href}/cancellation`} class="secondary">
            {t.cancel}
          </ActionButton>
        </>
      )}
      {mayWrite && held && (
        <div class="no-print">
          <p>{t.takeBackText}</p>
          <ActionButton action={`${href}/record/removal`} class="secondary">
            {t.takeBack}
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** Who asked for the meeting, who proposed its day, and the side that must answer, where it is the other
 *  one. */
function Story({
  meeting,
  side,
  people,
}: MeetingOfSide & { people: Awaited<ReturnType<typeof readMeetingPeople>> }) {
  const { day: texts, meetings: t } = usePageContext().t;
  const { askedBy, askedAt, state, proposedBy } = meeting;
  const day = meeting.day ? texts(meeting.day) : '';
  const other = side === 'dane' ? 'principal' : 'dane';
  const story = [
    t.askedBy(people.name(askedBy), texts(askedAt)),
    ...(state === 'proposed' && proposedBy ? [t.proposedBy[proposedBy](day)] : []),
    ...(waitsFor(meeting, other) ? [t.turnOf[other]] : []),
    ...(state === 'planned' ? [t.plannedOn(day)] : []),
  ];
  return <>{story.join(' ')}</>;
}

/** Accepting the day of the other side, or proposing another one. */
function Day({ meeting, side, form }: MeetingOfSide & { form: FormState }) {
  const { day: texts, meetings } = usePageContext().t;
  const t = meetings.day;
  const action = `${meetingHref(side, meeting)}/day`;
  const { state, day } = meeting;
  return (
    <section>
      <h2>{t.heading}</h2>
      {state === 'proposed' && day && waitsFor(meeting, side) && (
        <ActionButton action={action} hidden={{ day }}>
          {t.accept(texts(day))}
        </ActionButton>
      )}
      <Form action={action} form={form} labels={{ day: t.other }}>
        <DateField name="day" />
        <div class="actions">
          {side === 'dane' && (
            <Submit name="settles" value="yes">
              {t.settle}
            </Submit>
          )}
          <Submit class="secondary">{t.propose}</Submit>
        </div>
      </Form>
    </section>
  );
}

function Record({
  held,
  name,
  present,
}: Pick<Required<SchoolMeeting>, 'held'> & Awaited<ReturnType<typeof readMeetingPeople>>) {
  const { day: texts, meetings: t } = usePageContext().t;
  return (
    <section>
      <h2>{t.held.heading}</h2>
      <dl class="facts-list">
        {(['projects', 'difficulties', 'prospects'] as const).map((note) => (
          <>
            <dt>{t.record[note]}</dt>
            <dd class="as-written">{held.notes[note] || t.held.empty}</dd>
          </>
        ))}
        <dt>{t.held.present}</dt>
        <dd>{present.length > 0 ? present.join(', ') : t.held.nobody}</dd>
      </dl>
      <p class="note">{t.held.by[held.as](name(held.by), texts(held.at))}</p>
      <p class="note no-print">{t.held.print}</p>
    </section>
  );
}
