import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { migrateDatabaseFile, openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import type { Store } from '../../src/application/ports.ts';
import { MIGRATIONS } from '../support/migrations.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The database of a life. */
export interface Place {
  /** Whether the service is told that the machine's clock is right: the clock of a database server is not the life's. */
  readonly trustsClock: boolean;
  open(): Promise<Store>;
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

/** Where the operating system keeps files in memory. */
const MEMORY = '/dev/shm';

/** A SQLite file, on a disk or in memory. */
export async function makeSqlitePlace(where: 'memory' | 'disk'): Promise<Place> {
  const base = where === 'memory' && existsSync(MEMORY) ? MEMORY : tmpdir();
  const folder = mkdtempSync(join(base, 'jalon-life-'));
  const file = join(folder, 'jalon.db');
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
    open: () => openSqliteStore({ file, migrationsFolder: MIGRATIONS, migrating: 'if-new' }),
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

/** Moves what the log holds into the file. */
function checkpoint(file: string): void {
  const whole = new Sqlite(file);
  whole.pragma('wal_checkpoint(TRUNCATE)');
  whole.close();
}
