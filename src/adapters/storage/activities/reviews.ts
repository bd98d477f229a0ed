import type { ReviewReader } from '../../../application/store/school-readers.ts';
import type { ProgressReview } from '../../../domain/records.ts';
import type { PlannedReview, ReviewChange, WrittenReview } from '../../../domain/review/planned.ts';
import { lastWriteWins, newKey, sweep, touchesOne, type Writers } from '../commit/change-writer.ts';
import type { Database } from '../mapping/database.ts';
import { insertEach } from '../mapping/insert.ts';
import { recordTable } from '../mapping/record-table.ts';

export const reviewTable = recordTable<ProgressReview>()(
  'progress_review',
  ['personId', 'uai', 'on', 'kind'],
  { columns: ['personId', 'uai', 'on', 'kind'] },
);

const plannedTable = recordTable<PlannedReview>()('planned_review', ['personId', 'uai', 'schoolYear'], {
  columns: ['personId', 'uai', 'schoolYear', 'on', 'plannedBy'],
});

export const notesTable = recordTable<WrittenReview>()('review_notes', ['personId', 'uai', 'on'], {
  columns: ['personId', 'uai', 'on', 'notes', 'reviewKnown', 'writtenBy', 'writtenAt'],
  json: ['notes'],
  marks: ['reviewKnown'],
});

export function makeReviewReader({ db }: Database): ReviewReader {
  return {
    readPlannedReviews: (uai, schoolYear) => {
      const planned = plannedTable.select(db).where('uai', '=', uai);
      return plannedTable.all(planned.where('school_year', '=', schoolYear).orderBy('planned_on'));
    },
    readWrittenReviews: (uai) => {
      const notes = notesTable.select(db).where('uai', '=', uai);
      return notesTable.all(notes.orderBy('held_on', 'desc'));
    },
  };
}

export const reviews = {
  'progress-review-saved': newKey({
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ review }) => reviewTable.toRow(review)),
        // All columns belong to the key, so there is nothing to update.
        (row) =>
          db
            .insertInto('progress_review')
            .values(row)
            .onConflict((on) => on.doNothing()),
      ),
  }),
  'review-planned': lastWriteWins('principal', ({ db }, { planned }) => [plannedTable.save(db, planned)]),
  'review-plan-cancelled': touchesOne(
    ({ db }, plan) => plannedTable.locate(db, plan),
    ({ db }, plan) => [plannedTable.remove(db, plan)],
  ),
  'review-written': lastWriteWins('principal', ({ db }, { review }) => [notesTable.save(db, review)]),
  'review-removed': touchesOne(
    ({ db }, { personId, uai, on, what }) =>
      what === 'text'
        ? notesTable.locate(db, { personId, uai, on })
        : reviewTable.locate(db, { personId, uai, on, kind: 'review' }),
    ({ db }, { personId, uai, on, what }) => [
      notesTable.remove(db, { personId, uai, on }),
      ...(what === 'review' ? [reviewTable.remove(db, { personId, uai, on, kind: 'review' })] : []),
    ],
  ),
  'progress-review-removed': touchesOne(
    ({ db }, { review }) => reviewTable.locate(db, review),
    ({ db }, { review }) => [
      reviewTable.remove(db, review),
      ...(review.kind === 'review' ? [notesTable.remove(db, review)] : []),
    ],
  ),
  'review-notes-forgotten': sweep('review-notes-forgotten', ({ db }, { writtenBefore }) => [
    db.deleteFrom('review_notes').where('written_at', '<', writtenBefore).compile(),
    db.deleteFrom('yearly_report').where('changed_at', '<', writtenBefore).compile(),
  ]),
} satisfies Writers<ReviewChange>;
