import type { RollCall } from '../../domain/event/roll-call.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Attendance, Event, EventKind } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Slice } from './slice.ts';

/** A search among events. */
export interface EventSearch {
  /** A part of the code or title. */
  readonly text?: string;
  readonly kind?: EventKind;
  readonly after?: { readonly startsOn: LocalDate; readonly code: string };
  readonly limit: number;
}

/** Reads events, their attendance and their roll calls. */
export interface EventReader {
  /** The latest first. */
  searchEvents(search: EventSearch): Promise<readonly Event[]>;
  /** Sorted by person. */
  readEventAttendances(eventCode: string, slice: Slice<PersonId>): Promise<readonly Attendance[]>;
  countEventAttendances(eventCode: string): Promise<number>;
  readRollCall(secret: string): Promise<RollCall | undefined>;
  /** The roll call that was opened last. */
  readLatestRollCall(eventCode: string): Promise<RollCall | undefined>;
}
