import type { HeldBadgeChange } from '../../../domain/host/held-badge.ts';
import { flag } from '../tables/columns.ts';
import { toHeldBadgeRow } from '../tables/held-badges.ts';
import { excluded } from './excluded.ts';
import { asStored, lastWord } from './guard.ts';
import type { Writers } from './writer.ts';

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
