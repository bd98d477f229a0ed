import type { PlannedReview, WrittenReview } from '../../domain/review/planned-review.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads progress reviews, planned and held. */
export interface ReviewReader {
  readPlannedReviews(uai: Uai, schoolYear: SchoolYear): Promise<readonly PlannedReview[]>;
  /** The newest first. */
  readWrittenReviews(uai: Uai): Promise<readonly WrittenReview[]>;
}
