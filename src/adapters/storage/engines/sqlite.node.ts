import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { type CompiledQuery, Kysely } from 'kysely';
import type { Store } from '../../../application/ports.ts';
import type { CheckedPage } from '../../../application/store/invariant-reader.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { EngineInvariant } from '../../../domain/integrity/invariant.ts';
import { movedAway } from '../commit/precondition.ts';
import { makeStore } from '../commit/store.ts';
import type { Tables } from '../mapping/tables.ts';
import { adoptD1 } from './adopt-d1.node.ts';
import { sqliteCapabilities } from './capabilities.ts';
import { checkSqliteFile } from './check-sqlite.node.ts';
import { type Migrating, migrateToLatest, planMigrations } from './migrate.node.ts';
import { removeLeftFolders } from './private-files.node.ts';
import { connect } from './sqlite-connection.node.ts';
import { makeSqliteDataVersions } from './sqlite-data-version.node.ts';
import {
  cacheStatements,
  makeLoopTurns,
  makeSqliteDialect,
  type PatientConnection,
  patiently,
} from './sqlite-dialect.node.ts';
import { toUnavailable, toUnusable } from './sqlite-errors.node.ts';
import { makeSqlitePlace } from './sqlite-file.node.ts';

/** How long a statement waits for another process's commit, unless the options say otherwise. */
const TIMEOUT_MS = 10_000;
const LOCK_POLL_MS = 20;

export interface SqliteOptions {
  /** Path of the database file; its folder is made where it is missing. */
  readonly file: string;
  /** Folder of the `*.sql` migrations. Migrations that have not run yet run before the store opens. */
  readonly migrationsFolder: string;
  /** When to migrate; `always` where absent. */
  readonly migrating?: Migrating;
  /** How long a statement waits for another process's lock, once the store is open, before it is refused with
   *  `unavailable`. */
  readonly patienceMilliseconds?: number;
  /** Checks the file in another thread; by default in this one. */
  readonly checkBeside?: CheckFile | undefined;
}

export type CheckFile = (file: string, of: EngineInvariant) => Promise<CheckedPage>;

/** Opens the store on a SQLite file and migrates it. Several processes may have the same file open. Throws
 *  `database-unusable`, `newer-database`, `migrations-pending`. Afterwards every query throws `unavailable`
 *  while the file is locked, cannot be written or is damaged. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  removeLeftFolders(dirname(resolve(options.file)));
  const { patient, db } = await openMigrated(options);
  return makeSqliteStore(patient, db, options.checkBeside);
}

/** Migrates the file and closes it. Returns the names of the migrations that ran. */
export async function migrateDatabaseFile(options: SqliteOptions): Promise<readonly string[]> {
  const { patient, ran } = await openMigrated(options);
  patient.connection.close();
  return ran;
}

async function openMigrated(options: SqliteOptions) {
  const { file, patienceMilliseconds = TIMEOUT_MS } = options;
  const connection = await connect({ ...options, patienceMilliseconds: TIMEOUT_MS });
  try {
    adoptD1(connection);
    const ran = await migrateUnderLock({ connection, file, patienceMilliseconds: TIMEOUT_MS }, options);
    const patient = { connection, file, patienceMilliseconds, giveWay: makeLoopTurns() };
    return { patient, db: openKysely(patient), ran };
  } catch (error) {
    connection.close();
    const unavailable = error instanceof DomainError && error.code === 'unavailable';
    throw unavailable ? error.cause : toUnusable(error, file);
  }
}

function openKysely(patient: PatientConnection): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: makeSqliteDialect(patient) });
}

/** SQLite runs DDL in a transaction: two processes that start at once run each migration once. */
async function migrateUnderLock(
  patient: PatientConnection,
  { migrationsFolder: folder, migrating }: SqliteOptions,
): Promise<readonly string[]> {
  const { connection, patienceMilliseconds } = patient;
  const db = openKysely(patient);
  if ((await planMigrations(db, { folder }, migrating)).length === 0) return [];
  await patiently(patienceMilliseconds, () => connection.exec('BEGIN IMMEDIATE'));
  try {
    const ran = await migrateToLatest(db, { folder });
    connection.exec('COMMIT');
    return ran;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function makeSqliteStore(
  patient: PatientConnection,
  db: Kysely<Tables>,
  checkBeside: CheckFile = async (file, of) => checkSqliteFile(file, of),
): Store {
  const { connection, file } = patient;
  const probe = makeProbe(patient);
  return makeStore(
    { db, capabilities: { ...sqliteCapabilities, mayMove: true } },
    {
      commit: makeCommit(patient),
      forget: () => emptyLog(patient),
      moments: makeSqliteDataVersions(patient),
      probe: async () => {
        await probe();
        if (await movedAway({ db }).executeTakeFirst()) throw new DomainError('moved-to');
      },
      check: (of) => checkBeside(file, of),
      ...makeSqlitePlace(file),
      close: async () => {
        // Kysely closes a connection only if it ran a query.
        if (connection.open) connection.close();
      },
    },
  );
}

/** The statements run without giving way to another query of this process, in a transaction that takes the
 *  write lock at its start. The wait for the lock is therefore over before the first precondition is checked.
 *  Inside another transaction, better-sqlite3 would make a savepoint, and whoever rolls the outer one back
 *  would undo a commit that was answered as done. Such a commit is refused. */
function makeCommit({ connection, file, patienceMilliseconds, giveWay }: PatientConnection) {
  const prepare = cacheStatements(connection);
  const transaction = connection.transaction((queries: readonly CompiledQuery[]) => {
    for (const { sql, parameters } of queries) prepare(sql).run(...parameters);
  });
  const run = (queries: readonly CompiledQuery[]) => {
    if (connection.inTransaction) throw new Error('a commit inside another transaction');
    transaction.immediate(queries);
  };
  return async (queries: readonly CompiledQuery[]): Promise<void> => {
    try {
      await giveWay?.();
      await patiently(patienceMilliseconds, () => run(queries));
    } catch (error) {
      throw toConflict(toUnavailable(error, file));
    }
  };
}

/** Turns `UNIQUE constraint failed: credential.award_id` into `store-conflict` with the constraint; other
 *  errors stay as they are. */
function toConflict(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) return error;
  const constraint = /constraint failed: (.+)$/.exec(error.message)?.[1] ?? error.code;
  if (constraint === 'moved_to') return new DomainError('moved-to', {}, { cause: error });
  return new DomainError('store-conflict', { constraint }, { cause: error });
}

/** Empties the write-ahead log, which still holds the data from before an erasure. Concurrent readers and
 *  writers can prevent this; SQLite then says so in its answer, and it is tried again. */
async function emptyLog({ connection, patienceMilliseconds }: PatientConnection): Promise<void> {
  const deadline = performance.now() + patienceMilliseconds;
  const isHeld = () => connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 1;
  while (isHeld() && performance.now() < deadline) await wait(LOCK_POLL_MS);
}

/** Makes the function that takes the write lock and releases it, in one synchronous step: the connection is
 *  the one of all commits, and none of them may meet an open transaction. Callers that ask in the meantime share one
 *  attempt. It throws where the file is locked or cannot be written. */
function makeProbe({ connection, file, patienceMilliseconds }: PatientConnection): () => Promise<void> {
  const lock = connection.transaction(() => {
    connection.prepare('select count(*) from kysely_migration').get();
  });
  const attempt = async () => {
    try {
      await patiently(patienceMilliseconds, () => lock.immediate());
    } catch (error) {
      throw toUnavailable(error, file);
    }
  };
  let underway: Promise<void> | undefined;
  return () => {
    underway ??= attempt().finally(() => {
      underway = undefined;
    });
    return underway;
  };
}
