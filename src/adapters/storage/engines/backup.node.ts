import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { DomainError } from '../../../domain/errors.ts';

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

/** Puts a backup in the place of the database, page by page in one transaction, so that a service that runs sees the
 *  old state or the new one. Throws `unreadable-file` where the backup is damaged or none of ours; nothing is touched. */
export async function restoreSqlite({ from, to }: Copy): Promise<void> {
  await copy(from, to);
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
