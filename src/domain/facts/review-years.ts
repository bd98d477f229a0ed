import type { Thresholds } from '../criteria/criteria.ts';
import type { ProgressReview } from '../records.ts';
import { type SchoolYear, schoolYearOf } from '../time/school-year.ts';

/** The school years that count as reviewed, ascending (docs/rules.md, Review years). `valuedYears` are the years
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

/** Why a year counts as reviewed: a review was held, a self-report was handed in, or none was asked for yet. Of facts
 *  kept before this was noted, `review-or-report` says that it was one of the first two. */
export const REVIEW_GROUNDS = ['review', 'self-report', 'review-or-report', 'waiver'] as const;
export type ReviewGround = (typeof REVIEW_GROUNDS)[number];

/** What happened in a year that counts as reviewed: a review held before a self-report, and either before the waiver. */
export function groundOf(year: SchoolYear, reviews: readonly ProgressReview[]): ReviewGround {
  if (yearsOf(reviews, 'review').has(year)) return 'review';
  return yearsOf(reviews, 'self-report').has(year) ? 'self-report' : 'waiver';
}

/** The ground that facts note or, where they were kept before grounds were noted, the one that claims least. */
export function notedGround(
  { year, reviewedBy }: { readonly year: SchoolYear; readonly reviewedBy?: ReviewGround },
  { reviewWaivedBefore }: Pick<Thresholds, 'reviewWaivedBefore'>,
): ReviewGround {
  return reviewedBy ?? (year < reviewWaivedBefore ? 'waiver' : 'review-or-report');
}

/** How many of each ground; those of which there is none are left out. */
export function countGrounds(
  grounds: readonly ReviewGround[],
): Readonly<Partial<Record<ReviewGround, number>>> {
  const counts = REVIEW_GROUNDS.map((ground) => [ground, grounds.filter((one) => one === ground).length]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
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
