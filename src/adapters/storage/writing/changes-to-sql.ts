import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Change } from '../../../domain/change/change.ts';
import { sqliteCapabilities } from '../engines/capabilities.ts';
import type { Tables } from '../tables/tables.ts';
import { makeWriter } from './write.ts';

/** Turns changes into SQL of SQLite and D1 with its values written out, one statement on each line. It serves
 *  a database that only another program can reach. The statements are not one transaction. */
export function changesToSql(changes: readonly Change[]): string {
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (one) => new SqliteIntrospector(one),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  const queries = makeWriter({ db, capabilities: sqliteCapabilities })(changes);
  return queries.map(({ sql, parameters }) => `${withValues(sql, parameters)};`).join('\n');
}

/** Our names never contain a question mark, so each one stands for a value. */
function withValues(sql: string, parameters: readonly unknown[]): string {
  const values = parameters.map(toLiteral);
  return sql.replace(/\?/g, () => values.shift() ?? 'null');
}

function toLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}
