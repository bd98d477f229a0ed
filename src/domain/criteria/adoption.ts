import { canonicalJson } from '#open-badges/values';
import { DomainError } from '../errors.ts';
import { daysAfter, type LocalDate, monthsAfter } from '../time/calendar.ts';
import type { Criteria } from './definition.ts';

/** Years ahead within which a version may come into force. A later day is probably a typing error. */
const YEARS_AHEAD = 2;

/** How a version differs from the one before it: it is the same, it only has badges more, or it asks or says
 *  something else about a badge that was published. */
export type VersionDifference = 'none' | 'adds' | 'changes';

export function differenceOf(before: Criteria, next: Criteria): VersionDifference {
  const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);
  const saved = before.achievements.every((one) => {
    const found = next.achievements.find(({ code }) => code === one.code);
    return found !== undefined && same(one, found);
  });
  if (!saved || !same(before.thresholds, next.thresholds)) return 'changes';
  return next.achievements.length > before.achievements.length ? 'adds' : 'none';
}

/** The first and last day, both included, from which a version adopted today may be in force. A version that only
 *  adds badges changes nothing for anyone, and may begin today. */
export function adoptionDays(
  today: LocalDate,
  difference: VersionDifference = 'changes',
): { readonly first: LocalDate; readonly last: LocalDate } {
  const first = difference === 'changes' ? daysAfter(today, 1) : today;
  return { first, last: monthsAfter(today, 12 * YEARS_AHEAD) };
}

interface Adoption {
  readonly today: LocalDate;
  readonly newest: Criteria;
  readonly difference?: VersionDifference;
}

/** The first day from which the next version may be in force: behind that of the newest one. */
export function firstDayAfter({ today, newest, difference }: Adoption): LocalDate {
  const { first } = adoptionDays(today, difference);
  return first > newest.inForceFrom ? first : daysAfter(newest.inForceFrom, 1);
}

/** Checks the day from which a version is to be in force. Throws `criteria-too-early` for a day before
 *  the first one or not after the newest version's day, `criteria-too-late` beyond two years. */
export function checkAdoptionDay(from: LocalDate, adoption: Adoption): void {
  const { today, newest, difference } = adoption;
  if (from < firstDayAfter(adoption)) {
    throw new DomainError('criteria-too-early', { from, newest: newest.inForceFrom });
  }
  const { last } = adoptionDays(today, difference);
  if (from > last) throw new DomainError('criteria-too-late', { from, last });
}

/** True if the version may be withdrawn, as long as no award was judged by it: it is the newest, and its day
 *  has not come or it only adds badges. */
export function isWithdrawable(
  criteria: Criteria,
  { versions, today }: { readonly versions: readonly Criteria[]; readonly today: LocalDate },
): boolean {
  const before = versions.at(-2);
  if (versions.at(-1)?.version !== criteria.version || !before) return false;
  return criteria.inForceFrom > today || differenceOf(before, criteria) === 'adds';
}
