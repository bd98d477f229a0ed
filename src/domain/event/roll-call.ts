import type { PersonId } from '../ids.ts';
import type { Attendance, Event } from '../records.ts';
import { type Instant, type LocalDate, toDayNumber } from '../time/calendar.ts';

/** The sign-in sheet of an event. Anyone who has just read its code can state that they are at the event, from
 *  `opensAt` (included) to `closesAt` (excluded). */
export interface RollCall {
  /** 128 random bits. The codes are derived from it. No page and no address contains it. */
  readonly secret: string;
  readonly eventCode: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly madeAt: Instant;
  readonly madeBy: PersonId;
}

/** A roll call may be opened at most this number of days before or after the event: a meeting may move by a
 *  week. */
const DAYS_AROUND = 7;

/** Whether people may sign at the event on that day. */
export function isAroundEvent({ startsOn, endsOn = startsOn }: Event, day: LocalDate): boolean {
  const [first, last, requested] = [startsOn, endsOn, day].map(toDayNumber) as [number, number, number];
  return requested >= first - DAYS_AROUND && requested <= last + DAYS_AROUND;
}

/** `early`: the roll call has not opened yet. */
export type RollCallState = 'early' | 'open' | 'closed';

export function rollCallState({ opensAt, closesAt }: RollCall, now: Instant): RollCallState {
  if (now >= closesAt) return 'closed';
  return now < opensAt ? 'early' : 'open';
}

/** Seconds for which the screen shows a code. The one before it is accepted too. */
export const CODE_SECONDS = 60;

/** Seconds for which a browser that read a code may sign. They leave time to sign in. */
export const SCAN_SECONDS = 15 * 60;

/** Where a code was read. The code of the printed sheet stays the same, so it proves less. */
export type CodePlace = 'screen' | 'printed';

/** Times `HH:MM` on the clocks in Paris. */
interface Hours {
  readonly opensAt: string;
  readonly closesAt: string;
}

/** The hours of a roll call for an event whose hours are unknown. */
const WHOLE_DAY: Hours = { opensAt: '08:00', closesAt: '18:00' };

/** The hours proposed for a roll call on that day: those of the event. The event's first hour counts on its first
 *  day, and its last hour on its last day. Unknown hours are 08:00 and 18:00. */
export function proposedHours(
  { startsOn, endsOn = startsOn }: Pick<Event, 'startsOn' | 'endsOn'>,
  { opensAt, closesAt }: Partial<Hours>,
  day: LocalDate,
): Hours {
  const opens = (day === startsOn && opensAt) || WHOLE_DAY.opensAt;
  const closes = (day === endsOn && closesAt) || WHOLE_DAY.closesAt;
  // An evening event of several days begins after 18:00, or ends before 08:00.
  if (opens < closes) return { opensAt: opens, closesAt: closes };
  return day === endsOn ? { opensAt: '00:00', closesAt: closes } : { opensAt: opens, closesAt: '23:59' };
}

/** Changes to events, their attendance and their roll calls. */
export type EventChange =
  /** A new event. The whole commit is refused where its code is taken. */
  | { readonly kind: 'event-added'; readonly event: Event }
  | { readonly kind: 'event-saved'; readonly event: Event }
  /** The attendances, roll calls and invitations of the event are removed with it. The whole commit is refused
   *  where someone else attends than these people. */
  | {
      readonly kind: 'event-removed';
      readonly code: string;
      readonly attended: readonly PersonId[];
    }
  | { readonly kind: 'attendance-saved'; readonly attendance: Attendance }
  | { readonly kind: 'attendance-removed'; readonly personId: PersonId; readonly eventCode: string }
  /** Records an attendance with proof 1. Recorded hours and a better proof stay as they are. A signature by the
   *  screen takes the place of one by the printed sheet. The whole commit is refused where the roll call is not
   *  open at that instant. */
  | {
      readonly kind: 'attendance-signed';
      readonly personId: PersonId;
      readonly eventCode: string;
      readonly secret: string;
      readonly at: Instant;
      /** True if the code was read on the printed sheet. */
      readonly printedSheet?: true;
    }
  /** The whole commit is refused where another roll call of the event than `replaces` has not closed. */
  | { readonly kind: 'roll-call-opened'; readonly rollCall: RollCall; readonly replaces: string | undefined }
  /** The whole commit is refused where the roll call closes at another instant than was read. */
  | {
      readonly kind: 'roll-call-closed';
      readonly asRead: Pick<RollCall, 'secret' | 'closesAt'>;
      readonly at: Instant;
    };
