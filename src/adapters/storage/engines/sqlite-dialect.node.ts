import { setTimeout as wait } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { isBusy, toUnavailable } from './sqlite-faults.node.ts';

const LOOK_AGAIN_MS = 10;

/** A connection to a file, and how long it waits for what another one holds. */
export interface PatientConnection {
  readonly connection: Sqlite.Database;
  readonly file: string;
  readonly patienceMilliseconds: number;
}

/** Tries again while another connection holds what is wanted. SQLite's own waiting stops the whole process; this lets
 *  every other request go on. */
export async function patiently<T>(milliseconds: number, attempt: () => T): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await wait(LOOK_AGAIN_MS);
    }
  }
}

/** Kysely on one connection. A query throws `unavailable` where the file or its disk does not let it through. No
 *  transaction stays open between two queries: a commit is one call of its own. */
export function makeSqliteDialect(patient: PatientConnection): Dialect {
  const connection = makeConnection(patient);
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
      destroy: async () => void patient.connection.close(),
    }),
  };
}

function makeConnection({ connection, file, patienceMilliseconds }: PatientConnection): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        return await patiently(patienceMilliseconds, () => {
          const statement = connection.prepare(sql);
          if (statement.reader) return { rows: statement.all(...parameters) as Row[] };
          return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
        });
      } catch (error) {
        throw toUnavailable(error, file);
      }
    },
    // biome-ignore lint/correctness/useYield: the store reads whole results; there is nothing to yield.
    async *streamQuery() {
      return refuse();
    },
  };
}

function refuse(): never {
  throw new Error('a commit is one call, and results are read whole');
}
