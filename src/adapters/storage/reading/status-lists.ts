import { sql } from 'kysely';
import type { StatusListReader } from '../../../application/store/status-list-reader.ts';
import type { Database } from '../database.ts';
import { fromStatusListRow } from '../tables/status-lists.ts';
import { openStatusList } from '../writing/status-lists.ts';

/** Reads status lists and their revoked indexes. */
export function makeStatusListReader(database: Database): StatusListReader {
  const { db, capabilities } = database;
  return {
    readOpenStatusList: async () => {
      const row = await openStatusList(database).selectAll().executeTakeFirst();
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
      const drawn = capabilities.listOf(indexes.map(String));
      const rows = await db
        .selectFrom('credential')
        .select('status_index')
        .where('status_list_id', '=', listId)
        .where('status_index', 'in', sql<number>`(select cast(value as integer) from ${drawn} as drawn)`)
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
