import { DomainError } from '../errors.ts';
import { dayNumberOf, type LocalDate, type Period, twoDigits, yearOf } from './calendar.ts';

/** The school years of an engagement, each named by the calendar year in which it begins: `2022-2026` for
 *  2022-2023 … 2026-2027, or `2026` alone. The year in which the last one ends may still be to come, and a
 *  badge says nothing of what is to come. */
export function yearSpan(first: SchoolYear, last: SchoolYear, dash = '-'): string {
  return first === last ? String(first) : `${first}${dash}${last}`;
}

/** Checks a day D for which facts are asked. It may not lie after today, because no record can prove a future
 *  day. Throws `day-to-come`. */
export function refuseFutureDay(on: LocalDate, today: LocalDate): LocalDate {
  if (on > today) throw new DomainError('day-to-come', { on, today });
  return on;
}

/** The school year that begins on 1 September of this number: 2026 = 2026-09-01 … 2027-08-31. */
export type SchoolYear = number;

const FIRST_DAY = { month: 9, day: 1 };
const LAST_WINDOW_DAY = { month: 6, day: 30 };

/** The school year that contains a day. */
export function schoolYearOf(date: LocalDate): SchoolYear {
  const year = yearOf(date);
  return twoDigits(date, 5) >= 9 ? year : year - 1;
}

/** Last day of the school year, 31 August. The validity of an award is counted from it. */
export function lastDayOf(year: SchoolYear): LocalDate {
  return `${year + 1}-08-31` as LocalDate;
}

/** First day of the school year, 1 September. */
export function firstDayOf(year: SchoolYear): LocalDate {
  return `${year}-09-01` as LocalDate;
}

/** The whole school year, 1 September to 31 August. */
export function wholeYear(year: SchoolYear): Period {
  return { from: firstDayOf(year), to: lastDayOf(year) };
}

/** The school year that contains the day, up to that day. */
export function yearUpTo(date: LocalDate): Period {
  return { from: firstDayOf(schoolYearOf(date)), to: date };
}

/** Reference window W(Y), 1 September Y – 30 June Y+1, both included, as day numbers: 303 or 304 days. */
export function referenceWindow(year: SchoolYear): { readonly from: number; readonly to: number } {
  return { from: dayNumberOf(year, FIRST_DAY), to: dayNumberOf(year + 1, LAST_WINDOW_DAY) };
}

/** `2026-2027`, as a school year is written in both languages. */
export function schoolYearLabel(year: SchoolYear): string {
  return `${year}-${year + 1}`;
}
