import type { HeldBadgeReader } from '../../../application/store/held-badge-reader.ts';
import type { Database } from '../database.ts';
import { fromHeldBadgeRow } from '../tables/held-badges.ts';

/** Every column but the text, which may be long. */
const WITHOUT_TEXT = [
  'id',
  'person_id',
  'badge_key',
  'form',
  'characters',
  'picture',
  'name',
  'issuer_id',
  'issuer_name',
  'credential_id',
  'valid_from',
  'valid_until',
  'sent_by',
  'received_at',
  'verified',
  'verdict',
  'verified_at',
] as const;

export function makeHeldBadgeReader({ db, capabilities }: Database): HeldBadgeReader {
  return {
    readHeldBadges: async (personId) => {
      const rows = await db
        .selectFrom('held_badge')
        .select(WITHOUT_TEXT)
        .where('person_id', '=', personId)
        .orderBy('received_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(fromHeldBadgeRow);
    },
    readWholeBadges: async (personId, ids) => {
      const rows = await db
        .selectFrom('held_badge')
        .selectAll()
        .where('person_id', '=', personId)
        .where('id', 'in', capabilities.listOf(ids))
        .execute();
      return rows.map((row) => ({ ...fromHeldBadgeRow(row), content: row.content }));
    },
  };
}
