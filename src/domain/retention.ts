import type { PersonId } from './ids.ts';
import { firstDayOf, type SchoolYear, schoolYearOf } from './time/school-year.ts';
import type { LocalDate } from './time/time.ts';

/** Facts of engagement are kept for this many school years after the school year of the last one
 *  (docs/rules.md, Retention). */
const FACTS_KEPT_SCHOOL_YEARS = 5;

/** Seconds for which the notes of a progress review are kept. */
export const REVIEW_NOTES_KEPT_SECONDS = 3 * 365 * 86_400;

/** The first day whose facts are still kept on `on`. A person whose facts are all older has reached the end
 *  of the retention. */
export function factsKeptFrom(on: LocalDate): LocalDate {
  return firstDayOf((schoolYearOf(on) - FACTS_KEPT_SCHOOL_YEARS) as SchoolYear);
}

/** Deletes the facts of these people that are older than `before`. */
export type RetentionChange = {
  readonly kind: 'facts-expired';
  readonly personIds: readonly PersonId[];
  readonly before: LocalDate;
};
