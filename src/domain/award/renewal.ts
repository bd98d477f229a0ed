import { type Instant, type LocalDate, localDateInParis } from '../time/time.ts';

/** Months before the end of an award from which the next one may be granted. */
const RENEWAL_MONTHS = 6;

/** The first day on which an award that ends at `validUntil` may be renewed (docs/rules.md, Awarding). */
export function renewableFrom(validUntil: Instant): LocalDate {
  return monthsBefore(localDateInParis(validUntil), RENEWAL_MONTHS);
}

/** The same day `months` calendar months earlier, or the last day of that month where it has no such day. */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const earlier = new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay)));
  return earlier.toISOString().slice(0, 10) as LocalDate;
}
