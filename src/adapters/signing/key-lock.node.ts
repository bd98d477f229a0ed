import { chmod, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { unreadable } from './key-file.ts';

const WAIT_LIMIT_MS = 20_000;
const WAIT_STEP_MS = 50;

/** Runs a change of the key folder alone: one process at a time, by a lock file that holds its process number. The
 *  folder is made, and made private, where it is not. A lock left by a process that died is reported, never stolen:
 *  two processes that both took it over would each write a key. */
export async function withKeyLock<Result>(folder: string, change: () => Promise<Result>): Promise<Result> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const path = join(folder, '.lock');
  await takeLock(path);
  try {
    return await change();
  } finally {
    await unlink(path);
  }
}

async function takeLock(path: string): Promise<void> {
  for (let waited = 0; ; waited += WAIT_STEP_MS) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(String(process.pid)).finally(() => file.close());
      return;
    } catch (cause) {
      if (!isCode(cause, 'EEXIST')) throw unreadable(path, 'cannot-be-written', { cause });
    }
    if (waited >= WAIT_LIMIT_MS || (await isOrphan(path)))
      throw unreadable(path, 'locked', { remedy: `rm ${path}` });
    await wait(WAIT_STEP_MS);
  }
}

/** Whether the process that holds the lock is gone. An empty lock was taken this very moment. */
async function isOrphan(path: string): Promise<boolean> {
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  if (!Number.isInteger(holder) || holder <= 0) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
