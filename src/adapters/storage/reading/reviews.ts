import type { ReviewReader } from '../../../application/store/review-reader.ts';
import type { Database } from '../database.ts';
import { fromPlannedReviewRow, fromReviewNotesRow } from '../tables/reviews.ts';

/** Reads planned and recorded progress reviews. */
export function makeReviewReader({ db }: Database): ReviewReader {
  return {
    readPlannedReviews: async (uai, schoolYear) => {
      const planned = db.selectFrom('planned_review').selectAll().where('uai', '=', uai);
      const rows = await planned.where('school_year', '=', schoolYear).orderBy('planned_on').execute();
      return rows.map(fromPlannedReviewRow);
    },
    readWrittenReviews: async (uai) => {
      const notes = db.selectFrom('review_notes').selectAll().where('uai', '=', uai);
      return (await notes.orderBy('held_on', 'desc').execute()).map(fromReviewNotesRow);
    },
  };
}
