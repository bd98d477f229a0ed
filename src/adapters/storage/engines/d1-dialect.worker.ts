import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { D1Database } from './d1-binding.worker.ts';

/** Kysely on a D1 database: SQLite's language, one query a call. What must hold together goes through `batch`, since
 *  D1 has no transaction that stays open. */
export function makeD1Dialect(database: D1Database): Dialect {
  const connection = makeConnection(database);
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => {},
      destroy: async () => {},
    }),
  };
}

function makeConnection(database: D1Database): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { results, meta } = await database
        .prepare(sql)
        .bind(...parameters)
        .all();
      return { rows: results as Row[], numAffectedRows: BigInt(meta.changes) };
    },
    // biome-ignore lint/correctness/useYield: D1 answers whole results; there is nothing to yield.
    async *streamQuery() {
      return refuse();
    },
  };
}

function refuse(): never {
  throw new Error('D1 has neither open transactions nor streams: commit a batch');
}
