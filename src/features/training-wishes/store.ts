import { type SqlBool, sql } from 'kysely';
import { notesTable } from '../../adapters/storage/activities/reviews.ts';
import { lastWriteWins, touchesOne, type Writers } from '../../adapters/storage/commit/change-writer.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import { wholeYear } from '../../domain/time/school-year.ts';
import type { PlannedWish, WishedTrainingChange, WishedTrainingReader } from './feature.ts';

const wishTable = recordTable<PlannedWish>()('planned_wish', ['schoolYear', 'wish'], {
  columns: ['schoolYear', 'wish', 'eventCode', 'takenBy', 'takenAt'],
});

/** Reads the trainings wished in progress reviews, and those taken into the plan. */
export function makeWishedTrainingReader({ db }: Database): WishedTrainingReader {
  return {
    readReviewsOfYear: (year, { after, limit }) => {
      const { from, to } = wholeYear(year);
      return notesTable.all(
        notesTable
          .select(db)
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
          .limit(limit),
      );
    },
    readPlannedWishes: (year) => {
      const planned = wishTable.select(db).where('school_year', '=', year);
      return wishTable.all(planned.orderBy('wish'));
    },
  };
}

export const wishedTrainingWriters = {
  'wish-planned': lastWriteWins('dane', ({ db }, { planned }) => [wishTable.save(db, planned)]),
  'wish-plan-removed': touchesOne(
    ({ db }, wish) => wishTable.locate(db, wish),
    ({ db }, wish) => [wishTable.remove(db, wish)],
  ),
} satisfies Writers<WishedTrainingChange>;

export const wishedTrainingChecks = {
  'nothing-ahead': [notAhead('planned_wish', 'wish', 'taken_at')],
} satisfies InvariantChecks;
