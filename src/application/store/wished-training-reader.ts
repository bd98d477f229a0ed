import type { WrittenReview } from '../../domain/review/planned-review.ts';
import type { PlannedWish } from '../../domain/review/wished-training.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Slice } from './slice.ts';

/** The key of the notes of a review. */
export type ReviewKey = Pick<WrittenReview, 'on' | 'personId' | 'uai'>;

/** Reads the trainings wished in progress reviews. */
export interface WishedTrainingReader {
  /** The notes of the reviews held in a school year, by day, person and school. */
  readReviewsOfYear(
    year: SchoolYear,
    slice: Slice<ReviewKey>,
  ): Promise<readonly Pick<WrittenReview, 'on' | 'personId' | 'uai' | 'notes'>[]>;
  readPlannedWishes(year: SchoolYear): Promise<readonly PlannedWish[]>;
}
