import {
  closeSync,
  constants,
  linkSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DomainError } from '../../../domain/errors.ts';

/** Copies of personal data may be read only by the account that runs the program. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** A folder for unfinished files. Its name contains its process's number, so that another process can remove
 *  it once that one is gone. */
export interface PrivateFolder {
  readonly path: string;
  remove(): Promise<void>;
}

const PREFIX = '.jalon-tmp-';
const own = new Set<string>();

/** Makes a private folder inside `place`, on the same disk as the final file: a file in it then gets its
 *  final name in one step. */
export async function makePrivateFolder(place: string): Promise<PrivateFolder> {
  // In one step: between two, another backup of this process would take the folder for one that was left.
  const path = mkdtempSync(join(place, `${PREFIX}${hostname()}-${process.pid}-`));
  own.add(path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      own.delete(path);
    },
  };
}

/** Removes the private folders that killed processes of this machine left in `place`. */
export function removeLeftFolders(place: string): void {
  for (const path of leftFolders(place)) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // The folder belongs to another account, which must remove it.
    }
  }
}

/** The private folders that killed processes of this machine left in `place`. */
export function leftFolders(place: string): readonly string[] {
  return namesIn(place).flatMap((name) => {
    const path = join(place, name);
    const [, host, pid] = new RegExp(`^\\${PREFIX}(.+)-(\\d+)-[^-]{6}$`).exec(name) ?? [];
    return host !== hostname() || own.has(path) || isAlive(Number(pid)) ? [] : [path];
  });
}

function namesIn(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

/** An earlier process may have had the number of this one: in a container, every start has the same
 *  number. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes the folder of a file where it is missing. */
export async function makeFolderOf(file: string): Promise<string> {
  const folder = dirname(resolve(file));
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
  return folder;
}

/** Makes an empty file that only its owner may read, before its first byte is written; an existing file stays
 *  as it is. SQLite gives the files next to it the same mode. */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', OWNER_ONLY.file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Gives a finished file its final name, safely on the disk. Throws `unreadable-file` where a file of that name
 *  exists. */
export async function publishFile(from: string, to: string): Promise<void> {
  await flush(from);
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw unreadable(to, 'exists');
    // The file system has no hard links.
    renameSync(from, to);
    return flushFolderOf(to);
  }
  unlinkSync(from);
  await flushFolderOf(to);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Flushes the folder. Some systems cannot do this; the new name is then as safe as the system makes it. */
function flushFolderOf(file: string): Promise<void> {
  return flush(dirname(resolve(file))).catch(() => {});
}

/** Opens a file for reading. Throws `unreadable-file` for everything else: a link could lead to another file
 *  than the one that was named, and reading a pipe or a device may never end. */
export async function openRegularFile(name: string): Promise<FileHandle> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(
    (cause: NodeJS.ErrnoException) => {
      throw unreadable(name, REASONS[cause.code ?? ''] ?? cause.code ?? cause.message);
    },
  );
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw unreadable(name, NOT_REGULAR);
}

const NOT_REGULAR = 'not-regular';
/** A socket cannot be opened at all (ENXIO). */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'missing',
  ELOOP: 'link',
  ENXIO: NOT_REGULAR,
};

function unreadable(name: string, reason: string): DomainError {
  return new DomainError('unreadable-file', { name, reason });
}
