import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { byAge, type KeyFile, parseKeyFile, unreadable } from './key-file.ts';

/** Reads every key file of a folder, oldest first; an absent folder gives none. Throws `key-unreadable` with
 *  the file's name. */
export async function readKeyFiles(folder: string): Promise<readonly KeyFile[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw unreadable(folder, cause.code ?? 'unreadable', { cause });
  });
  const files = names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  const keys = await Promise.all(files.map((name) => readKeyFile(join(folder, name), name)));
  return keys.toSorted(byAge);
}

async function readKeyFile(path: string, name: string): Promise<KeyFile> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(path, cause.code ?? 'unreadable', { cause });
  });
  const file = parseKeyFile(text, path);
  if (`${file.record.kid}.json` !== name) throw unreadable(path, 'file-name-is-not-its-kid');
  return file;
}

/** Writes a key file as a whole or not at all: a temporary file of mode 0600 is flushed, then renamed over
 *  the old one. */
export async function writeKeyFile(folder: string, { record, privateKey }: KeyFile): Promise<void> {
  const temporary = join(folder, `.${record.kid}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify({ ...record, privateKey }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, `${record.kid}.json`));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}

/** Throws `key-unreadable` where others than the owner may read the path. */
export async function assertPrivate(path: string, mode: '600' | '700'): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode: bits } = await stat(path);
  if ((bits & 0o077) !== 0) throw unreadable(path, 'others-may-read-it', { remedy: `chmod ${mode} ${path}` });
}
