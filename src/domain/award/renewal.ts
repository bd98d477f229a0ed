import { type Instant, type LocalDate, localDateInParis, monthsAfter } from '../time/time.ts';

/** Months before the end of an award from which the next one may be granted. */
const RENEWAL_MONTHS = 6;

/** The first day on which an award that ends at `validUntil` may be renewed (docs/rules.md, Awarding). */
export function renewableFrom(validUntil: Instant): LocalDate {
  return monthsAfter(localDateInParis(validUntil), -RENEWAL_MONTHS);
}
