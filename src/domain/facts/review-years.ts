import type { Thresholds } from '../criteria/criteria.ts';
import type { ProgressReview } from '../records.ts';
import { type SchoolYear, schoolYearOf } from '../time/school-year.ts';

/** The school years that count as reviewed, ascending (domain.md §2, `reviewYears`). `valuedYears` are the years
 *  whose value is above 0; `reviews` are those dated ≤ D. Neither the school nor a segment on the date matters.
 *  A year counts by the first of: (1) the waiver, (2) a review, (3) a self-report not too close to the last one. */
export function deriveReviewYears(
  valuedYears: readonly SchoolYear[],
  reviews: readonly ProgressReview[],
  { reviewWaivedBefore, selfReportRestYears }: Thresholds,
): readonly SchoolYear[] {
  const waived = new Set(valuedYears.filter((year) => year < reviewWaivedBefore));
  const reviewed = yearsOf(reviews, 'review');
  const reported = yearsOf(reviews, 'self-report');
  const candidates = [...new Set([...waived, ...reviewed, ...reported])].toSorted((a, b) => a - b);
  const counted: SchoolYear[] = [];
  let lastByReport = Number.NEGATIVE_INFINITY;
  for (const year of candidates) {
    const byReport = !(waived.has(year) || reviewed.has(year));
    if (byReport && year - lastByReport <= selfReportRestYears) continue;
    if (byReport) lastByReport = year;
    counted.push(year);
  }
  return counted;
}

/** Of the years that count as reviewed, those that do so by the waiver alone: nothing was held in them. */
export function waivedYears(
  counted: readonly SchoolYear[],
  reviews: readonly ProgressReview[],
  { reviewWaivedBefore }: Pick<Thresholds, 'reviewWaivedBefore'>,
): readonly SchoolYear[] {
  const held = new Set(reviews.map((review) => schoolYearOf(review.on)));
  return counted.filter((year) => year < reviewWaivedBefore && !held.has(year));
}

function yearsOf(reviews: readonly ProgressReview[], kind: ProgressReview['kind']): ReadonlySet<SchoolYear> {
  return new Set(reviews.filter((review) => review.kind === kind).map((review) => schoolYearOf(review.on)));
}
