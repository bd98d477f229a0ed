import { setTimeout as wait } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import type { CompiledQuery, Dialect, QueryResult } from 'kysely';
import { keepStatements } from './kept-statements.node.ts';
import type { makeLoopTurns } from './loop-turns.node.ts';
import { makeOneConnectionDialect } from './one-connection-dialect.ts';
import { isBusy, toUnavailable } from './sqlite-faults.node.ts';

const LOOK_AGAIN_MS = 10;

/** A connection to a file, and how long it waits for a lock of another connection. */
export interface PatientConnection {
  readonly connection: Sqlite.Database;
  readonly file: string;
  readonly patienceMilliseconds: number;
  /** Where absent, nobody else waits for the loop. */
  readonly giveWay?: ReturnType<typeof makeLoopTurns>;
}

/** Tries again while another connection holds the lock. SQLite's own waiting would block the whole process;
 *  this lets other requests go on. */
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

/** Kysely on one connection. A query throws `unavailable` where the file or its disk fails. */
export function makeSqliteDialect({
  connection,
  file,
  patienceMilliseconds,
  giveWay,
}: PatientConnection): Dialect {
  const prepare = keepStatements(connection);
  return makeOneConnectionDialect({
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        await giveWay?.();
        return await patiently(patienceMilliseconds, () => {
          const statement = prepare(sql);
          if (statement.reader) return { rows: statement.all(...parameters) as Row[] };
          return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
        });
      } catch (error) {
        throw toUnavailable(error, file);
      }
    },
    close: () => void connection.close(),
  });
}
