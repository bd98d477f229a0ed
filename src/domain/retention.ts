import type { PersonId } from './ids.ts';
import { firstDayOf, type SchoolYear, schoolYearOf } from './time/school-year.ts';
import type { LocalDate } from './time/time.ts';

/** Facts of engagement are kept for this many school years after that of the last one (docs/rules.md,
 *  Retention). */
const FACTS_KEPT_SCHOOL_YEARS = 5;

/** The first day whose facts are kept on this day. A person all of whose facts are older has been kept for five
 *  school years after the last one. */
export function factsKeptFrom(on: LocalDate): LocalDate {
  return firstDayOf((schoolYearOf(on) - FACTS_KEPT_SCHOOL_YEARS) as SchoolYear);
}

/** Deletes the facts of these people that are older than the day. */
export type RetentionChange = {
  readonly kind: 'facts-expired';
  readonly personIds: readonly PersonId[];
  readonly before: LocalDate;
};
