import type { PublicProfileChange } from '../../../domain/holder/public-profile.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Database } from '../database.ts';
import { toPublicProfileRow } from '../tables/public-profiles.ts';
import { excluded } from './excluded.ts';
import { asStored, unguarded } from './guard.ts';
import type { Queries, Writers } from './writer.ts';

export const publicProfiles = {
  'public-profile-saved': unguarded(({ db }, { profile }) => {
    const row = toPublicProfileRow(profile);
    const { id, name_form, searchable, made_at } = row;
    const badges = profile.credentialIds.map((credential_id) => ({
      person_id: row.person_id,
      credential_id,
    }));
    return [
      db
        .insertInto('public_profile')
        .values(row)
        .onConflict((on) =>
          on.column('person_id').doUpdateSet(excluded({ id, name_form, searchable, made_at })),
        )
        .compile(),
      forgetBadges({ db }, row.person_id),
      ...(badges.length > 0 ? [db.insertInto('public_profile_badge').values(badges).compile()] : []),
    ];
  }),
  'public-profile-removed': asStored(({ db }, { personId }) => [
    forgetBadges({ db }, personId),
    db.deleteFrom('public_profile').where('person_id', '=', personId).compile(),
  ]),
} satisfies Writers<PublicProfileChange>;

/** Merges the profiles of two records of one person. Where both have one, that of `into` stays with the badges
 *  that were chosen for it, and the other address answers no more. */
export function mergePublicProfiles({ db }: Pick<Database, 'db'>, from: PersonId, into: PersonId): Queries {
  const kept = db.selectFrom('public_profile').select('person_id').where('person_id', '=', into);
  return (['public_profile_badge', 'public_profile'] as const).flatMap((table) => [
    db
      .deleteFrom(table)
      .where('person_id', '=', from)
      .where((eb) => eb.exists(kept))
      .compile(),
    db.updateTable(table).set({ person_id: into }).where('person_id', '=', from).compile(),
  ]);
}

function forgetBadges({ db }: Pick<Database, 'db'>, personId: PersonId) {
  return db.deleteFrom('public_profile_badge').where('person_id', '=', personId).compile();
}
