import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { migrateDatabaseFile, openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import type { Store } from '../../src/application/ports.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import type { DiskFailure } from './fault-injection.ts';
import { copyPreviousMigrations } from './previous-version.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The database of a life. */
export interface Place {
  /** Whether the service is told that the machine's clock is right: the clock of a database server is not the life's. */
  readonly trustsClock: boolean;
  open(): Promise<Store>;
  /** Opens it as the version before, which lacks the newest migration. */
  openPrevious(): Promise<Store>;
  /** Begins a fault of the disk for this store. Returns the function that ends it. */
  spoilDisk(failure: DiskFailure, store: Store): Promise<() => Promise<void>>;
  /** Waits until each process sees the end of a key before it signs. */
  waitForKeys(): Promise<void>;
  /** Rows of a query that does not pass the store. */
  ask(sql: string): Promise<readonly Row[]>;
  tables(): Promise<readonly string[]>;
  /** Keeps a copy of the database, or puts the last one back. No service has it open. */
  backUp(): Promise<void>;
  restore(): Promise<boolean>;
  /** Reads the whole database, and what lies next to it. No service has it open. Returns the function that puts it
   *  back, as often as it is called. */
  save(): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

/** How long a commit waits for a lock. No one else waits for one, except by a fault. */
const LOCK_TIMEOUT_MS = 30;

/** Where the operating system keeps files in memory. */
const MEMORY = '/dev/shm';

/** A SQLite file, on a disk or in memory. */
export async function makeSqlitePlace(where: 'memory' | 'disk'): Promise<Place> {
  const base = where === 'memory' && existsSync(MEMORY) ? MEMORY : tmpdir();
  const folder = mkdtempSync(join(base, 'jalon-life-'));
  const file = join(folder, 'jalon.db');
  const previous = copyPreviousMigrations(join(folder, 'previous'));
  const connections = new WeakMap<Store, Sqlite.Database>();
  const copy = join(folder, 'copy.db');
  await migrateDatabaseFile({ file, migrationsFolder: MIGRATIONS });
  let reader: Sqlite.Database | undefined;
  const read = () => {
    reader ??= new Sqlite(file, { readonly: true });
    return reader;
  };
  const letGo = () => {
    reader?.close();
    reader = undefined;
  };
  const move = (from: string, to: string) => {
    letGo();
    for (const end of ['-wal', '-shm']) rmSync(`${to}${end}`, { force: true });
    copyFileSync(from, to);
  };
  return {
    trustsClock: false,
    open: async () => {
      const options = { file, migrationsFolder: MIGRATIONS, migrating: 'if-new' } as const;
      const { made, connection } = await seeConnection(() =>
        openSqliteStore({ ...options, patienceMilliseconds: LOCK_TIMEOUT_MS }),
      );
      connections.set(made, connection);
      return made;
    },
    openPrevious: () => openSqliteStore({ file, migrationsFolder: previous }),
    spoilDisk: async (failure, store) => {
      const connection = connections.get(store);
      if (failure === 'disk-full') return fillDisk(connection);
      return lock(file);
    },
    waitForKeys: async () => {},
    ask: async (sql) => read().prepare(sql).all() as Row[],
    tables: async () =>
      read()
        .prepare(
          "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%' order by name",
        )
        .pluck()
        .all() as string[],
    backUp: async () => {
      letGo();
      checkpoint(file);
      move(file, copy);
    },
    save: async () => {
      letGo();
      checkpoint(file);
      const saved = [file, copy, `${file}-mark`].map(
        (path) => [path, existsSync(path) && readFileSync(path)] as const,
      );
      return async () => {
        letGo();
        for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
        for (const [path, bytes] of saved) {
          if (bytes) writeFileSync(path, bytes);
          else rmSync(path, { force: true });
        }
      };
    },
    restore: async () => {
      if (!existsSync(copy)) return false;
      move(copy, file);
      return true;
    },
    remove: async () => {
      letGo();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Finds the connection that is made by this function. */
async function seeConnection<Made>(
  make: () => Promise<Made>,
): Promise<{ readonly made: Made; readonly connection: Sqlite.Database }> {
  const { pragma } = Sqlite.prototype;
  let seen: Sqlite.Database | undefined;
  Sqlite.prototype.pragma = function see(this: Sqlite.Database, ...given: Parameters<typeof pragma>) {
    seen = this;
    return pragma.apply(this, given);
  };
  try {
    const made = await make();
    return { made, connection: seen as Sqlite.Database };
  } finally {
    Sqlite.prototype.pragma = pragma;
  }
}

const NO_LIMIT = 0xfffffffe;

/** Gives the file no page more than it has, and makes each line of the audit fail as on a full disk. */
function fillDisk(connection: Sqlite.Database | undefined): () => Promise<void> {
  if (!connection) throw new Error('no connection');
  connection.pragma(`max_page_count = ${connection.pragma('page_count', { simple: true })}`);
  connection.function('fill_disk', () => {
    throw new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL');
  });
  connection.exec('CREATE TEMP TRIGGER full_disk BEFORE INSERT ON main.audit BEGIN SELECT fill_disk(); END');
  return async () => {
    if (!connection.open) return;
    connection.exec('DROP TRIGGER temp.full_disk');
    connection.pragma(`max_page_count = ${NO_LIMIT}`);
  };
}

/** Holds the lock of all commits. */
function lock(file: string): () => Promise<void> {
  const other = new Sqlite(file);
  other.exec('BEGIN IMMEDIATE');
  return async () => {
    other.exec('ROLLBACK');
    other.close();
  };
}

/** Moves what the log holds into the file. */
function checkpoint(file: string): void {
  const whole = new Sqlite(file);
  whole.pragma('wal_checkpoint(TRUNCATE)');
  whole.close();
}
