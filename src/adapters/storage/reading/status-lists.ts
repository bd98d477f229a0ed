import { sql } from 'kysely';
import type { StatusListReader } from '../../../application/store/status-list-reader.ts';
import type { Database } from '../database.ts';
import { fromStatusListRow } from '../tables/status-lists.ts';
import { openStatusList, PLACES } from '../writing/status-lists.ts';

/** Reads status lists and their revoked indexes. */
export function makeStatusListReader(database: Database): StatusListReader {
  const { db, capabilities } = database;
  return {
    readOpenStatusList: async (keptFor) => {
      const row = await openStatusList(database, keptFor).selectAll().executeTakeFirst();
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
      const among = sql<number>`(select cast(value as integer) from ${drawn} as drawn)`;
      const taken = (table: (typeof PLACES)[keyof typeof PLACES]) =>
        db
          .selectFrom(table)
          .select('status_index')
          .where('status_list_id', '=', listId)
          .where('status_index', 'in', among);
      const rows = await taken(PLACES.badges)
        .union(taken(PLACES.records))
        .union(taken(PLACES.programs))
        .execute();
      return rows.map((row) => row.status_index);
    },
    readSetIndexes: async (listId) => {
      // One statement, so that both come from the same moment.
      const marked = (mark: Mark) => [
        markedIn(database, 'credential', listId, mark),
        markedIn(database, 'program_credential', listId, mark),
      ];
      const rows = await withdrawnIn(database, listId)
        .unionAll([...marked('revoked_at'), ...marked('suspended_at')])
        .execute();
      const indexesOf = (wanted: readonly (typeof rows)[number][]) =>
        [...new Set(wanted.map((row) => row.status_index))].sort((one, other) => one - other);
      return {
        set: indexesOf(rows),
        suspended: indexesOf(rows.filter(({ mark }) => mark === 'suspended_at')),
      };
    },
  };
}

type Mark = 'revoked_at' | 'suspended_at';

/** The entries of the list whose badges, or credentials of programs, have this date. Each table has an index
 *  for it. */
function markedIn({ db }: Database, table: 'credential' | 'program_credential', listId: string, mark: Mark) {
  return db
    .selectFrom(table)
    .select(['status_index', sql.lit<Mark>(mark).as('mark')])
    .where('status_list_id', '=', listId)
    .where(mark, 'is not', null);
}

/** The entries of the list for the badge records that their holders have withdrawn. */
function withdrawnIn({ db }: Database, listId: string) {
  return db
    .selectFrom('badge_record_entry')
    .select(['status_index', sql.lit<Mark>('revoked_at').as('mark')])
    .where('status_list_id', '=', listId)
    .where('withdrawn', '=', 1);
}
