import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { DomainError } from '../../../domain/errors.ts';
import { migrateDatabaseFile } from './sqlite.node.ts';

interface Copy {
  readonly from: string;
  readonly to: string;
}

/** Copies the database as it is at one moment, readers and writers going on. Throws `unreadable-file`. */
export async function backupSqlite({ from, to }: Copy): Promise<void> {
  if (existsSync(to)) throw unreadable(to, 'the file exists already');
  await copy(from, to);
  // It holds names and addresses, like the database.
  chmodSync(to, 0o600);
}

interface Restore extends Copy {
  readonly migrationsFolder: string;
}

/** Puts a backup, or what D1 exported as SQL, in the place of the database, page by page in one transaction. It is first
 *  brought to this version's shape, beside the database; answers the migrations that this took. Throws `unreadable-file`
 *  where it is damaged or none of ours, `newer-database` where a later version wrote it; nothing is touched then. */
export async function restoreSqlite({ from, to, migrationsFolder }: Restore): Promise<readonly string[]> {
  const folder = await mkdtemp(join(await madeFolderOf(to), '.restore-'));
  const file = join(folder, 'jalon.db');
  try {
    if (await isSqlite(from)) await copy(from, file);
    else await readSql(from, file);
    refuseNewer(file, migrationsFolder);
    const migrated = await migrateDatabaseFile({ file, migrationsFolder });
    await copy(file, to);
    return migrated;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function madeFolderOf(file: string): Promise<string> {
  const folder = dirname(resolve(file));
  await mkdir(folder, { recursive: true });
  return folder;
}

/** https://www.sqlite.org/fileformat.html, 1.3.1; a file that cannot be opened is left to whoever says why. */
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

/** Rows may come before what they refer to, so that references are looked at when all are there. */
async function readSql(from: string, to: string): Promise<void> {
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

function refuseNewer(file: string, migrationsFolder: string): void {
  const database = openChecked(file);
  try {
    const noted = database
      .prepare(
        "select name from sqlite_schema where name in ('kysely_migration', 'd1_migrations') order by name desc",
      )
      .pluck()
      .get();
    if (noted === undefined) throw unreadable(file, 'no such table: kysely_migration');
    const seen = database
      .prepare(`select name from "${noted}" order by name`)
      .pluck()
      .all() as readonly string[];
    const known = readdirSync(migrationsFolder);
    const migrations = seen.filter((name) => !known.includes(name));
    if (migrations.length > 0) throw new DomainError('newer-database', { migrations });
  } finally {
    database.close();
  }
}

async function copy(from: string, to: string): Promise<void> {
  const source = openChecked(from);
  try {
    mkdirSync(dirname(resolve(to)), { recursive: true });
    await source.backup(to);
  } catch (cause) {
    throw unreadable(to, cause instanceof Error ? cause.message : String(cause));
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
    throw unreadable(file, cause instanceof Error ? cause.message : String(cause));
  }
}

function unreadable(name: string, reason: string): DomainError {
  return new DomainError('unreadable-file', { name, reason });
}
