import { setTimeout as wait } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import type { CompiledQuery, Dialect, QueryResult } from 'kysely';
import { yieldToEventLoop } from '../../../application/concurrency/async.ts';
import { makeOneConnectionDialect } from './one-connection-dialect.ts';
import { isBusy, toUnavailable } from './sqlite-errors.node.ts';

const LOCK_RETRY_MS = 10;

/** A connection to a file, and how long it waits for a lock of another connection. */
export interface PatientConnection {
  readonly connection: Sqlite.Database;
  readonly file: string;
  readonly patienceMilliseconds: number;
  /** Where absent, no one else waits for the loop. */
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
      await wait(LOCK_RETRY_MS);
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
  const prepare = cacheStatements(connection);
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

/** Beyond this number, all statements are dropped: most are rare searches, and the frequent ones are soon
 *  prepared again. */
const MAX_PREPARED_STATEMENTS = 500;

/** Prepares each statement of a connection once. Preparing takes longer than most of our queries. */
export function cacheStatements(connection: Sqlite.Database): (sql: string) => Sqlite.Statement {
  const saved = new Map<string, Sqlite.Statement>();
  return (sql) => {
    const known = saved.get(sql);
    if (known) return known;
    if (saved.size >= MAX_PREPARED_STATEMENTS) saved.clear();
    const statement = connection.prepare(sql);
    saved.set(sql, statement);
    return statement;
  };
}

/** Milliseconds for which queries follow one another before the loop turns. */
const MOST_MS = 10;

/** Lets the event loop turn between the queries of a long piece of work. SQLite answers at once, so that an
 *  import of a thousand lines would never let go of the loop: no one else would be served until its end. Called
 *  before each query and each commit, outside of any transaction. */
export function makeLoopTurns(): () => Promise<void> | undefined {
  let turnedAt = performance.now();
  return () => {
    if (performance.now() - turnedAt < MOST_MS) return undefined;
    return yieldToEventLoop().then(() => {
      turnedAt = performance.now();
    });
  };
}
