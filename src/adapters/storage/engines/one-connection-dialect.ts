import {
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

export interface OneConnection {
  readonly executeQuery: DatabaseConnection['executeQuery'];
  /** Called once, when the database is closed. */
  readonly close: () => void;
}

/** Kysely in SQLite's language on one connection, which returns whole results. No transaction stays open
 *  between two queries; statements that must succeed together are one call. */
export function makeOneConnectionDialect({ executeQuery, close }: OneConnection): Dialect {
  const connection: DatabaseConnection = {
    executeQuery,
    // biome-ignore lint/correctness/useYield: results are whole; there is nothing to yield.
    async *streamQuery() {
      return refuse();
    },
  };
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
      destroy: async () => close(),
    }),
  };
}

function refuse(): never {
  throw new Error('there are neither open transactions nor streams: commit at once, and read whole results');
}
