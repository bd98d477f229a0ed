import type { ReviewChange } from '../../../domain/review/planned-review.ts';
import { toPlannedReviewRow, toReviewNotesRow, toReviewRow } from '../tables/reviews.ts';
import { excluded } from './excluded.ts';
import { asStored, lastWord, newKey } from './guard.ts';
import { insertEach } from './insert-each.ts';
import type { Writers } from './writer.ts';

/** Writes planned and recorded progress reviews. */
export const reviews = {
  'progress-review-saved': newKey({
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ review }) => toReviewRow(review)),
        // All columns belong to the key, so there is nothing to update.
        (row) =>
          db
            .insertInto('progress_review')
            .values(row)
            .onConflict((on) => on.doNothing()),
      ),
  }),
  'review-planned': lastWord('principal', ({ db }, { planned }) => {
    const row = toPlannedReviewRow(planned);
    const { planned_on, planned_by } = row;
    const key = ['person_id', 'uai', 'school_year'] as const;
    const insert = db.insertInto('planned_review').values(row);
    return [
      insert.onConflict((on) => on.columns(key).doUpdateSet(excluded({ planned_on, planned_by }))).compile(),
    ];
  }),
  'review-plan-cancelled': asStored(({ db }, { personId, uai, schoolYear }) => [
    db
      .deleteFrom('planned_review')
      .where('person_id', '=', personId)
      .where('uai', '=', uai)
      .where('school_year', '=', schoolYear)
      .compile(),
  ]),
  'review-written': lastWord('principal', ({ db }, { review }) => {
    const row = toReviewNotesRow(review);
    const { notes, review_known, written_by, written_at } = row;
    const key = ['person_id', 'uai', 'held_on'] as const;
    const insert = db.insertInto('review_notes').values(row);
    return [
      insert
        .onConflict((on) =>
          on.columns(key).doUpdateSet(excluded({ notes, review_known, written_by, written_at })),
        )
        .compile(),
    ];
  }),
  'review-removed': asStored(({ db }, { personId, uai, on, what }) => {
    const text = db.deleteFrom('review_notes').where('person_id', '=', personId);
    const review = db.deleteFrom('progress_review').where('person_id', '=', personId);
    return [
      text.where('uai', '=', uai).where('held_on', '=', on).compile(),
      ...(what === 'review'
        ? [review.where('uai', '=', uai).where('held_on', '=', on).where('kind', '=', 'review').compile()]
        : []),
    ];
  }),
  'progress-review-removed': asStored(({ db }, { review: { personId, uai, on, kind } }) => {
    const review = db.deleteFrom('progress_review').where('person_id', '=', personId);
    const notes = db.deleteFrom('review_notes').where('person_id', '=', personId);
    return [
      review.where('uai', '=', uai).where('held_on', '=', on).where('kind', '=', kind).compile(),
      ...(kind === 'review' ? [notes.where('uai', '=', uai).where('held_on', '=', on).compile()] : []),
    ];
  }),
  'review-notes-forgotten': asStored(({ db }, { writtenBefore }) => [
    db.deleteFrom('review_notes').where('written_at', '<', writtenBefore).compile(),
  ]),
} satisfies Writers<ReviewChange>;
