import type { Change } from '../change/union.ts';
import { engagementsOfYear } from '../engagement/mission-split.ts';
import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import type { PersonRecord, ProgressReview } from '../records.ts';
import type { Instant, LocalDate } from '../time/calendar.ts';
import { lastDayOf, schoolYearOf } from '../time/school-year.ts';
import type { Uai } from '../uai.ts';
import type { ReviewNotes } from './notes.ts';
import type { PlannedReview, WrittenReview } from './planned.ts';

/** The records on which the writing of a review depends. */
export interface ReviewCase {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly record: Pick<PersonRecord, 'engagements' | 'reviews'>;
  /** Notes of the person's reviews at that school. */
  readonly written: readonly WrittenReview[];
}

/** A review to write down, with its notes. */
export interface ReviewWriting {
  readonly on: LocalDate;
  readonly notes: ReviewNotes;
  readonly by: PersonId;
  readonly at: Instant;
  readonly today: LocalDate;
  /** The day of the review to change; absent for a new one. */
  readonly original?: LocalDate;
}

/** Writes a review down, or changes one. Throws `review-not-held` for a day to come,
 *  `review-outside-engagement` for a school year without an engagement at the school, `review-exists` where
 *  another review has that day, `review-imported` where the change would move a review that was not recorded
 *  here, `not-found` where the review to change no longer exists. */
export function writeReview(reviewCase: ReviewCase, writing: ReviewWriting): readonly Change[] {
  const { personId, uai, written } = reviewCase;
  const { on, notes, by, at, original } = writing;
  const moves = on !== original;
  if (original && !isHeld(reviewCase, original)) throw new DomainError('not-found');
  const former = written.find((one) => one.on === original);
  // A review without notes written here was imported from a file.
  const known = original !== undefined && (!former || former.reviewKnown === true);
  if (moves) refuseDay(reviewCase, writing);
  if (moves && known) throw new DomainError('review-imported');
  return [
    ...(original && moves ? removal(reviewCase, original, 'review') : []),
    { kind: 'progress-review-saved', review: { personId, uai, on, kind: 'review' } },
    {
      kind: 'review-written',
      review: {
        ...{ personId, uai, on, notes },
        ...(known && { reviewKnown: true }),
        writtenBy: by,
        writtenAt: at,
      },
    },
  ];
}

/** Removes the notes of a review, and the review itself if it was recorded here. Throws `review-imported` if nothing
 *  of it was recorded here, and `settled-meanwhile` if no review is recorded on that day. */
export function removeReview(reviewCase: ReviewCase, on: LocalDate): readonly Change[] {
  const former = reviewCase.written.find((one) => one.on === on);
  if (!former) throw new DomainError(isHeld(reviewCase, on) ? 'review-imported' : 'settled-meanwhile');
  return removal(reviewCase, on, former.reviewKnown ? 'text' : 'review');
}

function refuseDay(reviewCase: ReviewCase, { on, today }: ReviewWriting): void {
  if (on > today) throw new DomainError('review-not-held');
  const here = reviewCase.record.engagements.filter(({ uai }) => uai === reviewCase.uai);
  if (engagementsOfYear(here, schoolYearOf(on)).length === 0) {
    throw new DomainError('review-outside-engagement');
  }
  if (isHeld(reviewCase, on)) throw new DomainError('review-exists');
}

function isHeld({ record, uai }: ReviewCase, on: LocalDate): boolean {
  return record.reviews.some((one) => one.on === on && one.uai === uai && one.kind === 'review');
}

function removal(
  { personId, uai }: ReviewCase,
  on: LocalDate,
  what: 'text' | 'review',
): readonly Extract<Change, { kind: 'review-removed' }>[] {
  return [{ kind: 'review-removed', personId, uai, on, what }];
}

/** Refuses a review that the DANE would enter: `review-not-held` for a day to come,
 *  `review-outside-engagement` for a school year without an engagement at the school, `review-exists`. */
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
