import type { Store } from '../../../application/ports.ts';
import {
  isMeetingOpen,
  type MeetingNotes,
  type MeetingSide,
  mayNote,
  type SchoolMeeting,
  waitsFor,
} from '../../../domain/event/school-meeting.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import { typographic } from '../../../texts/typographic.ts';

/** A meeting in a list. */
export interface MeetingLine {
  readonly id: string;
  readonly school: string;
  readonly asked: string;
  readonly state: string;
  readonly day: string;
}

/** A meeting as one side sees it. */
export interface MeetingView extends MeetingLine {
  readonly story: readonly string[];
  readonly words?: string | undefined;
  /** The day that the other side proposes and this side may accept. */
  readonly acceptable?: { readonly value: LocalDate; readonly words: string } | undefined;
  readonly isOpen: boolean;
  readonly mayNote: boolean;
  readonly held?:
    | {
        readonly notes: MeetingNotes;
        readonly by: string;
        readonly present: readonly string[];
        readonly eventCode: string;
      }
    | undefined;
}

type Reads = Pick<Store, 'readEstablishments' | 'readEventAttendances' | 'readPeople'>;
const MOST_PRESENT = 200;

/** Meetings with the names of their schools, read at once. */
export async function meetingLines(
  store: Pick<Store, 'readEstablishments'>,
  meetings: readonly SchoolMeeting[],
  t: PageTexts,
): Promise<readonly MeetingLine[]> {
  const uais = [...new Set(meetings.map(({ uai }) => uai))];
  const schools = uais.length > 0 ? await store.readEstablishments(uais) : [];
  const nameOf = new Map(
    schools.map(({ uai, name, commune }) => [uai, typographic([name, commune].filter(Boolean).join(', '))]),
  );
  return meetings.map(({ id, uai, state, day, askedAt }) => ({
    id,
    school: nameOf.get(uai) ?? uai,
    asked: t.day(askedAt),
    state: t.meetings.states[state],
    day: day ? t.day(day) : '',
  }));
}

export async function meetingView(
  store: Reads,
  { meeting, side }: { readonly meeting: SchoolMeeting; readonly side: MeetingSide },
  t: PageTexts,
): Promise<MeetingView> {
  const { held, day, state, proposedBy } = meeting;
  const attendances = held ? await store.readEventAttendances(held.eventCode, { limit: MOST_PRESENT }) : [];
  const [lines, people] = await Promise.all([
    meetingLines(store, [meeting], t),
    store.readPeople([
      ...new Set([meeting.askedBy, ...(held ? [held.by] : []), ...attendances.map((one) => one.personId)]),
    ]),
  ]);
  const names = new Map(people.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
  const nameOf = (id: SchoolMeeting['askedBy']) => names.get(id) ?? t.meetings.someone;
  const line = lines[0] ?? { id: meeting.id, school: meeting.uai, asked: '', state: '', day: '' };
  return {
    ...line,
    story: [
      t.meetings.askedBy(nameOf(meeting.askedBy), line.asked),
      ...(state === 'proposed' && proposedBy ? [t.meetings.proposedBy[proposedBy](line.day)] : []),
      ...turnWords(meeting, side, t),
      ...(state === 'planned' ? [t.meetings.plannedOn(line.day)] : []),
    ],
    words: meeting.words,
    acceptable:
      state === 'proposed' && day && waitsFor(meeting, side) ? { value: day, words: line.day } : undefined,
    isOpen: isMeetingOpen(meeting),
    mayNote: mayNote(meeting, side),
    held: held && {
      notes: held.notes,
      by: t.meetings.held.by[held.as](nameOf(held.by), t.day(held.at)),
      present: attendances
        .map(({ personId }) => nameOf(personId))
        .toSorted((a, b) => a.localeCompare(b, 'fr')),
      eventCode: held.eventCode,
    },
  };
}

/** The side that must answer, where it is the other one. */
function turnWords(meeting: SchoolMeeting, side: MeetingSide, { meetings }: PageTexts): readonly string[] {
  const other = side === 'dane' ? 'principal' : 'dane';
  return waitsFor(meeting, other) ? [meetings.turnOf[other]] : [];
}
