import type { WishedTrainingChange } from '../../../domain/review/wished-training.ts';
import { toPlannedWishRow } from '../tables/wished-trainings.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const wishedTrainings = {
  'wish-planned': ({ db }, { planned }) => {
    const row = toPlannedWishRow(planned);
    const { event_code, taken_by, taken_at } = row;
    const insert = db.insertInto('planned_wish').values(row);
    const taken = excluded({ event_code, taken_by, taken_at });
    return [insert.onConflict((on) => on.columns(['school_year', 'wish']).doUpdateSet(taken)).compile()];
  },
  'wish-plan-removed': ({ db }, { schoolYear, wish }) => [
    db.deleteFrom('planned_wish').where('school_year', '=', schoolYear).where('wish', '=', wish).compile(),
  ],
} satisfies Writers<WishedTrainingChange>;
