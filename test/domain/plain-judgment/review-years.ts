import type { Thresholds } from '../../../src/domain/criteria/definition.ts';
import type { ProgressReview } from '../../../src/domain/records.ts';
import { type SchoolYear, schoolYearOf } from './school-year.ts';

/** The school years that count as reviewed, ascending (docs/rules.md, Review years). `valuedYears` are the
 *  years with a value above 0; `reviews` are those dated ≤ D. School and engagements of the day do not matter.
 *  The first that holds counts: (1) the waiver, (2) a review, (3) a self-report not too close to the last
 *  one. */
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

/** Why a year counts as reviewed: a review was held, a self-report was acknowledged, or the year is before
 *  the first in which a review was required. In older stored facts, `review-or-report` stands for either of
 *  the first two. */
export const REVIEW_GROUNDS = ['review', 'self-report', 'review-or-report', 'waiver'] as const;
export type ReviewGround = (typeof REVIEW_GROUNDS)[number];

/** The ground of a year that counts as reviewed. A review is preferred to a self-report, and both to the
 *  waiver. */
export function groundOf(year: SchoolYear, reviews: readonly ProgressReview[]): ReviewGround {
  if (yearsOf(reviews, 'review').has(year)) return 'review';
  return yearsOf(reviews, 'self-report').has(year) ? 'self-report' : 'waiver';
}

/** The ground that the facts hold. Older facts hold none, and the ground that claims least is returned. */
export function notedGround(
  { year, reviewedBy }: { readonly year: SchoolYear; readonly reviewedBy?: ReviewGround },
  { reviewWaivedBefore }: Pick<Thresholds, 'reviewWaivedBefore'>,
): ReviewGround {
  return reviewedBy ?? (year < reviewWaivedBefore ? 'waiver' : 'review-or-report');
}

/** The number of each ground. Grounds without any are left out. */
export function countGrounds(
  grounds: readonly ReviewGround[],
): Readonly<Partial<Record<ReviewGround, number>>> {
  const counts = REVIEW_GROUNDS.map((ground) => [ground, grounds.filter((one) => one === ground).length]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

function yearsOf(reviews: readonly ProgressReview[], kind: ProgressReview['kind']): ReadonlySet<SchoolYear> {
  return new Set(reviews.filter((review) => review.kind === kind).map((review) => schoolYearOf(review.on)));
}
