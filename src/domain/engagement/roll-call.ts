import type { PersonId } from '../ids.ts';
import type { Attendance, Event } from '../records.ts';
import { type Instant, type LocalDate, toDayNumber } from '../time/time.ts';

/** A sign-in sheet: whoever knows its secret says that they are at the event, from `opensAt` until before `closesAt`. */
export interface RollCall {
  /** 128 bits: part of its address. */
  readonly secret: string;
  readonly eventCode: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly madeAt: Instant;
  readonly madeBy: PersonId;
}

/** Days around an event on which its sheet may be opened: a meeting is put off or made up for within a week. */
const DAYS_AROUND = 7;

/** Whether people may sign on that day that they are at the event. */
export function isAroundEvent({ startsOn, endsOn = startsOn }: Event, day: LocalDate): boolean {
  const [first, last, asked] = [startsOn, endsOn, day].map(toDayNumber) as [number, number, number];
  return asked >= first - DAYS_AROUND && asked <= last + DAYS_AROUND;
}

export type RollCallState = 'early' | 'open' | 'closed';

export function rollCallState({ opensAt, closesAt }: RollCall, now: Instant): RollCallState {
  if (now < opensAt) return 'early';
  return now < closesAt ? 'open' : 'closed';
}

/** What is written about events, their attendance and their sign-in sheets. */
export type EventChange =
  | { readonly kind: 'event-saved'; readonly event: Event }
  | { readonly kind: 'attendance-saved'; readonly attendance: Attendance }
  | { readonly kind: 'attendance-removed'; readonly personId: PersonId; readonly eventCode: string }
  /** Proof 1; a better proof stands, and the hours stay. */
  | { readonly kind: 'attendance-signed'; readonly personId: PersonId; readonly eventCode: string }
  | { readonly kind: 'roll-call-opened'; readonly sheet: RollCall }
  /** Nothing where it closed earlier. */
  | { readonly kind: 'roll-call-closed'; readonly secret: string; readonly at: Instant };
