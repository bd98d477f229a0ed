import { type SqlBool, sql } from 'kysely';
import type { WishedTrainingReader } from '../../../application/store/wished-training-reader.ts';
import type { WishedTrainingChange } from '../../../domain/review/wished-training.ts';
import { wholeYear } from '../../../domain/time/school-year.ts';
import type { Database } from '../database.ts';
import { fromReviewNotesRow } from '../tables/reviews.ts';
import { fromPlannedWishRow, toPlannedWishRow } from '../tables/wished-trainings.ts';
import { excluded } from '../writing/excluded.ts';
import { asStored, lastWord } from '../writing/guard.ts';
import type { Writers } from '../writing/writer.ts';

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
