import type { Change } from '../change/change.ts';
import { DomainError } from '../errors.ts';
import { lastDayOf, schoolYearOf } from '../time/school-year.ts';
import type { LocalDate } from '../time/time.ts';
import type { PlannedReview } from './planned-review.ts';

/** The last day on which a review may be planned: the end of the next school year. */
function lastDayToPlan(today: LocalDate): LocalDate {
  return lastDayOf(schoolYearOf(today) + 1);
}

/** Plans a review for a day from today to the end of the next school year, both included. It replaces the day
 *  planned before, even in another school year. Throws `plan-out-of-range`. */
export function planReviewOn(
  plan: Omit<PlannedReview, 'schoolYear'>,
  { today, instead }: { readonly today: LocalDate; readonly instead?: LocalDate },
): readonly Change[] {
  const { personId, uai, on } = plan;
  if (on < today || on > lastDayToPlan(today)) throw new DomainError('plan-out-of-range');
  const planned = { ...plan, schoolYear: schoolYearOf(on) };
  const left = instead && schoolYearOf(instead);
  return [
    ...(left !== undefined && left !== planned.schoolYear
      ? [{ kind: 'review-plan-cancelled' as const, personId, uai, schoolYear: left }]
      : []),
    { kind: 'review-planned', planned },
  ];
}
