import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportSource } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';

/** Names of tables, and of workbooks that are refused with a reason of their own. */
const TABLE_FILE = /\.(csv|tsv|tab|txt|xlsx|xlsm|xltx|xltm|xls|ods|ots)$/i;

/** The names of what systems and office programs put into a folder themselves. */
const OF_SYSTEM = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** A file to import, or something in a folder that is not read. */
export interface SourcePath {
  readonly path: string;
  /** Absent if the file is read. */
  readonly why?: Exclude<ImportSource['unread'], undefined>;
}

/** The files that these paths name, by name. A folder stands for everything in it: what its name does not say
 *  to be a table is not opened, since it may be of any size, and a folder inside it is not entered, since it
 *  may hold former versions. Throws `unreadable-file` where a path does not
 *  exist or may not be read. */
export async function listSourcePaths(paths: readonly string[]): Promise<readonly SourcePath[]> {
  return (await Promise.all(paths.map(listPath))).flat();
}

/** The files that these paths name, ready to be imported. */
export async function fileSources(paths: readonly string[]): Promise<readonly ImportSource[]> {
  return Promise.all((await listSourcePaths(paths)).map(toFileSource));
}

async function listPath(path: string): Promise<readonly SourcePath[]> {
  const info = await readInfo(path);
  if (!info.isDirectory()) return [{ path }];
  const entries = await readdir(path, { withFileTypes: true }).catch(unreadable(path));
  return entries
    .filter(({ name }) => !OF_SYSTEM.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((entry) => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return { path: inside, why: 'folder' };
      return TABLE_FILE.test(entry.name) ? { path: inside } : { path: inside, why: 'other' };
    });
}

async function toFileSource({ path, why }: SourcePath): Promise<ImportSource> {
  const source = { name: basename(path), open: () => createReadStream(path) };
  return why ? { ...source, unread: why } : { ...source, sizeBytes: (await readInfo(path)).size };
}

const readInfo = (path: string) => stat(path).catch(unreadable(path));

/** What the system says of a path: absent, not to be read by this account, or another reason. */
const unreadable = (path: string) => (cause: NodeJS.ErrnoException) => {
  const reason = cause.code === undefined || cause.code === 'ENOENT' ? 'missing' : cause.code;
  throw new DomainError('unreadable-file', { name: basename(path), reason }, { cause });
};
