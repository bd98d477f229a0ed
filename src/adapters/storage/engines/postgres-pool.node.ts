import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool, type PoolClient, type PoolConfig, type QueryResult, types } from 'pg';
import { DomainError } from '../../../domain/errors.ts';
import type { Tables } from '../mapping/tables.ts';
import type { CircuitBreaker } from './postgres-circuit-breaker.node.ts';
import { makeWaitLimit, type WaitLimit, type WaitLimits } from './time-limit.node.ts';

/** The numbers of connections of one process, for queries and for commits. Count the connections of all
 *  processes against the server's `max_connections`. */
export const READERS = 6;
export const WRITERS = 4;
const CONNECT_TIMEOUT_MS = 10_000;
/** How long all queries of one action may wait together, after its first. */
const ACTION_TIMEOUT_MS = 30_000;
/** No statement of a serving process takes nearly as long. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** The longest time for which a connection may be silent while the server works on its statement. The statements of a
 *  commit are sent together, and share this time. A silent server is found earlier, by the circuit breaker. */
const SILENCE_MS = 90_000;
/** A process that was stopped inside a transaction keeps its locks no longer than this. */
const IDLE_TIMEOUT_MS = 10_000;
const BIGINT_OID = 20;
/** Connection exceptions, too many connections, a server that shuts down or starts up, and what the time limits
 *  of `limitServing` end: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const LOST_CONNECTION = /^(08...|53300|57P..|55P03|57014|25P03)$/;
/** Errors that every client gets until the operator acts, by the same appendix. */
const UNUSABLE = [
  [/^25006$/, 'standby'],
  [/^53300$/, 'connections'],
  [/^53100$/, 'full'],
  [/^58030$/, 'disk'],
  [/^XX00[12]$/, 'damaged'],
] as const;

/** What is used of a connection of pg. Only this is wrapped, so nothing else of it may be used. */
export interface PostgresConnection {
  query(text: string, values?: unknown[]): Promise<QueryResult>;
  release(error?: Error | boolean): void;
}

/** Where connections come from. */
export interface ConnectionPool {
  connect(): Promise<PostgresConnection>;
}

/** The time limits of a process that serves, each in milliseconds. A commit that waits for a lock is refused after the
 *  patience, and who waits for a connection by `withUnavailableErrors`. A statement and an open transaction that no one
 *  ends are ended by the server, and a connection on which the server is silent by this process. */
export function limitServing(patienceMilliseconds = CONNECT_TIMEOUT_MS) {
  return {
    connectionTimeoutMillis: Math.max(patienceMilliseconds, ACTION_TIMEOUT_MS),
    lock_timeout: patienceMilliseconds,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT_MS,
    query_timeout: SILENCE_MS,
  };
}

/** The connections of one process. A lost connection ends only the queries on it; the next query opens
 *  another. */
export function openPool(
  url: string,
  { size = 1, ...limits }: PoolConfig & { readonly size?: number } = {},
): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    ...limits,
    keepAlive: true,
    application_name: 'jalon',
    // The statements of a commit are sent together, in one round trip.
    pipeline: true,
    types: {
      // Counts are bigint in PostgreSQL, and never near the 2^53 that a number can hold.
      getTypeParser: (oid, format) =>
        oid === BIGINT_OID ? Number : (types.getTypeParser(oid, format) as (value: string) => unknown),
    },
  });
  // The pool removes idle connections that fail; without this listener, the event would end the process.
  pool.on('error', () => {});
  // A connection in use emits an error too, which would end the process without a listener. Its query fails
  // anyway.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

/** The limits of actions that wait for connections. */
export function limitActions(
  patienceMilliseconds = CONNECT_TIMEOUT_MS,
  currentAction?: WaitLimits['currentAction'],
) {
  return makeWaitLimit({
    firstMilliseconds: patienceMilliseconds,
    laterMilliseconds: Math.max(patienceMilliseconds, ACTION_TIMEOUT_MS),
    currentAction,
  });
}

/** The same connections, whose errors become `unavailable` if the database is absent, silent, went away, or refuses
 *  writes, and if an action waited too long for one. `place` is its host and name, for its operator. */
export function withUnavailableErrors(
  pool: Pool,
  place: string,
  { breaker = UNGUARDED, waits = limitActions() }: Guards = {},
): ConnectionPool {
  const open = async (): Promise<PoolClient> => {
    const opening = pool.connect();
    try {
      return await breaker.guard(() => waits.waitFor(opening, () => new WaitedTooLong()));
    } catch (error) {
      const give = error instanceof WaitedTooLong ? (client: PoolClient) => client.release() : end;
      void opening.then(give).catch(() => {});
      throw toUnavailable(error, place, true);
    }
  };
  return {
    connect: async () => {
      for (;;) {
        const client = await open();
        const openedAt = openedAtLoss.get(client) ?? breaker.losses();
        openedAtLoss.set(client, openedAt);
        if (openedAt === breaker.losses()) return withUnavailable(client, place, breaker);
        end(client);
      }
    },
  };
}

interface Guards {
  readonly breaker?: Pick<CircuitBreaker, 'guard' | 'losses'> | undefined;
  /** For readers and writers the same, because an action uses both. */
  readonly waits?: WaitLimit;
}

/** All connections were in use for as long as an action may wait. */
class WaitedTooLong extends Error {
  override readonly name = 'WaitedTooLong';
}

/** For processes that do not serve: everything has its own time limit. */
const UNGUARDED: Pick<CircuitBreaker, 'guard' | 'losses'> = { guard: (work) => work(), losses: () => 0 };

/** The count of losses when each connection was opened. */
const openedAtLoss = new WeakMap<PoolClient, number>();

/** Ends a connection without waiting for what was sent on it. */
function end(client: PoolClient): void {
  client.connection.stream.destroy();
  client.release(true);
}

/** Throws where the server would refuse to write now. */
export async function probePostgres(pool: ConnectionPool, place: string): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('show transaction_read_only');
    if (rows[0]?.transaction_read_only === 'on') throw unavailable('standby', place);
  } finally {
    client.release();
  }
}

/** The number of a table, which a restored dump has not, and the timeline, which a recovery to an earlier moment
 *  ends. */
const HOME = `select 'lived_day'::regclass::oid || ':' || case when pg_is_in_recovery() then ''
  else substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end as home`;

export async function readPostgresHome(pool: ConnectionPool): Promise<string> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query(HOME);
    return String(rows[0]?.home);
  } finally {
    client.release();
  }
}

function withUnavailable(
  client: PoolClient & { readonly processID?: number | null },
  place: string,
  breaker: Pick<CircuitBreaker, 'guard'>,
): PostgresConnection {
  let isGone = false;
  return {
    query: async (text, values) => {
      try {
        return await breaker.guard(() => client.query(text, values), client.processID ?? undefined);
      } catch (error) {
        isGone ||= error instanceof DomainError || (isLost(error) && !(error instanceof DatabaseError));
        throw toUnavailable(error, place);
      }
    },
    // The pool learns of the end only later, and would give the connection to the next query.
    release: (error) => (isGone ? end(client) : client.release(error)),
  };
}

function toUnavailable(error: unknown, place: string, isOfConnecting = false): unknown {
  if (error instanceof DomainError) return error;
  const code = error instanceof DatabaseError ? (error.code ?? '') : '';
  const because = UNUSABLE.find(([pattern]) => pattern.test(code))?.[1];
  if (because) return unavailable(because, place, error);
  return isOfConnecting || isLost(error) ? new DomainError('unavailable', {}, { cause: error }) : error;
}

function unavailable(because: string, place: string, cause?: unknown): DomainError {
  const unusable = new DomainError('database-unusable', { because, file: place }, { cause });
  return new DomainError('unavailable', {}, { cause: unusable });
}

/** pg's own errors, for a connection that ended and for one on which the server is silent, have no code and no class. */
function isLost(error: unknown): boolean {
  if (error instanceof DatabaseError) return LOST_CONNECTION.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  return (
    'syscall' in error || /^Connection terminated|^Query read timeout$|not queryable$/.test(error.message)
  );
}

/** Queries on this one connection, which its owner releases. */
export function kyselyOn(client: PostgresConnection): Kysely<Tables> {
  const only: PostgresConnection = {
    query: (text, values) => client.query(text, values),
    release: () => {},
  };
  return kyselyOver({ connect: async () => only });
}

/** Queries on the connections of this pool, which its owner ends. */
export function kyselyOver(pool: ConnectionPool): Kysely<Tables> {
  // Kysely's type also has cursors, which nothing here opens.
  const connect = async () => (await pool.connect()) as unknown as PostgresPoolClient;
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { options: {}, connect, end: async () => {} } }),
  });
}

/** The refusal `database-unusable` if the server is a standby, has no connection left, or cannot use its disk; any other
 *  error as it is. */
export function toUnusable(error: unknown, url: string): unknown {
  const named = toUnavailable(error, placeOf(url));
  return named instanceof DomainError && named.cause instanceof DomainError ? named.cause : error;
}

/** The refusal `unreachable` for a database that does not answer or refuses the connection, and `database-unusable` if
 *  it has no connection left. It names only host and database; the account in the address is never shown. */
export function unreachableDatabase(url: string, cause: unknown): DomainError {
  const named = toUnusable(cause, url);
  if (named instanceof DomainError) return named;
  const params = { url: placeOf(url), reason: reasonOf(cause) };
  return new DomainError('unreachable', params, { cause });
}

/** Host and name of the database. */
export function placeOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function reasonOf(cause: unknown): string {
  // A name with several addresses fails with one error for each, and no message of its own.
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}
