import type { CompiledQuery, Dialect, QueryResult } from 'kysely';
import type { D1Database } from './d1-binding.worker.ts';
import { makeOneConnectionDialect } from './one-connection-dialect.ts';

/** Kysely on a D1 database: SQLite's language, one query for each call. D1 keeps no transaction open, so
 *  statements that must succeed together go through `batch`. */
export function makeD1Dialect(database: D1Database): Dialect {
  return makeOneConnectionDialect({
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { results, meta } = await database
        .prepare(sql)
        .bind(...parameters)
        .all();
      return { rows: results as Row[], numAffectedRows: BigInt(meta.changes) };
    },
    close: () => {},
  });
}
