import type { PersonId } from '../ids.ts';
import { daysAfter, type Instant, type LocalDate, localDateInParis } from '../time/calendar.ts';
import { instantInParis } from '../time/paris-clock.ts';

/** Mails that leave as one (docs/adr/0055). A person gets one letter a day: the first mail of a day leaves at once
 *  and takes along what waits; what follows leaves together on the next morning. Bad news leaves apart and at once
 *  (`mailTiming`). */

/** Hour in Paris at which the mails leave that waited for the next day. */
const MORNING = '07:00';

/** The key of a person's letter of one day. It stays with the letter when two records of a person are merged. */
export function letterKey(personId: PersonId, now: Instant): string {
  return `${personId} ${localDateInParis(now)}`;
}

/** When a mail leaves whose person has had the letter of the day. */
export function nextMorning(now: Instant): Instant {
  return instantInParis(tomorrow(now), MORNING);
}

/** Whether something to be read by that day would be read too late in the next letter. */
export function cannotWait(by: LocalDate | undefined, now: Instant): boolean {
  return by !== undefined && by <= tomorrow(now);
}

function tomorrow(now: Instant): LocalDate {
  return daysAfter(localDateInParis(now), 1);
}
