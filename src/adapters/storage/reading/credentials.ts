import { sql } from 'kysely';
import type { AwardWithCredential } from '../../../application/store/award-reader.ts';
import type { CredentialReader } from '../../../application/store/credential-reader.ts';
import type { Database } from '../database.ts';
import { fromAwardRow } from '../tables/awards.ts';
import type { CredentialTable } from '../tables/credentials.ts';
import { fromCredentialRow } from '../tables/credentials.ts';

export function makeCredentialReader(database: Database): CredentialReader {
  const { db, capabilities } = database;
  return {
    readCredential: async (id) => {
      const rows = await db.selectFrom('credential').selectAll().where('id', '=', id).execute();
      return (await withAwards(database, rows))[0];
    },
    readCredentials: async ({ after, limit, signedWith, acceptance }) => {
      let page = db.selectFrom('credential').selectAll().orderBy('id').limit(limit);
      if (after !== undefined) page = page.where('id', '>', after);
      if (acceptance !== undefined) page = page.where('acceptance', '=', sql.lit(acceptance));
      if (signedWith !== undefined) {
        page = page.where((eb) => capabilities.holds(eb.ref('key_ids'), signedWith));
      }
      return withAwards(database, await page.execute());
    },
  };
}

async function withAwards(
  { db, capabilities }: Database,
  rows: readonly CredentialTable[],
): Promise<readonly AwardWithCredential[]> {
  if (rows.length === 0) return [];
  const awards = await db
    .selectFrom('award')
    .selectAll()
    .where('id', 'in', capabilities.listOf(rows.map((row) => row.award_id)))
    .execute();
  const awardOf = new Map(awards.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const award = awardOf.get(row.award_id);
    return award ? [{ award: fromAwardRow(award), credential: fromCredentialRow(row) }] : [];
  });
}
