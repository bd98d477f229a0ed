import type { Event } from '../records.ts';
import type { Instant } from '../time/calendar.ts';
import { instantInParis } from '../time/paris-clock.ts';

/** What people must know to be at an event. Times are `HH:MM` on the clocks in Paris: the first day's beginning and
 *  the last day's end. */
export interface EventDetails {
  readonly eventCode: string;
  readonly place?: string;
  readonly opensAt?: string;
  readonly closesAt?: string;
  /** The web address of a virtual class. */
  readonly link?: string;
  /** A word of the office to the people invited. */
  readonly words?: string;
}

export type EventDetailsChange = { readonly kind: 'event-details-saved'; readonly details: EventDetails };

/** The instants between which the event takes place; undefined if its hours are not said. */
export function timesOf(
  { startsOn, endsOn }: Pick<Event, 'startsOn' | 'endsOn'>,
  { opensAt, closesAt }: Pick<EventDetails, 'opensAt' | 'closesAt'>,
): { readonly from: Instant; readonly to: Instant } | undefined {
  if (!opensAt || !closesAt) return undefined;
  return { from: instantInParis(startsOn, opensAt), to: instantInParis(endsOn ?? startsOn, closesAt) };
}
