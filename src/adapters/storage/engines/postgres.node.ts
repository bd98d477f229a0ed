import type { Pool } from 'pg';
import type { Store } from '../../../application/ports.ts';
import { makeStore } from '../commit/store.ts';
import type { Database } from '../mapping/database.ts';
import { postgresCapabilities } from './capabilities.ts';
import { checkPostgres } from './check-postgres.node.ts';
import { makeDataVersionReader } from './data-version.ts';
import { type Migrating, migrateToLatest, planMigrations } from './migrate.node.ts';
import { makeCircuitBreaker } from './postgres-circuit-breaker.node.ts';
import { makePostgresCommit } from './postgres-commit.node.ts';
import { makePostgresDataVersions } from './postgres-data-version.node.ts';
import { listenToPostgres } from './postgres-listener.node.ts';
import {
  type ConnectionPool,
  kyselyOn,
  kyselyOver,
  limitActions,
  limitServing,
  openPool,
  placeOf,
  probePostgres,
  READERS,
  readPostgresHome,
  toUnusable,
  unreachableDatabase,
  WRITERS,
  withUnavailableErrors,
} from './postgres-pool.node.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. It may hold a password, so it is never shown. */
  readonly url: string;
  /** Folder of the `*.sql` migrations. Migrations that have not run yet run before the store opens. */
  readonly migrationsFolder: string;
  /** When to migrate; `always` where absent. */
  readonly migrating?: Migrating;
  /** How long an action waits for its first connection, once the store is open, and a commit for a lock. */
  readonly patienceMilliseconds?: number;
  /** The action that the present work belongs to. The later queries of an action have one time limit together. */
  readonly currentAction?: () => object | undefined;
  /** True for a process that serves. It listens to the commits of other processes, on one more connection, so that what
   *  is read again and again is cached, and a circuit breaker refuses queries while the database is silent. Without
   *  it, each reading is a query, which has its own time limit. */
  readonly listening?: boolean;
}

/** Opens the store on PostgreSQL and migrates it. Any number of processes may have the same database open.
 *  Throws `unreachable` where the server does not answer or refuses the connection, `newer-database`,
 *  `migrations-pending`. Afterwards every query throws `unavailable` while the database is away, and succeeds
 *  again once it is back. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, patienceMilliseconds, currentAction, listening = false } = options;
  const { pool } = await openMigratedPool(options);
  await pool.end();
  const place = placeOf(url);
  // Commits have connections of their own: however many of them wait, pages are read.
  const pools = [READERS, WRITERS].map((size) =>
    openPool(url, { size, ...limitServing(patienceMilliseconds) }),
  );
  const breaker = listening ? makeCircuitBreaker(url, place) : undefined;
  const guards = { breaker, waits: limitActions(patienceMilliseconds, currentAction) };
  const [readers, writers] = pools.map((one) => withUnavailableErrors(one, place, guards)) as [
    ConnectionPool,
    ConnectionPool,
  ];
  const database = { db: kyselyOver(readers), capabilities: postgresCapabilities };
  const listener = listening ? openListener(url, database) : undefined;
  return makeStore(database, {
    commit: makePostgresCommit(writers),
    ...(listener && { moments: listener.moments, onWork: listener.onWork }),
    check: (of) => checkPostgres(database.db, of),
    probe: () => probePostgres(readers, place),
    readHome: () => readPostgresHome(readers),
    close: async () => {
      breaker?.close();
      await listener?.close();
      await Promise.all(pools.map((one) => (one.ending ? undefined : one.end())));
    },
  });
}

/** Moments kept in memory as long as no commit is heard of. */
function openListener(url: string, database: Database) {
  let report = () => {};
  const listener = listenToPostgres(url, {
    changed: () => moments.changed(),
    workBegan: () => report(),
  });
  const moments = makePostgresDataVersions(makeDataVersionReader(database), listener);
  return {
    moments,
    onWork: (reported: () => void) => {
      report = reported;
    },
    close: listener.close,
  };
}

/** Migrates the database and closes it. Returns the names of the migrations that ran. */
export async function migratePostgres(options: PostgresOptions): Promise<readonly string[]> {
  const { pool, ran } = await openMigratedPool(options);
  await pool.end();
  return ran;
}

async function openMigratedPool(options: PostgresOptions) {
  const pool = openPool(options.url);
  try {
    await reach(pool, options.url);
    return { pool, ran: await migrate(pool, options) };
  } catch (error) {
    await pool.end();
    throw toUnusable(error, options.url);
  }
}

/** The first connection, which fails where the address or the account is wrong. */
async function reach(pool: Pool, url: string): Promise<void> {
  try {
    const client = await pool.connect();
    client.release();
  } catch (cause) {
    throw unreachableDatabase(url, cause);
  }
}

/** Kysely runs the migrations in one transaction, under an advisory lock of its own: processes that start at
 *  once run each migration once. */
async function migrate(
  pool: Pool,
  { migrationsFolder: folder, migrating }: PostgresOptions,
): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    const db = kyselyOn(client);
    const migrations = { folder, adapt: inByteOrder };
    const pending = await planMigrations(db, migrations, migrating);
    return pending.length === 0 ? [] : await migrateToLatest(db, migrations);
  } finally {
    client.release();
  }
}

/** Makes texts compare byte by byte, as on SQLite and D1, whatever the database's locale. */
function inByteOrder(text: string): string {
  return text.replace(/\bTEXT\b/g, 'TEXT COLLATE "C"');
}
