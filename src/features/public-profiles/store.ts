import {
  newKey,
  type Queries,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { ofAnother } from '../../adapters/storage/invariants/badge-conditions.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { readColumn, sliceBy } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { PublicProfile, PublicProfileChange, PublicProfileReader } from './feature.ts';

const table = recordTable<Omit<PublicProfile, 'credentialIds'>>()('public_profile', ['id'], {
  columns: ['id', 'personId', 'name', 'searchable', 'madeAt'],
  flags: ['searchable'],
});

export function makePublicProfileReader({ db }: Database): PublicProfileReader {
  const withBadges = async (profile: Promise<Omit<PublicProfile, 'credentialIds'> | undefined>) => {
    const found = await profile;
    if (!found) return undefined;
    const badges = db.selectFrom('public_profile_badge').select('credential_id');
    const chosen = badges.where('person_id', '=', found.personId).orderBy('credential_id');
    return { ...found, credentialIds: await readColumn(chosen, 'credential_id') };
  };
  return {
    readPublicProfile: (id) => withBadges(table.find(db, { id })),
    readPublicProfileIds: (slice) =>
      readColumn(sliceBy(db.selectFrom('public_profile').select('id'), 'id', slice), 'id'),
    readPublicProfileOf: (personId) =>
      withBadges(table.first(table.select(db).where('person_id', '=', personId))),
  };
}

export const publicProfileWriters = {
  'public-profile-made': newKey(({ db }, { profile }) => [
    table.insert(db, profile),
    ...listBadges({ db }, profile),
  ]),
  'public-profile-changed': withPrecondition(['choice-as-read'], (database, { profile }) => {
    const { person_id: _owner, id, ...said } = table.toRow(profile);
    return [
      precondition(database, 'choice-as-read', findProfile(database, profile)),
      database.db.updateTable('public_profile').set(said).where('id', '=', id).compile(),
      forgetBadges(database, profile.personId),
      ...listBadges(database, profile),
    ];
  }),
  'public-profile-removed': withPrecondition(['choice-as-read'], (database, { personId, id }) => [
    precondition(database, 'choice-as-read', findProfile(database, { personId, id })),
    forgetBadges(database, personId),
    database.db.deleteFrom('public_profile').where('person_id', '=', personId).compile(),
  ]),
} satisfies Writers<PublicProfileChange>;

export const publicProfileChecks = {
  'own-things': [{ from: 'public_profile_badge', key: 'person_id', wrong: ofAnother('it.credential_id') }],
  'nothing-ahead': [notAhead('public_profile', 'person_id', 'made_at')],
} satisfies InvariantChecks;

function findProfile({ db }: Database, { personId, id }: Pick<PublicProfile, 'personId' | 'id'>) {
  return table.locate(db, { id }).where('person_id', '=', personId);
}

function listBadges({ db }: Pick<Database, 'db'>, { personId, credentialIds }: PublicProfile): Queries {
  const badges = credentialIds.map((credential_id) => ({ person_id: personId, credential_id }));
  return badges.length > 0 ? [db.insertInto('public_profile_badge').values(badges).compile()] : [];
}

/** Merges the profiles of two records of one person. Where both have one, that of `into` stays with the badges
 *  that were chosen for it, and the other address answers no more. */
export function mergePublicProfiles({ db }: Pick<Database, 'db'>, from: PersonId, into: PersonId): Queries {
  const saved = db.selectFrom('public_profile').select('person_id').where('person_id', '=', into);
  return (['public_profile_badge', 'public_profile'] as const).flatMap((table) => [
    db
      .deleteFrom(table)
      .where('person_id', '=', from)
      .where((eb) => eb.exists(saved))
      .compile(),
    db.updateTable(table).set({ person_id: into }).where('person_id', '=', from).compile(),
  ]);
}

function forgetBadges({ db }: Pick<Database, 'db'>, personId: PersonId) {
  return db.deleteFrom('public_profile_badge').where('person_id', '=', personId).compile();
}
