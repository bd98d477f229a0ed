import { type LocalDate, localDateInParis, toInstant } from '../../src/domain/time/calendar.ts';
import { schoolYearOf } from '../../src/domain/time/school-year.ts';

/** The day of a running service, which uses the clock. Asked for each time, because a run may pass midnight. */
export const todayInParis = (): LocalDate => localDateInParis(toInstant(new Date()));
/** The current school year, and the previous one. */
export const THIS_YEAR = schoolYearOf(todayInParis());
export const LAST_YEAR = THIS_YEAR - 1;

/** The day this many days from today, or before it where negative. It may be in another school year. */
export function inDays(days: number): LocalDate {
  const date = new Date(`${todayInParis()}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) as LocalDate;
}

const FRENCH = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** `1er septembre 2026`. */
export function inFrench(day: string): string {
  return FRENCH.format(new Date(day)).replace(/^1 /, '1er ');
}
