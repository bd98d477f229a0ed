import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Store } from '../../../application/ports.ts';
import { makeStore } from '../store.ts';
import type { Tables } from '../tables/tables.ts';
import { postgresCapabilities } from './capabilities.ts';
import { migrateToLatest, pendingMigrations } from './migrate.node.ts';
import { makePostgresCommit } from './postgres-commit.node.ts';
import { kyselyOn, openPostgresDryRun } from './postgres-connection.node.ts';
import { unreachableDatabase } from './unreachable-database.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. It may hold a password: it is never shown. */
  readonly url: string;
  /** Folder of the `*.sql` migrations; those not run yet are run before the store opens. */
  readonly migrationsFolder: string;
}

/** Connections of one process. Every process has its own: count them against the server's `max_connections`. */
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const BIGINT_OID = 20;

/** Opens the store on PostgreSQL, migrated. Any number of processes may have the same database open. Throws
 *  `unreachable` where the server does not answer or refuses the connection. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { pool } = await openMigratedPool(options);
  return makeStore(
    {
      db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
      capabilities: postgresCapabilities,
    },
    {
      commit: makePostgresCommit(pool),
      openDryRun: () => openPostgresDryRun(pool),
      close: async () => {
        // Kysely ends the pool only if a query ran through it.
        if (!pool.ending) await pool.end();
      },
    },
  );
}

/** Migrates the database and leaves it. Returns the names of the migrations that ran. */
export async function migratePostgres(options: PostgresOptions): Promise<readonly string[]> {
  const { pool, ran } = await openMigratedPool(options);
  await pool.end();
  return ran;
}

/** A pool on the database, brought to the newest shape. */
async function openMigratedPool(options: PostgresOptions) {
  const pool = openPool(options.url);
  try {
    await reach(pool, options.url);
    return { pool, ran: await migrate(pool, options.migrationsFolder) };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'jalon',
    // The statements of a commit travel together, in one round trip.
    pipeline: true,
    types: {
      // Counts are bigint there, and never near the 2^53 that a number holds.
      getTypeParser: (oid, format) =>
        oid === BIGINT_OID ? Number : (types.getTypeParser(oid, format) as (value: string) => unknown),
    },
  });
  // An idle connection that the server closed: the pool has dropped it already, and the next query opens another.
  pool.on('error', () => {});
  return pool;
}

/** The first contact, where what is wrong with the address or the account shows. */
async function reach(pool: Pool, url: string): Promise<void> {
  try {
    const client = await pool.connect();
    client.release();
  } catch (cause) {
    throw unreachableDatabase(url, cause);
  }
}

/** Kysely runs them in one transaction, under an advisory lock that it takes: processes that start at once run each of
 *  them once, and whole. */
async function migrate(pool: Pool, folder: string): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    const db = kyselyOn(client);
    const migrations = { folder, adapt: inByteOrder };
    const pending = await pendingMigrations(db, migrations);
    return pending.length === 0 ? [] : await migrateToLatest(db, migrations);
  } finally {
    client.release();
  }
}

/** Texts compare byte by byte, as on SQLite and D1, whatever the language that the database was made for. */
function inByteOrder(text: string): string {
  return text.replace(/\bTEXT\b/g, 'TEXT COLLATE "C"');
}
