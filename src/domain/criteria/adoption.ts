import { DomainError } from '../errors.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../time/time.ts';
import type { Criteria } from './criteria.ts';
import { yearsAfter } from './met-by-time.ts';

/** Years ahead within which a version may come into force. A later day is probably a typing error. */
const YEARS_AHEAD = 2;

/** The first and last day, both included, from which a version adopted today may be in force. */
export function adoptionDays(today: LocalDate): { readonly first: LocalDate; readonly last: LocalDate } {
  return { first: fromDayNumber(toDayNumber(today) + 1), last: yearsAfter(today, YEARS_AHEAD) };
}

/** Checks the day from which a version is to be in force. Throws `criteria-too-early` for a day before
 *  tomorrow or not after the newest version's day, `criteria-too-late` beyond two years. */
export function checkAdoptionDay(
  from: LocalDate,
  { today, newest }: { readonly today: LocalDate; readonly newest: Criteria },
): void {
  const { first, last } = adoptionDays(today);
  if (from < first || from <= newest.inForceFrom) {
    throw new DomainError('criteria-too-early', { from, newest: newest.inForceFrom });
  }
  if (from > last) throw new DomainError('criteria-too-late', { from, last });
}

/** True where the version may be withdrawn: it is the newest, and its day has not come. */
export function isWithdrawable(
  { version, inForceFrom }: Criteria,
  { versions, today }: { readonly versions: readonly Criteria[]; readonly today: LocalDate },
): boolean {
  return inForceFrom > today && versions.at(-1)?.version === version && versions.length > 1;
}
