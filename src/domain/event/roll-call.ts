import type { PersonId } from '../ids.ts';
import type { Attendance, Event } from '../records.ts';
import { type Instant, type LocalDate, toDayNumber } from '../time/calendar.ts';

/** The sign-in sheet of an event. Anyone who knows its secret can state that they are at the event, from
 *  `opensAt` (included) to `closesAt` (excluded). */
export interface RollCall {
  /** 128 random bits, part of the address of the sheet. */
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
  /** Records an attendance with proof 1. Recorded hours and a better proof stay as they are. The whole commit is
   *  refused where the roll call is not open at that instant. */
  | {
      readonly kind: 'attendance-signed';
      readonly personId: PersonId;
      readonly eventCode: string;
      readonly secret: string;
      readonly at: Instant;
    }
  /** The whole commit is refused where another roll call of the event than `replaces` has not closed. */
  | { readonly kind: 'roll-call-opened'; readonly rollCall: RollCall; readonly replaces: string | undefined }
  /** The whole commit is refused where the roll call closes at another instant than was read. */
  | {
      readonly kind: 'roll-call-closed';
      readonly asRead: Pick<RollCall, 'secret' | 'closesAt'>;
      readonly at: Instant;
    };
