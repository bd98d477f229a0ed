import { eventTable } from '../../adapters/storage/activities/events.ts';
import { lastWriteWins, touchesOne, type Writers } from '../../adapters/storage/commit/change-writer.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import {
  type TrainingWish,
  type TrainingWishChange,
  type TrainingWishReader,
  WISHED_KINDS,
} from './feature-to-come.ts';

const wishTable = recordTable<TrainingWish>()('training_wish', ['eventCode', 'personId'], {
  columns: ['eventCode', 'personId', 'wishedAt'],
});

export function makeTrainingWishReader({ db, capabilities }: Database): TrainingWishReader {
  return {
    readTrainingsToCome: (from, limit) =>
      eventTable.all(
        eventTable
          .select(db)
          .where('starts_on', '>=', from)
          .where('kind', 'in', WISHED_KINDS)
          .orderBy('starts_on')
          .orderBy('code')
          .limit(limit),
      ),
    readTrainingWishesOf: (personId) =>
      wishTable.all(wishTable.select(db).where('person_id', '=', personId).orderBy('event_code')),
    readTrainingWishers: (eventCode, limit) =>
      wishTable.all(
        wishTable
          .select(db)
          .innerJoin('person', 'person.id', 'training_wish.person_id')
          .where('event_code', '=', eventCode)
          .orderBy('person.folded_name')
          .orderBy('person_id')
          .limit(limit),
      ),
    countTrainingWishes: async (codes) => {
      const counted = await db
        .selectFrom('training_wish')
        .where('event_code', 'in', capabilities.listOf(codes))
        .groupBy('event_code')
        .select(({ fn }) => ['event_code', fn.countAll<number>().as('count')])
        .execute();
      return new Map(counted.map((one) => [one.event_code, Number(one.count)]));
    },
  };
}

export const trainingWishWriters = {
  'training-wished': lastWriteWins('owner', ({ db }, { wish }) => [wishTable.save(db, wish)]),
  'training-wish-taken-back': touchesOne(
    ({ db }, wish) => wishTable.locate(db, wish),
    ({ db }, wish) => [wishTable.remove(db, wish)],
  ),
} satisfies Writers<TrainingWishChange>;

export const trainingWishChecks = {
  'nothing-ahead': [notAhead('training_wish', 'event_code', 'wished_at')],
} satisfies InvariantChecks;
