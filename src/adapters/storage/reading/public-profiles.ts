import type { PublicProfileReader } from '../../../application/store/public-profile-reader.ts';
import type { PublicProfile } from '../../../domain/holder/public-profile.ts';
import type { Database } from '../database.ts';
import { fromPublicProfileRow, type PublicProfileTable } from '../tables/public-profiles.ts';

export function makePublicProfileReader({ db }: Database): PublicProfileReader {
  const readBy = async (
    column: 'id' | 'person_id',
    value: PublicProfileTable[typeof column],
  ): Promise<PublicProfile | undefined> => {
    const row = await db
      .selectFrom('public_profile')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst();
    if (!row) return undefined;
    const badges = db.selectFrom('public_profile_badge').select('credential_id');
    const chosen = badges.where('person_id', '=', row.person_id).orderBy('credential_id');
    return fromPublicProfileRow(row, await chosen.execute());
  };
  return {
    readPublicProfile: (id) => readBy('id', id),
    readPublicProfileIds: async ({ after, limit }) => {
      const all = db.selectFrom('public_profile').select('id').orderBy('id').limit(limit);
      const rows = await (after === undefined ? all : all.where('id', '>', after)).execute();
      return rows.map(({ id }) => id);
    },
    readPublicProfileOf: (personId) => readBy('person_id', personId),
  };
}
