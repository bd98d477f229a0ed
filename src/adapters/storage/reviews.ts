import { type SqlBool, sql } from 'kysely';
import type { ReviewReader, WishedTrainingReader } from '../../application/store/school-readers.ts';
import type { ProgressReview } from '../../domain/records.ts';
import type { PlannedReview, ReviewChange, WrittenReview } from '../../domain/review/planned-review.ts';
import type { ReviewNotes } from '../../domain/review/review-notes.ts';
import type { PlannedWish, WishedTrainingChange } from '../../domain/review/wished-training.ts';
import { wholeYear } from '../../domain/time/school-year.ts';
import type { Database } from './database.ts';
import { excluded, insertEach } from './insert.ts';
import type {
  PlannedReviewTable,
  PlannedWishTable,
  ProgressReviewTable,
  ReviewNotesTable,
} from './tables.ts';
import { asStored, lastWord, newKey, type Writers } from './writer.ts';

export function toReviewRow(it: ProgressReview): ProgressReviewTable {
  return { person_id: it.personId, uai: it.uai, held_on: it.on, kind: it.kind };
}

export function fromReviewRow(row: ProgressReviewTable): ProgressReview {
  return { personId: row.person_id, uai: row.uai, on: row.held_on, kind: row.kind };
}

export function toPlannedReviewRow(it: PlannedReview): PlannedReviewTable {
  return {
    person_id: it.personId,
    uai: it.uai,
    school_year: it.schoolYear,
    planned_on: it.on,
    planned_by: it.plannedBy,
  };
}

export function fromPlannedReviewRow(row: PlannedReviewTable): PlannedReview {
  return {
    personId: row.person_id,
    uai: row.uai,
    schoolYear: row.school_year,
    on: row.planned_on,
    plannedBy: row.planned_by,
  };
}

export function toReviewNotesRow(it: WrittenReview): ReviewNotesTable {
  return {
    person_id: it.personId,
    uai: it.uai,
    held_on: it.on,
    notes: JSON.stringify(it.notes),
    review_known: it.reviewKnown ? 1 : 0,
    written_by: it.writtenBy,
    written_at: it.writtenAt,
  };
}

export function fromReviewNotesRow(row: ReviewNotesTable): WrittenReview {
  return {
    personId: row.person_id,
    uai: row.uai,
    on: row.held_on,
    notes: JSON.parse(row.notes) as ReviewNotes,
    ...(row.review_known === 1 && { reviewKnown: true }),
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  };
}

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

export function toPlannedWishRow(it: PlannedWish): PlannedWishTable {
  return {
    school_year: it.schoolYear,
    wish: it.wish,
    event_code: it.eventCode,
    taken_by: it.takenBy,
    taken_at: it.takenAt,
  };
}

export function fromPlannedWishRow(row: PlannedWishTable): PlannedWish {
  return {
    schoolYear: row.school_year,
    wish: row.wish,
    eventCode: row.event_code,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
  };
}

/** Reads the trainings wished in progress reviews, and those taken into the plan. */
export function makeWishedTrainingReader({ db }: Database): WishedTrainingReader {
  return {
    readReviewsOfYear: async (year, { after, limit }) => {
      const { from, to } = wholeYear(year);
      const rows = await db
        .selectFrom('review_notes')
        .selectAll()
        .where('held_on', '>=', from)
        .$if(to !== undefined, (notes) => notes.where('held_on', '<=', to ?? from))
        .$if(after !== undefined, (notes) =>
          notes.where(
            sql<SqlBool>`(held_on, person_id, uai) > (${after?.on}, ${after?.personId}, ${after?.uai})`,
          ),
        )
        .orderBy('held_on')
        .orderBy('person_id')
        .orderBy('uai')
        .limit(limit)
        .execute();
      return rows.map(fromReviewNotesRow);
    },
    readPlannedWishes: async (year) => {
      const planned = db.selectFrom('planned_wish').selectAll().where('school_year', '=', year);
      return (await planned.orderBy('wish').execute()).map(fromPlannedWishRow);
    },
  };
}

export const wishedTrainings = {
  'wish-planned': lastWord('dane', ({ db }, { planned }) => {
    const row = toPlannedWishRow(planned);
    const { event_code, taken_by, taken_at } = row;
    const insert = db.insertInto('planned_wish').values(row);
    const taken = excluded({ event_code, taken_by, taken_at });
    return [insert.onConflict((on) => on.columns(['school_year', 'wish']).doUpdateSet(taken)).compile()];
  }),
  'wish-plan-removed': asStored(({ db }, { schoolYear, wish }) => [
    db.deleteFrom('planned_wish').where('school_year', '=', schoolYear).where('wish', '=', wish).compile(),
  ]),
} satisfies Writers<WishedTrainingChange>;
