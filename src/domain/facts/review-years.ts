import type { Thresholds } from '../criteria/definition.ts';
import type { ProgressReview } from '../records.ts';
import { type SchoolYear, schoolYearOf } from '../time/school-year.ts';

/** The school years that count as reviewed, ascending (docs/rules.md, Review years). `valuedYears` are the
 *  years with a value above 0; `reviews` are those dated ≤ D. The school and the engagements of the day do not
 *  matter. The grounds are tried in this order: (1) the waiver, (2) a review, (3) a self-report that is far
 *  enough from the last one counted. */
export function deriveReviewYears(
  valuedYears: readonly SchoolYear[],
  reviews: readonly ProgressReview[],
  { reviewWaivedBefore, selfReportRestYears }: Thresholds,
): readonly SchoolYear[] {
  const waived = valuedYears.filter((year) => year < reviewWaivedBefore);
  const reviewed = yearsOf(reviews, 'review');
  const reported = yearsOf(reviews, 'self-report');
  const candidates = [...new Set([...waived, ...reviewed, ...reported])].sort((a, b) => a - b);
  const counted: SchoolYear[] = [];
  let lastByReport = Number.NEGATIVE_INFINITY;
  for (const year of candidates) {
    const byReport = !(waived.includes(year) || reviewed.includes(year));
    if (byReport && year - lastByReport <= selfReportRestYears) continue;
    if (byReport) lastByReport = year;
    counted.push(year);
  }
  return counted;
}

/** Why a year counts as reviewed: a review was held, a self-report was acknowledged, or the year is before
 *  the first in which a review was required. In older stored facts, `review-or-report` stands for either of
 *  the first two. */
export const REVIEW_GROUNDS = ['review', 'self-report', 'review-or-report', 'waiver'] as const;
export type ReviewGround = (typeof REVIEW_GROUNDS)[number];

/** The ground of a year that counts as reviewed. A review comes before a self-report, and both before the
 *  waiver. */
export function groundOf(year: SchoolYear, reviews: readonly ProgressReview[]): ReviewGround {
  if (yearsOf(reviews, 'review').includes(year)) return 'review';
  return yearsOf(reviews, 'self-report').includes(year) ? 'self-report' : 'waiver';
}

/** The ground in the facts. Older facts hold none; the weakest possible ground is returned for them. */
export function notedGround(
  { year, reviewedBy }: { readonly year: SchoolYear; readonly reviewedBy?: ReviewGround },
  { reviewWaivedBefore }: Pick<Thresholds, 'reviewWaivedBefore'>,
): ReviewGround {
  return reviewedBy ?? (year < reviewWaivedBefore ? 'waiver' : 'review-or-report');
}

/** The number of years on each ground. Grounds without any year are left out. */
export function countGrounds(
  grounds: readonly ReviewGround[],
): Readonly<Partial<Record<ReviewGround, number>>> {
  const counts: Partial<Record<ReviewGround, number>> = {};
  for (const ground of REVIEW_GROUNDS) {
    const count = grounds.filter((one) => one === ground).length;
    if (count > 0) counts[ground] = count;
  }
  return counts;
}

/** The reviewed years that count by the waiver alone, without a review or self-report. */
export function waivedYears(
  counted: readonly SchoolYear[],
  reviews: readonly ProgressReview[],
  { reviewWaivedBefore }: Pick<Thresholds, 'reviewWaivedBefore'>,
): readonly SchoolYear[] {
  const held = new Set(reviews.map((review) => schoolYearOf(review.on)));
  return counted.filter((year) => year < reviewWaivedBefore && !held.has(year));
}

function yearsOf(reviews: readonly ProgressReview[], kind: ProgressReview['kind']): readonly SchoolYear[] {
  return reviews.filter((review) => review.kind === kind).map((review) => schoolYearOf(review.on));
}
