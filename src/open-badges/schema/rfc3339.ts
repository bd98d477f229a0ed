/** An RFC 3339 instant in UTC, whole seconds, `YYYY-MM-DDThh:mm:ssZ`; compares as a string. */
export type Instant = string & { readonly __brand: 'Instant' };

/** The instant of a Date, cut to whole seconds, so that the `nbf` of a VC-JWT can equal it. */
export function toInstant(date: Date): Instant {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z') as Instant;
}

/** Whether a value is a Date that names an instant. */
export function isValidDate(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}

/** Seconds by which the clocks of two machines of one service may differ. */
export const CLOCK_SKEW_SECONDS = 120;

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-](\d{2}):(\d{2}))$/;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Milliseconds since 1970 of an RFC 3339 date-time with its zone; undefined for any other text, such as an
 *  hour 25, a 30 February or trailing characters. A leap second is read as the second after it, and ends a
 *  day of UTC (§5.7). */
export function parseDateTime(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  const [hours, minutes, seconds] = [Number(match[4]), Number(match[5]), Number(match[6])];
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  if (Number(match[7] ?? 0) > 23 || Number(match[8] ?? 0) > 59) return undefined;
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  if (seconds < 60) return Date.parse(text);
  const before = Date.parse(text.replace(/:60(?=[.Z+-])/, ':59'));
  return new Date(before).toISOString().includes('T23:59:59') ? before + 1000 : undefined;
}

/** Whether the month has this day. `Date.parse` would turn 30 February into a day of March. */
function isDay(year: number, month: number, day: number): boolean {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeapYear ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** Whether a text has a format of dates in JSON Schema (2020-12 Validation, §7.3.1). The formats take small
 *  letters and a space, which the date-times of credentials may not have (RFC 3339 §5.6). */
export const dateFormat = {
  date: (text: string): boolean => /^[\d-]+$/.test(text) && parseDateTime(`${text}T00:00:00Z`) !== undefined,
  'date-time': (text: string): boolean =>
    (parseDateTime(text) ?? parseDateTime(text.replace(/[t\s]/i, 'T').replace(/z$/, 'Z'))) !== undefined,
} as const;
