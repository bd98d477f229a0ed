import { compact } from '../text/omit-undefined.ts';
import { type LocalDate, monthsAfter, type Period } from '../time/calendar.ts';
import { lastDayOf, schoolYearOf } from '../time/school-year.ts';

/** The earliest day of an engagement. Such missions did not exist before. */
export const EARLIEST_DAY = '2000-09-01' as LocalDate;
/** A declared end may lie in at most this number of school years after the current one. */
const YEARS_OF_AN_END = 5;
/** Years after today within which every day of an engagement must lie, on screens and in files
 *  (docs/files.md, Refused lines). */
const YEARS_AHEAD = 10;

/** Why a day is refused, with the first or last day that is accepted. */
export type DateError =
  | { readonly kind: 'before'; readonly limit: LocalDate }
  | { readonly kind: 'after'; readonly limit: LocalDate };

/** The faults of a declared period, by field. The period may begin at most one school year ahead. */
export function periodErrors(
  { from, to }: Period,
  on: LocalDate,
): { readonly from?: DateError; readonly to?: DateError } {
  const year = schoolYearOf(on);
  const first = dateError(from, lastDayOf(year + 1));
  const last = to === undefined ? undefined : dateError(to, lastDayOf(year + YEARS_OF_AN_END));
  return compact({ from: first, to: last });
}

/** The fault of the day of a past act. The day must not lie after today. */
export function pastDayError(day: LocalDate, on: LocalDate): DateError | undefined {
  return dateError(day, on);
}

/** The fault of a day of an engagement in a file. Every day refused here is refused by the screens too. */
export function engagementDayError(day: LocalDate, today: LocalDate): DateError | undefined {
  return dateError(day, monthsAfter(today, 12 * YEARS_AHEAD));
}

function dateError(day: LocalDate, latest: LocalDate): DateError | undefined {
  if (day < EARLIEST_DAY) return { kind: 'before', limit: EARLIEST_DAY };
  return day > latest ? { kind: 'after', limit: latest } : undefined;
}
