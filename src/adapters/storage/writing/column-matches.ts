import type { ColumnMatchChange } from '../../../domain/upload/column-match.ts';
import { toColumnMatchRow } from '../tables/column-matches.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const columnMatches = {
  'column-match-saved': ({ db }, { match }) => {
    const row = toColumnMatchRow(match);
    const { owner_id: _owner, fingerprint: _header, ...said } = row;
    const insert = db.insertInto('column_match').values(row);
    return [
      insert
        .onConflict((on) => on.columns(['owner_id', 'fingerprint']).doUpdateSet(excluded(said)))
        .compile(),
    ];
  },
  'column-match-forgotten': ({ db }, { ownerId, fingerprint }) => [
    db
      .deleteFrom('column_match')
      .where('owner_id', '=', ownerId)
      .where('fingerprint', '=', fingerprint)
      .compile(),
  ],
} satisfies Writers<ColumnMatchChange>;
