import { lastWriteWins, touchesOne, type Writers } from '../../adapters/storage/commit/change-writer.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { compileInsert, excluded } from '../../adapters/storage/mapping/insert.ts';
import { readAll } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { HeldBadge, HeldBadgeChange, HeldBadgeReader } from './feature-held-badge.ts';

const table = recordTable<HeldBadge>()('held_badge', ['personId', 'badgeKey'], {
  columns: [
    ...(['id', 'personId', 'badgeKey', 'form', 'characters', 'picture', 'name', 'issuerId'] as const),
    ...(['issuerName', 'credentialId', 'validFrom', 'validUntil', 'sentBy', 'receivedAt', 'check'] as const),
  ],
  flags: ['check.verified'],
});

export function makeHeldBadgeReader({ db, capabilities }: Database): HeldBadgeReader {
  return {
    // Every column but the text, which may be long.
    readHeldBadges: (personId) => {
      const own = db.selectFrom('held_badge').select(table.columns).where('person_id', '=', personId);
      return table.all(own.orderBy('received_at', 'desc').orderBy('id'));
    },
    readWholeBadges: (personId, ids) => {
      const own = table.select(db).where('person_id', '=', personId);
      return readAll(own.where('id', 'in', capabilities.listOf(ids)), (row) => ({
        ...table.fromRow(row),
        content: row.content,
      }));
    },
  };
}

export const heldBadgeWriters = {
  'held-badge-saved': lastWriteWins('owner', ({ db }, { badge }) => {
    const row = { ...table.toRow(badge), content: badge.content };
    const { id: _id, person_id: _person, badge_key: _key, ...rest } = row;
    return [
      compileInsert(
        db
          .insertInto('held_badge')
          .values(row)
          .onConflict((on) => on.columns(['person_id', 'badge_key']).doUpdateSet(excluded(rest))),
      ),
    ];
  }),
  'held-badge-checked': touchesOne(
    ({ db }, { id }) => db.selectFrom('held_badge').select('id').where('id', '=', id),
    ({ db }, { id, check }) => [
      db.updateTable('held_badge').set(table.columnsIn({ check })).where('id', '=', id).compile(),
    ],
    'reading',
  ),
  'held-badge-removed': touchesOne(
    ({ db }, { personId, id }) =>
      db.selectFrom('held_badge').select('id').where('id', '=', id).where('person_id', '=', personId),
    ({ db }, { personId, id }) => [
      db.deleteFrom('held_badge').where('id', '=', id).where('person_id', '=', personId).compile(),
    ],
  ),
} satisfies Writers<HeldBadgeChange>;
