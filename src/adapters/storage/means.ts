import type { MeansReader } from '../../application/store/school-readers.ts';
import type { Means, MeansChange } from '../../domain/engagement/means.ts';
import type { Database } from './database.ts';
import { recordTable } from './record-table.ts';
import { asStored, lastWord, type Writers } from './writer.ts';

const table = recordTable<Means>()('means', ['personId', 'uai', 'kind', 'since'], {
  columns: ['personId', 'uai', 'kind', 'description', 'since'],
});

export function makeMeansReader({ db }: Database): MeansReader {
  return {
    readMeans: (uai) =>
      table.all(table.select(db).where('uai', '=', uai).orderBy('since', 'desc').orderBy('person_id')),
  };
}

export const means = {
  'means-saved': lastWord('principal', ({ db }, { means }) => [table.save(db, means)]),
  'means-removed': asStored(({ db }, { means }) => [table.remove(db, means)]),
} satisfies Writers<MeansChange>;
