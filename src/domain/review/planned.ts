import type { PersonId } from '../ids.ts';
import type { ProgressReview } from '../records.ts';
import type { Instant, LocalDate } from '../time/calendar.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Uai } from '../uai.ts';
import type { ReviewNotes } from './notes.ts';

/** The day for which a principal plans the progress review of a school year. A planned review does not count
 *  as a review. */
export interface PlannedReview {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly schoolYear: SchoolYear;
  readonly on: LocalDate;
  readonly plannedBy: PersonId;
}

/** The notes of the review held that day, kept for three years (docs/rules.md, Retention). */
export interface WrittenReview {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly on: LocalDate;
  readonly notes: ReviewNotes;
  /** True if the review was recorded before its notes were. It then remains when the notes are removed. */
  readonly reviewKnown?: boolean;
  readonly writtenBy: PersonId;
  readonly writtenAt: Instant;
}

export type ReviewChange =
  | { readonly kind: 'progress-review-saved'; readonly review: ProgressReview }
  | { readonly kind: 'review-planned'; readonly planned: PlannedReview }
  | {
      readonly kind: 'review-plan-cancelled';
      readonly personId: PersonId;
      readonly uai: Uai;
      readonly schoolYear: SchoolYear;
    }
  | { readonly kind: 'review-written'; readonly review: WrittenReview }
  /** Removes a review or a bilan, with the notes of a review. */
  | { readonly kind: 'progress-review-removed'; readonly review: ProgressReview }
  /** Removes the notes and keeps the review. */
  | {
      readonly kind: 'review-removed';
      readonly personId: PersonId;
      readonly uai: Uai;
      readonly on: LocalDate;
      readonly what: 'text' | 'review';
    }
  /** Deletes old notes of reviews and old yearly reports. The reviews and self-reports stay. */
  | { readonly kind: 'review-notes-forgotten'; readonly writtenBefore: Instant };

/** The key of the notes of a review. */
export type ReviewKey = Pick<WrittenReview, 'on' | 'personId' | 'uai'>;
