import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { byAge, type KeyFile, parseKeyFile, unreadable } from './key-file.ts';

/** Reads every key file of a folder, oldest first; an absent folder gives none. Throws `key-unreadable` with
 *  the file's name. */
export async function readKeyFiles(folder: string): Promise<readonly KeyFile[]> {
  const names = await namesOfKeyFiles(folder);
  const keys = await Promise.all(names.map((name) => readKeyFile(join(folder, name), name)));
  return keys.toSorted(byAge);
}

async function namesOfKeyFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw unreadable(folder, cause.code ?? 'unreadable', { cause });
  });
  return names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
}

async function readKeyFile(path: string, name: string): Promise<KeyFile> {
  const text = await readRegularFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === undefined ? cause : unreadable(path, cause.code, { cause });
  });
  const file = parseKeyFile(text, path);
  if (`${file.record.kid}.json` !== name) throw unreadable(path, 'file-name-is-not-its-kid');
  return file;
}

/** Reading a pipe or a device may never end. Links are followed: a secret of Kubernetes is mounted as links. */
async function readRegularFile(path: string): Promise<string> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) throw unreadable(path, 'not-a-regular-file');
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** What an operator should know of a key file. */
export interface KeyFileWarning {
  readonly file: string;
  readonly because: 'others-may-read-it' | 'leads-out-of-the-folder';
}

/** Key files that others than their owner may read, and links to a file outside the folder. */
export async function readKeyFileWarnings(folder: string): Promise<readonly KeyFileWarning[]> {
  const warnings: KeyFileWarning[] = [];
  for (const name of await namesOfKeyFiles(folder)) {
    const file = join(folder, name);
    const [place, target] = [await realpath(folder), await realpath(file)];
    if (!`${dirname(target)}/`.startsWith(`${place}/`))
      warnings.push({ file, because: 'leads-out-of-the-folder' });
    if (await mayOthersRead(target)) warnings.push({ file, because: 'others-may-read-it' });
  }
  return warnings;
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
  if (await mayOthersRead(path)) {
    throw unreadable(path, 'others-may-read-it', { remedy: `chmod ${mode} ${path}` });
  }
}

async function mayOthersRead(path: string): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0;
}
