import type { PersonId } from '../ids.ts';
import type { Attendance, Event } from '../records.ts';
import { type Instant, type LocalDate, toDayNumber } from '../time/time.ts';

/** The sign-in sheet of an event. People who know its secret can state that they are at the event, from `opensAt` to
 *  `closesAt` excluded. */
export interface RollCall {
  /** 128 random bits, part of its address. */
  readonly secret: string;
  readonly eventCode: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly madeAt: Instant;
  readonly madeBy: PersonId;
}

/** Days before and after an event on which its roll call may be opened: a meeting may move by up to a week. */
const DAYS_AROUND = 7;

/** Whether people may sign at the event on that day. */
export function isAroundEvent({ startsOn, endsOn = startsOn }: Event, day: LocalDate): boolean {
  const [first, last, asked] = [startsOn, endsOn, day].map(toDayNumber) as [number, number, number];
  return asked >= first - DAYS_AROUND && asked <= last + DAYS_AROUND;
}

export type RollCallState = 'early' | 'open' | 'closed';

export function rollCallState({ opensAt, closesAt }: RollCall, now: Instant): RollCallState {
  if (now < opensAt) return 'early';
  return now < closesAt ? 'open' : 'closed';
}

/** Changes to events, their attendance and their roll calls. */
export type EventChange =
  | { readonly kind: 'event-saved'; readonly event: Event }
  /** The event goes with its attendances, roll calls and invitations. */
  | { readonly kind: 'event-removed'; readonly code: string }
  | { readonly kind: 'attendance-saved'; readonly attendance: Attendance }
  | { readonly kind: 'attendance-removed'; readonly personId: PersonId; readonly eventCode: string }
  /** Records an attendance with proof 1. A better proof and the recorded hours are kept. */
  | { readonly kind: 'attendance-signed'; readonly personId: PersonId; readonly eventCode: string }
  | { readonly kind: 'roll-call-opened'; readonly rollCall: RollCall }
  /** Does nothing where it closed earlier. */
  | { readonly kind: 'roll-call-closed'; readonly secret: string; readonly at: Instant };
