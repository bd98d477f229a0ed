import type { ColumnMatchChange } from '../../../domain/upload/column-match.ts';
import { toColumnMatchRow } from '../tables/column-matches.ts';
import { excluded } from './excluded.ts';
import { asStored, lastWord } from './guard.ts';
import type { Writers } from './writer.ts';

export const columnMatches = {
  'column-match-saved': lastWord('dane', ({ db }, { match }) => {
    const row = toColumnMatchRow(match);
    const { person_id: _person, fingerprint: _header, ...said } = row;
    const insert = db.insertInto('column_match').values(row);
    return [
      insert
        .onConflict((on) => on.columns(['person_id', 'fingerprint']).doUpdateSet(excluded(said)))
        .compile(),
    ];
  }),
  'column-match-forgotten': asStored(({ db }, { personId, fingerprint }) => [
    db
      .deleteFrom('column_match')
      .where('person_id', '=', personId)
      .where('fingerprint', '=', fingerprint)
      .compile(),
  ]),
} satisfies Writers<ColumnMatchChange>;
