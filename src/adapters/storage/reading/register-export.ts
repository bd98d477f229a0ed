import { type SqlBool, sql } from 'kysely';
import type { RegisterExportReader, RegisterRow } from '../../../application/store/register-export-reader.ts';
import type { Database } from '../database.ts';
import { REGISTER_SOURCES, type RegisterSource } from '../tables/register-sources.ts';

/** What is recorded beside the DANE's eight files, as it is stored. */
export function makeRegisterExportReader({ db }: Database): RegisterExportReader {
  return {
    readRegisterSlice: async (file, { after, limit }) => {
      const { table, key, columns, having }: RegisterSource = REGISTER_SOURCES[file];
      const names = sql.join([...key, ...columns].map((name) => sql.ref(name)));
      // Null compares with nothing.
      const order = sql.join(
        key.map((name) => (name === 'details' ? sql`coalesce(details, '')` : sql.ref(name))),
      );
      const tests = [
        ...(having ? [sql<SqlBool>`${sql.ref(having)} is not null`] : []),
        ...(after
          ? [sql<SqlBool>`(${order}) > (${sql.join(key.map((name) => sql.val(after[name] ?? '')))})`]
          : []),
      ];
      const where = tests.length > 0 ? sql` where ${sql.join(tests, sql` and `)}` : sql``;
      const { rows } = await sql<RegisterRow>`select ${names} from ${sql.table(
        table,
      )}${where} order by ${order} limit ${sql.lit(limit)}`.execute(db);
      return rows;
    },
  };
}
