import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import type { Store } from '../../../application/ports.ts';
import { DomainError } from '../../../domain/errors.ts';
import { makeStore } from '../store.ts';
import type { Tables } from '../tables/tables.ts';
import { adoptD1 } from './adopt-d1.node.ts';
import { sqliteCapabilities } from './capabilities.ts';
import { migrateToLatest, pendingMigrations } from './migrate.node.ts';

/** How long a statement waits for another process's commit. */
const BUSY_TIMEOUT_MS = 10_000;

export interface SqliteOptions {
  /** Path of the database; its folder is made where it is missing. */
  readonly file: string;
  /** Folder of the `*.sql` migrations; those not run yet are run before the store opens. */
  readonly migrationsFolder: string;
}

/** Opens the store on a SQLite file, migrated. Several processes may have the same file open. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { connection, db } = await openMigrated(options);
  return makeSqliteStore(connection, db, async () => {});
}

/** Migrates the file and closes it. Returns the names of the migrations that ran. */
export async function migrateDatabaseFile(options: SqliteOptions): Promise<readonly string[]> {
  const { connection, ran } = await openMigrated(options);
  connection.close();
  return ran;
}

async function openMigrated({ file, migrationsFolder }: SqliteOptions) {
  await mkdir(dirname(file), { recursive: true });
  const connection = connect(file);
  try {
    // Names and addresses: nobody else on the machine has a business reading them.
    await chmod(file, 0o600);
    const db = openKysely(connection);
    adoptD1(connection);
    return { connection, db, ran: await migrateUnderLock(connection, db, migrationsFolder) };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function connect(file: string): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma('foreign_keys = ON');
  // What is erased is overwritten, not only forgotten (RGPD, art. 17).
  connection.pragma('secure_delete = ON');
  // FULL: a badge once handed out must survive a power cut, or its index could be given twice.
  connection.pragma('synchronous = FULL');
  return connection;
}

function openKysely(connection: Sqlite.Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
}

/** SQLite takes DDL in a transaction: two processes that start at once run each migration once, and whole. */
async function migrateUnderLock(
  connection: Sqlite.Database,
  db: Kysely<Tables>,
  folder: string,
): Promise<readonly string[]> {
  if ((await pendingMigrations(db, { folder })).length === 0) return [];
  await beginImmediate(connection);
  try {
    const ran = await migrateToLatest(db, { folder });
    connection.exec('COMMIT');
    return ran;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/** Waits without stopping this process: it may itself be the one that is migrating. */
async function beginImmediate(connection: Sqlite.Database): Promise<void> {
  const deadline = performance.now() + BUSY_TIMEOUT_MS;
  connection.pragma('busy_timeout = 0');
  try {
    for (;;) {
      try {
        connection.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        await setTimeout(20);
      }
    }
  } finally {
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function makeSqliteStore(connection: Sqlite.Database, db: Kysely<Tables>, close: () => Promise<void>): Store {
  return makeStore(
    { db, capabilities: sqliteCapabilities },
    {
      commit: makeCommit(connection),
      // The log of what was written before an erasure still holds it.
      forget: async () => void connection.pragma('wal_checkpoint(TRUNCATE)'),
      openDryRun: () => openCopy(connection),
      close: async () => {
        // Kysely closes a connection only if a query ran through it.
        if (connection.open) connection.close();
        await close();
      },
    },
  );
}

/** The statements run in one go, without giving way to another query of this process, in a transaction that takes the
 *  write lock at its start: what it waits for is over before its first premise is looked at. */
function makeCommit(connection: Sqlite.Database) {
  const prepared = new Map<string, Sqlite.Statement>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const run = connection.transaction((queries: readonly CompiledQuery[]) => {
    for (const { sql, parameters } of queries) prepare(sql).run(...parameters);
  });
  return async (queries: readonly CompiledQuery[]): Promise<void> => {
    try {
      run.immediate(queries);
    } catch (error) {
      throw toConflict(error);
    }
  };
}

/** `UNIQUE constraint failed: credential.award_id` → `store-conflict` with the constraint; other errors as they are. */
function toConflict(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) return error;
  const constraint = /constraint failed: (.+)$/.exec(error.message)?.[1] ?? error.code;
  return new DomainError('store-conflict', { constraint }, { cause: error });
}

/** A whole copy in a private folder, which goes when it is closed: its commits reach nobody. */
async function openCopy(connection: Sqlite.Database): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-dry-run-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'jalon.db');
    await connection.backup(file);
    const copy = connect(file);
    copy.pragma('synchronous = OFF');
    return makeSqliteStore(copy, openKysely(copy), remove);
  } catch (error) {
    await remove();
    throw error;
  }
}
