import { DomainError } from '../../domain/errors.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { meetingErrors } from './feature-errors.ts';

/** The states of a meeting: someone asked for it, one side proposed a day, both agreed on the day, it was
 *  held, or it was cancelled. */
export const MEETING_STATES = ['asked', 'proposed', 'planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
/** The two sides of a meeting. */
export type MeetingSide = 'principal' | 'dane';

/** The most characters of each text. */
export const MEETING_LENGTHS = { words: 500, notes: 2000 } as const;

/** The three texts on a meeting that was held. */
export interface MeetingNotes {
  readonly projects: string;
  readonly difficulties: string;
  readonly prospects: string;
}

/** The yearly meeting of the DANE in a school, with its principal (docs/rules.md, The meeting in the
 *  school). */
export interface SchoolMeeting {
  readonly id: string;
  readonly uai: Uai;
  readonly askedBy: PersonId;
  readonly askedAt: Instant;
  /** The subject of the meeting, in the words of the person who asked for it. */
  readonly words?: string;
  readonly state: MeetingState;
  /** The side that proposed the day. The other side has to accept it. */
  readonly proposedBy?: MeetingSide;
  readonly day?: LocalDate;
  readonly held?: {
    readonly notes: MeetingNotes;
    readonly by: PersonId;
    readonly as: MeetingSide;
    readonly at: Instant;
    /** The code of the `EV-ETAB` event that holds the attendances. */
    readonly eventCode: string;
  };
  /** Goes up by one with each change. Of two changes made at once, the second is refused. */
  readonly revision: number;
}

/** The states of a meeting that is still to be held. */
export const OPEN_MEETINGS = ['asked', 'proposed', 'planned'] as const satisfies readonly MeetingState[];

/** Whether the meeting is still to be held. */
export function isMeetingOpen({ state }: Pick<SchoolMeeting, 'state'>): boolean {
  return OPEN_MEETINGS.some((one) => one === state);
}

/** Whether this side has to answer about the day. */
export function waitsFor({ state, proposedBy }: SchoolMeeting, side: MeetingSide): boolean {
  if (state === 'proposed') return proposedBy !== side;
  return state === 'asked' && side === 'dane';
}

/** A change of the day by one side. */
interface Move {
  readonly side: MeetingSide;
  readonly day: LocalDate;
  /** True for the DANE, which may set a day without the other side's agreement. A principal only proposes
   *  one. */
  readonly settles: boolean;
}

/** Proposes a day, or sets it. A side that proposes the day already proposed by the other side accepts it.
 *  Throws `meeting-settled`. */
export function moveMeeting(meeting: SchoolMeeting, { side, day, settles }: Move): SchoolMeeting {
  if (!isMeetingOpen(meeting)) throw new DomainError('meeting-settled');
  const accepts = meeting.state === 'proposed' && meeting.proposedBy !== side && meeting.day === day;
  const isSet = accepts || (settles && side === 'dane');
  const { state, proposedBy } = isSet
    ? { state: 'planned' as const, proposedBy: meeting.proposedBy ?? side }
    : { state: 'proposed' as const, proposedBy: side };
  return { ...meeting, state, proposedBy, day, revision: meeting.revision + 1 };
}

/** Cancels the meeting. Throws `meeting-settled` where it was held or is cancelled already. */
export function cancelMeeting(meeting: SchoolMeeting): SchoolMeeting {
  if (!isMeetingOpen(meeting)) throw new DomainError('meeting-settled');
  return { ...meeting, state: 'cancelled', revision: meeting.revision + 1 };
}

/** The meeting recorded as held, or with corrected notes. The DANE records every meeting. A principal records
 *  a meeting only if the DANE agreed to its day, and corrects only their own notes. Throws `meeting-settled`
 *  where it was cancelled, and `not-allowed`. */
export function holdMeeting(
  meeting: SchoolMeeting,
  { day, held }: { readonly day: LocalDate; readonly held: NonNullable<SchoolMeeting['held']> },
): SchoolMeeting {
  if (meeting.state === 'cancelled') throw new DomainError('meeting-settled');
  if (!mayNote(meeting, held.as)) throw new DomainError('not-allowed');
  return { ...meeting, state: 'held', day, held, revision: meeting.revision + 1 };
}

/** Whether this side may record the meeting as held, or correct the notes. */
export function mayNote({ state, held }: SchoolMeeting, side: MeetingSide): boolean {
  if (state === 'cancelled') return false;
  return side === 'dane' || state === 'planned' || held?.as === 'principal';
}

/** The meeting in its state before it was recorded as held. Throws `meeting-settled` where it was not held,
 *  and `not-allowed` where the DANE recorded it and a principal asks. */
export function reopenMeeting({ held, ...meeting }: SchoolMeeting, side: MeetingSide): SchoolMeeting {
  if (!held) throw new DomainError('meeting-settled');
  if (side === 'principal' && held.as !== 'principal') throw new DomainError('not-allowed');
  return compact({ ...meeting, state: 'planned', revision: meeting.revision + 1 });
}

/** Changes to meetings in schools. */
export type SchoolMeetingChange =
  /** The whole commit is refused where a meeting of the school is still to be held. */
  | { readonly kind: 'school-meeting-asked'; readonly meeting: SchoolMeeting }
  /** The whole commit is refused where someone else changed the meeting in the meantime. */
  | { readonly kind: 'school-meeting-changed'; readonly meeting: SchoolMeeting };

/** Reads the meetings of the DANE in schools. */
export interface SchoolMeetingReader {
  readSchoolMeeting(id: string): Promise<SchoolMeeting | undefined>;
  /** The newest first. */
  readSchoolMeetingsAt(uai: Uai): Promise<readonly SchoolMeeting[]>;
  /** Meetings in one of the states, the oldest first; `after` is an id. */
  readSchoolMeetings(
    states: readonly MeetingState[],
    slice: Slice<string>,
  ): Promise<readonly SchoolMeeting[]>;
  /** Number of meetings for which the DANE has to set or accept a day. */
  countMeetingsForDane(): Promise<number>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface MeetingsTables {
  school_meeting: RowOf<Omit<SchoolMeeting, 'held'>> & {
    projects: string | null;
    difficulties: string | null;
    prospects: string | null;
    noted_by: PersonId | null;
    noted_as: MeetingSide | null;
    noted_at: Instant | null;
    event_code: string | null;
  };
}

/** What the other layers read of this feature. */
export const feature = declare<MeetingsTables, SchoolMeetingChange, SchoolMeetingReader>()({
  group: 'schools',
  audit: [
    'meeting-asked',
    'meeting-moved',
    'meeting-cancelled',
    'meeting-held',
    'meeting-corrected',
    'meeting-taken-back',
  ],
  errors: meetingErrors,
  menu: {
    dane: { meetings: { under: 'schools', after: 'campaigns', path: '/dane/meetings' } },
    school: { meetings: { under: 'reviews', after: 'reviews', path: '/meetings' } },
  },
});
