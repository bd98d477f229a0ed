import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportSource } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';

/** XLS and ODS are listed too, so that such a file is refused by name instead of being ignored. */
const TABLE_FILE = /\.(csv|xlsx|xls|ods)$/i;

/** The files that these paths name, by name. A folder stands for the tables in it, but not for those in its
 *  subfolders. Throws `unreadable-file` where a path does not exist. */
export async function listSourcePaths(paths: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all(paths.map(listPath))).flat();
}

/** The files that these paths name, ready to be imported. */
export async function fileSources(paths: readonly string[]): Promise<readonly ImportSource[]> {
  return Promise.all((await listSourcePaths(paths)).map(toFileSource));
}

async function listPath(path: string): Promise<readonly string[]> {
  const info = await readInfo(path);
  if (!info.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => TABLE_FILE.test(name)).sort();
  return names.map((name) => join(path, name));
}

async function toFileSource(path: string): Promise<ImportSource> {
  return { name: basename(path), sizeBytes: (await readInfo(path)).size, open: () => createReadStream(path) };
}

async function readInfo(path: string) {
  try {
    return await stat(path);
  } catch (cause) {
    throw new DomainError('unreadable-file', { name: basename(path), reason: 'missing' }, { cause });
  }
}
