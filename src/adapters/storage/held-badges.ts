import type { HeldBadgeReader } from '../../application/store/holder-readers.ts';
import type { HeldBadge, HeldBadgeChange, WholeBadge } from '../../domain/host/held-badge.ts';
import { flag, withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { excluded } from './insert.ts';
import type { HeldBadgeTable } from './tables.ts';
import { asStored, lastWord, type Writers } from './writer.ts';

export function toHeldBadgeRow(it: WholeBadge): HeldBadgeTable {
  return {
    id: it.id,
    person_id: it.personId,
    badge_key: it.badgeKey,
    form: it.form,
    content: it.content,
    characters: it.characters,
    picture: it.picture ?? null,
    name: it.name ?? null,
    issuer_id: it.issuerId,
    issuer_name: it.issuerName ?? null,
    credential_id: it.credentialId,
    valid_from: it.validFrom,
    valid_until: it.validUntil ?? null,
    sent_by: it.sentBy ?? null,
    received_at: it.receivedAt,
    verified: flag(it.check.verified),
    verdict: it.check.verdict,
    verified_at: it.check.at,
  };
}

export function fromHeldBadgeRow(row: Omit<HeldBadgeTable, 'content'>): HeldBadge {
  return withoutNulls({
    id: row.id,
    personId: row.person_id,
    badgeKey: row.badge_key,
    form: row.form,
    characters: row.characters,
    picture: row.picture,
    name: row.name,
    issuerId: row.issuer_id,
    issuerName: row.issuer_name,
    credentialId: row.credential_id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    sentBy: row.sent_by,
    receivedAt: row.received_at,
    check: { verified: row.verified === 1, verdict: row.verdict, at: row.verified_at },
  });
}

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

export const heldBadges = {
  'held-badge-saved': lastWord('owner', ({ db }, { badge }) => {
    const row = toHeldBadgeRow(badge);
    const { id: _id, person_id: _person, badge_key: _key, ...rest } = row;
    return [
      db
        .insertInto('held_badge')
        .values(row)
        .onConflict((on) => on.columns(['person_id', 'badge_key']).doUpdateSet(excluded(rest)))
        .compile(),
    ];
  }),
  'held-badge-checked': lastWord('reading', ({ db }, { id, check }) => [
    db
      .updateTable('held_badge')
      .set({ verified: flag(check.verified), verdict: check.verdict, verified_at: check.at })
      .where('id', '=', id)
      .compile(),
  ]),
  'held-badge-removed': asStored(({ db }, { personId, id }) => [
    db.deleteFrom('held_badge').where('id', '=', id).where('person_id', '=', personId).compile(),
  ]),
} satisfies Writers<HeldBadgeChange>;
