import { accessSync, constants, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DomainError } from '../../../domain/errors.ts';
import { type Examined, refuseUnknownSchema } from './backup-schema.node.ts';
import {
  makeFolderOf,
  makePrivateFile,
  makePrivateFolder,
  openRegularFile,
  type PrivateFolder,
  publishFile,
  removeLeftFolders,
} from './private-files.node.ts';
import { isSqlExport, readSqlExport, readSqlText, type SqlExport } from './sql-export.node.ts';
import { migrateDatabaseFile } from './sqlite.node.ts';
import { isBusy, toUnusable } from './sqlite-errors.node.ts';

interface Copy {
  readonly from: string;
  readonly to: string;
  readonly migrationsFolder: string;
}

/** Copies the database as it is at one moment, while others read and write. The copy gets its final name when
 *  it is complete. The result is the reason for which `restoreSqlite` would refuse the copy, where there is
 *  one. Throws `unreadable-file`, `database-unusable`. */
export async function backupSqlite({ from, to, migrationsFolder }: Copy): Promise<DomainError | undefined> {
  if (existsSync(to)) throw unreadable(to, 'exists');
  return inPrivateFolderBeside(to, async ({ path }) => {
    const whole = join(path, 'backup.db');
    await copyPages(openChecked(from), whole);
    const rejection = rejectionOf(whole, { name: to, migrationsFolder });
    await publishFile(whole, to);
    return rejection;
  });
}

function rejectionOf(file: string, examined: Examined): DomainError | undefined {
  try {
    examine(file, { ...examined, isSql: false });
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** Puts a backup, or an SQL export of D1, in the place of the database, page by page in one transaction. A
 *  private copy is examined and migrated first; the result names the migrations that ran. Throws
 *  `unreadable-file` where it is damaged or no database, `foreign-backup` where it has another schema than
 *  ours, `newer-database` or `development-database` where another version wrote it. Nothing outside the
 *  private copy is touched in these cases. */
export async function restoreSqlite({ from, to, migrationsFolder }: Copy): Promise<readonly string[]> {
  const given = await openRegularFile(from);
  try {
    return await inPrivateFolderBeside(to, async ({ path }) => {
      const file = join(path, 'jalon.db');
      const isSql = await isSqlExport(given);
      const examined = { name: from, migrationsFolder, isSql };
      if (isSql) await rebuild(await readSqlText(from, given), examined, file);
      else await copyPages(openReadOnly(from, from), file);
      examine(file, examined);
      const migrated = await migrateDatabaseFile({ file, migrationsFolder });
      await putInPlace(file, to);
      return migrated;
    });
  } finally {
    await given.close();
  }
}

/** The schema of an export is examined before its rows are written, since a definition of others could make
 *  each row cost any time. */
async function rebuild(sql: SqlExport, examined: Examined, file: string): Promise<void> {
  const schema = `${file}.schema`;
  await readSqlExport(sql, 'schema', schema);
  const database = openReadOnly(schema, examined.name);
  try {
    refuseUnknownSchema(database, examined);
  } finally {
    database.close();
  }
  await readSqlExport(sql, 'everything', file);
}

/** A running service has the file open, so the file is not replaced: its pages are written in one
 *  transaction. */
async function putInPlace(file: string, to: string): Promise<void> {
  if (existsSync(to)) await copyPages(openChecked(file), to).catch((error) => setAside(error, to));
  if (!existsSync(to)) await publishFile(file, to);
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

/** Examines the private copy. Its definitions come first, because checking the pages evaluates them. */
function examine(file: string, examined: Examined & { readonly isSql: boolean }): void {
  const database = openReadOnly(file, examined.name);
  try {
    refuseUnknownSchema(database, examined);
    refuseDamaged(database);
    // The rows of an export may come before the rows that they refer to.
    const broken = examined.isSql ? (database.pragma('foreign_key_check') as readonly unknown[]) : [];
    if (broken.length > 0) throw new Error(`${broken.length} broken references`);
  } catch (cause) {
    throw cause instanceof DomainError ? cause : toUnreadable(cause, examined.name);
  } finally {
    database.close();
  }
}

/** How long a copy waits for a database that another process has locked. */
const TIMEOUT_MS = 10_000;

/** Copies every page of the opened database, then closes it. */
async function copyPages(source: Database.Database, to: string): Promise<void> {
  const waiting = { since: performance.now(), remaining: 0 };
  try {
    makePrivateFile(to);
    await source.backup(to, {
      progress: ({ remainingPages }) => {
        if (remainingPages !== waiting.remaining) {
          Object.assign(waiting, { since: performance.now(), remaining: remainingPages });
        }
        if (performance.now() - waiting.since > TIMEOUT_MS) throw new Database.SqliteError('', 'SQLITE_BUSY');
        return 100;
      },
    });
  } catch (cause) {
    throw toUnusable(cause, to);
  } finally {
    source.close();
  }
}

function requireReadable(file: string, name: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw unreadable(name, code === 'ENOENT' ? 'missing' : code);
  }
}

function openReadOnly(file: string, name: string): Database.Database {
  requireReadable(file, name);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true });
    // The first query reads the header.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (cause) {
    database?.close();
    throw toUnreadable(cause, name);
  }
}

function openChecked(file: string): Database.Database {
  const database = openReadOnly(file, file);
  try {
    refuseDamaged(database);
    return database;
  } catch (cause) {
    database.close();
    throw toUnreadable(cause, file);
  }
}

function refuseDamaged(database: Database.Database): void {
  const damage = database.pragma('integrity_check', { simple: true });
  if (damage !== 'ok') throw new Error(String(damage));
  database.prepare('SELECT count(*) FROM establishment').get();
}

/** A database that another process has locked is not unreadable, only busy. */
function toUnreadable(cause: unknown, name: string): unknown {
  if (isBusy(cause)) return toUnusable(cause, name);
  const because = toUnusable(cause, name);
  const isKnown = because instanceof DomainError && because.code === 'database-unusable';
  if (isKnown && ['damaged', 'not-a-database'].includes(String(because.params['because'])))
    return unreadable(name, String(because.params['because']));
  return unreadable(name, cause instanceof Error ? cause.message : String(cause));
}

function unreadable(name: string, reason: string): DomainError {
  return new DomainError('unreadable-file', { name, reason });
}
