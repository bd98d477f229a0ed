import { lastWriteWins, touchesOne, type Writers } from '../../adapters/storage/commit/change-writer.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { Means, MeansChange, MeansReader } from './feature.ts';

const table = recordTable<Means>()('means', ['personId', 'uai', 'kind', 'since'], {
  columns: ['personId', 'uai', 'kind', 'description', 'since'],
});

export function makeMeansReader({ db }: Database): MeansReader {
  return {
    readMeans: (uai) =>
      table.all(table.select(db).where('uai', '=', uai).orderBy('since', 'desc').orderBy('person_id')),
  };
}

export const meansWriters = {
  'means-saved': lastWriteWins('principal', ({ db }, { means }) => [table.save(db, means)]),
  'means-removed': touchesOne(
    ({ db }, { means }) => table.locate(db, means),
    ({ db }, { means }) => [table.remove(db, means)],
  ),
} satisfies Writers<MeansChange>;
