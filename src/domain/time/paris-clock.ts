import { DomainError } from '../errors.ts';
import { type Instant, type LocalDate, parseLocalDate, toInstant } from './calendar.ts';

const PARIS_FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The instant at which the clocks in Paris show `HH:MM` on that day. For a time that is skipped or shown
 *  twice when the clocks change, the instant may be one hour off. */
export function instantInParis(day: LocalDate, time: string): Instant {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const first = wanted - offsetAt(wanted);
  return toInstant(new Date(wanted - offsetAt(first)));
}

/** `YYYY-MM-DDTHH:MM`, as the clocks in Paris show it → Instant. Throws `invalid-date` for any other text. */
export function parseParisTime(text: string): Instant {
  const [day = '', time = '', ...rest] = text.trim().split('T');
  if (rest.length > 0 || !isTimeOfDay(time)) throw new DomainError('invalid-date', { text });
  return instantInParis(parseLocalDate(day), time);
}

/** Whether the text is a time from 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Milliseconds by which Paris is ahead of UTC. */
function offsetAt(milliseconds: number): number {
  const parts = Object.fromEntries(
    PARIS_FORMAT.formatToParts(milliseconds).map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - milliseconds;
}
