import type { MeansChange } from '../../../domain/engagement/means.ts';
import { toMeansRow } from '../tables/means.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const means = {
  'means-saved': ({ db }, { means }) => {
    const row = toMeansRow(means);
    const { description } = row;
    const key = ['person_id', 'uai', 'kind', 'since'] as const;
    const insert = db.insertInto('means').values(row);
    return [insert.onConflict((on) => on.columns(key).doUpdateSet(excluded({ description }))).compile()];
  },
  'means-removed': ({ db }, { means: { personId, uai, kind, since } }) => [
    db
      .deleteFrom('means')
      .where('person_id', '=', personId)
      .where('uai', '=', uai)
      .where('kind', '=', kind)
      .where('since', '=', since)
      .compile(),
  ],
} satisfies Writers<MeansChange>;
