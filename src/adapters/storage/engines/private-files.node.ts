import { closeSync, linkSync, openSync, readdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Copies of people's data are for the eyes of who runs the program. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** A folder for what is half-made. Its name says which process made it, so that another can tell when that one is gone. */
export interface PrivateFolder {
  readonly path: string;
  remove(): Promise<void>;
}

const PREFIX = '.jalon-tmp-';
const own = new Set<string>();

/** Makes one inside `place`: on the same disk as what it is to become, which then takes its final name in one step. */
export async function makePrivateFolder(place: string): Promise<PrivateFolder> {
  const path = await mkdtemp(join(place, `${PREFIX}${hostname()}-${process.pid}-`));
  own.add(path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      own.delete(path);
    },
  };
}

/** Where a rehearsal keeps its copy. */
export function placeOfCopies(): string {
  return tmpdir();
}

/** Removes what killed processes of this machine left in `place`. */
export function removeLeftFolders(place: string): void {
  for (const name of namesIn(place)) {
    const path = join(place, name);
    const [, host, pid] = new RegExp(`^\\${PREFIX}(.+)-(\\d+)-[^-]{6}$`).exec(name) ?? [];
    if (host !== hostname() || own.has(path) || isAlive(Number(pid))) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Another account's: it is for that one to remove.
    }
  }
}

function namesIn(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

/** The number of this process may have been another's: in a container it is the same at every start. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes the folder of a file where there is none. */
export async function makeFolderOf(file: string): Promise<string> {
  const folder = dirname(resolve(file));
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
  return folder;
}

/** An empty file that nobody else may read, before its first byte; nothing where it is there already. SQLite gives the
 *  files beside it the same mode. */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', OWNER_ONLY.file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Gives a finished file its final name, safely on the disk. Throws EEXIST where that name is taken. */
export async function publishFile(from: string, to: string): Promise<void> {
  await flush(from);
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // A file system without hard links.
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

/** Some systems have no way to flush a folder: there the name is as safe as they make it. */
function flushFolderOf(file: string): Promise<void> {
  return flush(dirname(resolve(file))).catch(() => {});
}
