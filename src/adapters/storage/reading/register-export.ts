import { type SqlBool, sql } from 'kysely';
import type { RegisterExportReader, RegisterRow } from '../../../application/store/register-export-reader.ts';
import type { Database } from '../database.ts';
import { REGISTER_SOURCES, type RegisterSource } from '../tables/register-sources.ts';

/** Reads, as they are stored, the records that the DANE's eight files do not hold. */
export function makeRegisterExportReader({ db }: Database): RegisterExportReader {
  return {
    readRegisterSlice: async (file, { after, limit }) => {
      const { table, key, columns, having }: RegisterSource = REGISTER_SOURCES[file];
      const names = sql.join([...key, ...columns].map((name) => sql.ref(name)));
      // NULL cannot be compared.
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
