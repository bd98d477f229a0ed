import { existsSync, renameSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DomainError } from '../../../domain/errors.ts';
import {
  makeFolderOf,
  makePrivateFile,
  makePrivateFolder,
  type PrivateFolder,
  publishFile,
  removeLeftFolders,
} from './private-files.node.ts';
import { migrateDatabaseFile } from './sqlite.node.ts';
import { isBusy, toUnusable } from './sqlite-faults.node.ts';

interface Copy {
  readonly from: string;
  readonly to: string;
}

/** Copies the database as it is at one moment, while others read and write. The copy gets its final name when
 *  it is complete. Throws `unreadable-file`, `database-unusable`. */
export async function backupSqlite({ from, to }: Copy): Promise<void> {
  if (existsSync(to)) throw unreadable(to, 'the file exists already');
  await inPrivateFolderBeside(to, async ({ path }) => {
    const whole = join(path, 'backup.db');
    await copy(from, whole);
    await publishFile(whole, to);
  });
}

interface Restore extends Copy {
  readonly migrationsFolder: string;
}

/** Puts a backup, or an SQL export of D1, in the place of the database, page by page in one transaction. It
 *  is first migrated beside the database; the result names the migrations that ran. Throws `unreadable-file`
 *  where it is damaged or not one of ours, `newer-database` or `development-database` where another version
 *  wrote it. The database is untouched in these cases. */
export async function restoreSqlite({ from, to, migrationsFolder }: Restore): Promise<readonly string[]> {
  return inPrivateFolderBeside(to, async ({ path }) => {
    const file = join(path, 'jalon.db');
    if (await isSqlite(from)) await copy(from, file);
    else await readSql(from, file);
    refuseUnlisted(file);
    const migrated = await migrateDatabaseFile({ file, migrationsFolder });
    // A running service has the file open, so the file is not replaced: its pages are written in one
    // transaction.
    if (existsSync(to)) await copy(file, to).catch((error) => setAside(error, to));
    if (!existsSync(to)) await publishFile(file, to);
    return migrated;
  });
}

/** Renames a damaged file that cannot be written into, so that its bytes can still be examined. */
function setAside(error: unknown, file: string): void {
  const because = error instanceof DomainError && error.params['because'];
  if (because !== 'not-a-database' && because !== 'damaged') throw error;
  let turn = 1;
  while (existsSync(`${file}.damaged-${turn}`)) turn += 1;
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.damaged-${turn}${suffix}`);
  }
}

/** Works in a private folder on the same disk, which is always removed at the end. Folders that killed
 *  processes left are removed first. */
async function inPrivateFolderBeside<T>(
  file: string,
  work: (folder: PrivateFolder) => Promise<T>,
): Promise<T> {
  let folder: PrivateFolder | undefined;
  try {
    const place = await makeFolderOf(file);
    removeLeftFolders(place);
    folder = await makePrivateFolder(place);
    return await work(folder);
  } catch (error) {
    throw toUnusable(error, file);
  } finally {
    await folder?.remove();
  }
}

/** Whether the file has the header of https://www.sqlite.org/fileformat.html, 1.3.1. True where it cannot be
 *  opened: the next step then reports the reason. */
async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return true;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return !/^\s*(--|PRAGMA|CREATE|BEGIN)/i.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Rows may come before the rows that they refer to, so references are checked at the end. */
async function readSql(from: string, to: string): Promise<void> {
  makePrivateFile(to);
  const database = new Database(to);
  try {
    database.pragma('foreign_keys = OFF');
    database.exec(await readFile(from, 'utf8'));
    const broken = database.pragma('foreign_key_check') as readonly unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} broken references`);
  } catch (cause) {
    throw unreadable(from, cause instanceof Error ? cause.message : String(cause));
  } finally {
    database.close();
  }
}

/** Refuses a database without a list of migrations: migrating it would make one. */
function refuseUnlisted(file: string): void {
  const database = openChecked(file);
  try {
    const list = database
      .prepare("select name from sqlite_schema where name in ('kysely_migration', 'd1_migrations')")
      .get();
    if (list === undefined) throw unreadable(file, 'no such table: kysely_migration');
  } finally {
    database.close();
  }
}

/** How long a copy waits for a database that another process has locked. */
const PATIENCE_MS = 10_000;

async function copy(from: string, to: string): Promise<void> {
  const source = openChecked(from);
  const waiting = { since: performance.now(), remaining: 0 };
  try {
    makePrivateFile(to);
    await source.backup(to, {
      progress: ({ remainingPages }) => {
        if (remainingPages !== waiting.remaining) {
          Object.assign(waiting, { since: performance.now(), remaining: remainingPages });
        }
        if (performance.now() - waiting.since > PATIENCE_MS)
          throw new Database.SqliteError('', 'SQLITE_BUSY');
        return 100;
      },
    });
  } catch (cause) {
    throw toUnusable(cause, to);
  } finally {
    source.close();
  }
}

function openChecked(file: string): Database.Database {
  if (!existsSync(file)) throw unreadable(file, 'no such file');
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true });
    const damage = database.pragma('integrity_check', { simple: true });
    if (damage !== 'ok') throw new Error(String(damage));
    database.prepare('SELECT count(*) FROM establishment').get();
    return database;
  } catch (cause) {
    database?.close();
    if (isBusy(cause)) throw toUnusable(cause, file);
    throw unreadable(file, cause instanceof Error ? cause.message : String(cause));
  }
}

function unreadable(name: string, reason: string): DomainError {
  return new DomainError('unreadable-file', { name, reason });
}
