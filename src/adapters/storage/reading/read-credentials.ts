import { sql } from 'kysely';
import type { AwardWithCredential, CredentialReader } from '../../../application/store/badge-readers.ts';
import type { Database } from '../database.ts';
import { fromAwardRow } from '../tables/awards.ts';
import type { CredentialTable } from '../tables/credentials.ts';
import { fromCredentialRow } from '../tables/credentials.ts';
import { fromStatusListRow } from '../tables/status-lists.ts';
import { openStatusLists } from '../writing/status-lists.ts';

/** The reads of what was signed: credentials as served, status lists as published. */
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
    readOpenStatusList: async () => {
      const row = await openStatusLists(database)
        .selectAll()
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && fromStatusListRow(row);
    },
    readStatusList: async (id) => {
      const row = await db.selectFrom('status_list').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromStatusListRow(row);
    },
    readStatusLists: async () =>
      (await db.selectFrom('status_list').selectAll().orderBy('opened_at').orderBy('id').execute()).map(
        fromStatusListRow,
      ),
    readTakenIndexes: async (listId, indexes) => {
      const rows = await db
        .selectFrom('credential')
        .innerJoin(capabilities.objectsOf(indexes.map((index) => ({ index }))).as('drawn'), (join) =>
          join.onRef('status_index', '=', sql`cast(drawn.value ->> 'index' as integer)`),
        )
        .select('status_index')
        .where('status_list_id', '=', listId)
        .execute();
      return rows.map((row) => row.status_index);
    },
    readRevokedIndexes: async (listId) => {
      const rows = await db
        .selectFrom('credential')
        .select('status_index')
        .where('status_list_id', '=', listId)
        .where('revoked_at', 'is not', null)
        .orderBy('status_index')
        .execute();
      return rows.map((row) => row.status_index);
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
