import type { MeansReader } from '../../application/store/school-readers.ts';
import type { Means, MeansChange } from '../../domain/engagement/means.ts';
import type { Database } from './database.ts';
import { excluded } from './insert.ts';
import type { MeansTable } from './tables.ts';
import { asStored, lastWord, type Writers } from './writer.ts';

export function toMeansRow(it: Means): MeansTable {
  return {
    person_id: it.personId,
    uai: it.uai,
    kind: it.kind,
    description: it.description,
    since: it.since,
  };
}

export function fromMeansRow(row: MeansTable): Means {
  return {
    personId: row.person_id,
    uai: row.uai,
    kind: row.kind,
    description: row.description,
    since: row.since,
  };
}

export function makeMeansReader({ db }: Database): MeansReader {
  return {
    readMeans: async (uai) => {
      const means = db.selectFrom('means').selectAll().where('uai', '=', uai);
      return (await means.orderBy('since', 'desc').orderBy('person_id').execute()).map(fromMeansRow);
    },
  };
}

export const means = {
  'means-saved': lastWord('principal', ({ db }, { means }) => {
    const row = toMeansRow(means);
    const { description } = row;
    const key = ['person_id', 'uai', 'kind', 'since'] as const;
    const insert = db.insertInto('means').values(row);
    return [insert.onConflict((on) => on.columns(key).doUpdateSet(excluded({ description }))).compile()];
  }),
  'means-removed': asStored(({ db }, { means: { personId, uai, kind, since } }) => [
    db
      .deleteFrom('means')
      .where('person_id', '=', personId)
      .where('uai', '=', uai)
      .where('kind', '=', kind)
      .where('since', '=', since)
      .compile(),
  ]),
} satisfies Writers<MeansChange>;
