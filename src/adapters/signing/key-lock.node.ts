import { chmod, mkdir, open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { unreadable } from './key-file.ts';

const WAIT_LIMIT_MS = 20_000;
const WAIT_STEP_MS = 50;
const LOCK = '.keys.lock';
/** Earlier versions used this file as their lock, and a killed process left it behind. */
const FORMER_LOCK = '.lock';

/** Runs a change of the key folder while no other process changes it. The folder is made where it is missing,
 *  and made private. The operating system holds the lock on a file that stays: the lock ends with its
 *  process, however the process ends. Leftovers of a killed change are removed first. */
export async function withKeyLock<Result>(folder: string, change: () => Promise<Result>): Promise<Result> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const release = await takeLock(join(folder, LOCK));
  try {
    await removeLeftovers(folder);
    return await change();
  } finally {
    release();
  }
}

async function takeLock(path: string): Promise<() => void> {
  const database = await openLockFile(path);
  for (let waited = 0; ; waited += WAIT_STEP_MS) {
    try {
      database.exec('BEGIN EXCLUSIVE');
      return () => void database.close();
    } catch (cause) {
      if (!isBusy(cause) || waited >= WAIT_LIMIT_MS) {
        database.close();
        throw unreadable(path, isBusy(cause) ? 'another-change-under-way' : 'cannot-be-locked', { cause });
      }
    }
    await wait(WAIT_STEP_MS);
  }
}

/** An empty file that SQLite locks and never writes to. */
async function openLockFile(path: string): Promise<Database.Database> {
  try {
    await (await open(path, 'a', 0o600)).close();
    return new Database(path, { timeout: 0 });
  } catch (cause) {
    throw unreadable(path, 'cannot-be-written', { cause });
  }
}

/** Only the holder of the lock writes temporary files, so any that it finds are leftovers. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter(isLeftover)) {
    await unlink(join(folder, name));
  }
}

function isLeftover(name: string): boolean {
  return name === FORMER_LOCK || (name.startsWith('.') && name.endsWith('.tmp'));
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
