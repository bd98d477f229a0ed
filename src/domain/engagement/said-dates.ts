import { lastDayOf, schoolYearOf } from '../time/school-year.ts';
import type { LocalDate, Period } from '../time/time.ts';

/** Nothing begins before: no such mission was given earlier. */
export const EARLIEST_DAY = '2000-09-01' as LocalDate;
/** School years after the current one in which an end that is announced may lie. */
const YEARS_OF_AN_END = 5;
/** Years after today in which a day of an engagement may lie, whoever says it (docs/rules.md, Refused lines). */
const YEARS_AHEAD = 10;

/** A day that is not taken, and the first or last one that is. */
export type DateFault =
  | { readonly kind: 'before'; readonly limit: LocalDate }
  | { readonly kind: 'after'; readonly limit: LocalDate };

/** What is wrong with the period that somebody declares, by field: it begins at most one school year ahead. */
export function periodFaults(
  { from, to }: Period,
  on: LocalDate,
): { readonly from?: DateFault; readonly to?: DateFault } {
  const year = schoolYearOf(on);
  const first = dateFault(from, lastDayOf(year + 1));
  const last = to === undefined ? undefined : dateFault(to, lastDayOf(year + YEARS_OF_AN_END));
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

/** What is wrong with the day of something done: it is over. */
export function pastDayFault(day: LocalDate, on: LocalDate): DateFault | undefined {
  return dateFault(day, on);
}

/** What is wrong with a day of an engagement that a file says: no screen takes what this refuses. */
export function engagementDayFault(day: LocalDate, today: LocalDate): DateFault | undefined {
  const year = Number(today.slice(0, 4)) + YEARS_AHEAD;
  return dateFault(day, `${year}${today.slice(4)}` as LocalDate);
}

function dateFault(day: LocalDate, latest: LocalDate): DateFault | undefined {
  if (day < EARLIEST_DAY) return { kind: 'before', limit: EARLIEST_DAY };
  return day > latest ? { kind: 'after', limit: latest } : undefined;
}
