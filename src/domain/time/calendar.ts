import { type Instant, toInstant } from '#open-badges/values';
import { DomainError } from '../errors.ts';

export { type Instant, toInstant };

/** A calendar day, `YYYY-MM-DD`; compares as a string. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };
/** Days from `from` to `to`, both included; without `to`, still running. */
export interface Period {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

const DAY_MS = 86_400_000;
const IN_PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });
const FRENCH = /^\d{2}\/\d{2}\/\d{4}$/;
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_YEAR = 1900;
const ZERO = '0'.charCodeAt(0);
/** Days from 1 March of the year 0, counted as day 1, to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_469;

/** Days since 1970-01-01. Unions and lengths of periods are computed with these integers. */
export function toDayNumber(date: LocalDate): number {
  return dayNumberOf(yearOf(date), { month: twoDigits(date, 5), day: twoDigits(date, 8) });
}

/** Days from 1970-01-01 to a day of the Gregorian calendar, by arithmetic alone: parsing a date as text takes
 *  ten times as long, and judging everyone does it millions of times. Years are counted from 1 March, so that
 *  a leap day is the last of its year. */
export function dayNumberOf(
  year: number,
  { month, day }: { readonly month: number; readonly day: number },
): number {
  const from = month > 2 ? year : year - 1;
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day;
  return 365 * from + leapDays + dayOfYear - DAYS_BEFORE_1970;
}

export function yearOf(date: LocalDate): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2);
}

/** The number that two digits of a day make, from the place `at` on. */
export function twoDigits(date: LocalDate, at: number): number {
  return (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO;
}

/** The calendar day `days` days after 1970-01-01. */
export function fromDayNumber(days: number): LocalDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** The calendar day `days` days later, or earlier where the number is negative. */
export function daysAfter(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The same day `months` calendar months later, or earlier where the number is negative; the last day of that
 *  month where it has no such day. */
export function monthsAfter(date: LocalDate, months: number): LocalDate {
  const [year, month] = [yearOf(date), twoDigits(date, 5) + months];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const there = Date.UTC(year, month - 1, Math.min(twoDigits(date, 8), lastDay));
  return fromDayNumber(there / DAY_MS);
}

/** `YYYY-MM-DD` or `DD/MM/YYYY` → LocalDate. Throws `invalid-date` for any other text and for 30 February. */
export function parseLocalDate(text: string): LocalDate {
  const trimmed = text.trim();
  const iso = FRENCH.test(trimmed)
    ? `${trimmed.slice(6)}-${trimmed.slice(3, 5)}-${trimmed.slice(0, 2)}`
    : trimmed;
  if (!ISO.test(iso) || !exists(iso as LocalDate)) throw new DomainError('invalid-date', { text: trimmed });
  return iso as LocalDate;
}

/** Whether the day exists in the calendar and lies in 1900 or later. */
function exists(date: LocalDate): boolean {
  const [year, month, day] = [yearOf(date), twoDigits(date, 5), twoDigits(date, 8)];
  if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return false;
  // The day must come before the first day of the next month.
  const next = month === 12 ? { month: 1, day: 1 } : { month: month + 1, day: 1 };
  return toDayNumber(date) < dayNumberOf(month === 12 ? year + 1 : year, next);
}

/** Whether the text is a calendar day `YYYY-MM-DD`, from 1900 on. */
export function isLocalDate(text: string): text is LocalDate {
  try {
    return parseLocalDate(text) === text;
  } catch {
    return false;
  }
}

/** The calendar day in Europe/Paris at an instant. The service takes "today" from it. */
export function localDateInParis(instant: Instant): LocalDate {
  return IN_PARIS.format(new Date(instant)) as LocalDate;
}

/** Whether `now` lies in the seconds that begin at `since`. It does not where `since` is ahead of now, because
 *  the age is then unknown: the clock was set back, or another machine's is ahead. */
export function isWithin(now: Instant, since: Instant, seconds: number): boolean {
  return since <= now && now < secondsAfter(since, seconds);
}

/** The seconds from one instant to a later one; negative where it is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** The instant this many seconds later, or earlier where the number is negative. */
export function secondsAfter(instant: Instant, seconds: number): Instant {
  return toInstant(new Date(Date.parse(instant) + seconds * 1000));
}
