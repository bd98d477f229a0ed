import { engagementsOfYear } from '../engagement/mission-split.ts';
import { DomainError } from '../errors.ts';
import type { PersonRecord, ProgressReview } from '../records.ts';
import { schoolYearOf } from '../time/school-year.ts';
import type { LocalDate } from '../time/time.ts';

/** Refuses a review that the DANE would enter: `review-not-held` for a day to come,
 *  `review-outside-engagement` for a school year without a segment at the school, `review-exists`. */
export function checkEnteredReview(
  { uai, on, kind }: ProgressReview,
  { engagements, reviews }: Pick<PersonRecord, 'engagements' | 'reviews'>,
  today: LocalDate,
): void {
  if (on > today) throw new DomainError('review-not-held');
  const here = engagements.filter((one) => one.uai === uai);
  if (engagementsOfYear(here, schoolYearOf(on)).length === 0) {
    throw new DomainError('review-outside-engagement');
  }
  if (reviews.some((one) => one.on === on && one.uai === uai && one.kind === kind)) {
    throw new DomainError('review-exists');
  }
}
