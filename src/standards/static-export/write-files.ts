import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { safeName } from './file-names.ts';
import type { Noted } from './manifest.ts';

/** A copy that was made before, whole or as far as it came. */
export interface EarlierCopy {
  readonly folder: string;
  readonly noted: ReadonlyMap<string, Noted>;
}

/** The files of a copy in a new folder. A file that an earlier copy has already is not written again: both folders
 *  name the same file on the disk. So no file is ever changed in its place. */
export interface CopyFiles {
  /** Writes a file. Returns whether its bytes are new. */
  write(file: string, body: Uint8Array): boolean;
  /** Takes over the files of a subject from an earlier copy. Returns what was noted of them; undefined if no
   *  earlier copy has them as they were noted, in this state, now. */
  keep(subject: Subject): Noted | undefined;
  /** The bytes of these files together, and when the youngest was written. */
  measure(files: readonly string[]): Pick<Noted, 'bytes' | 'writtenAt'>;
}

export interface Subject {
  readonly key: string;
  readonly state: string;
  /** All files that it may have. */
  readonly files: readonly string[];
  readonly now: string;
}

export function makeCopyFiles(folder: string, earlier: readonly EarlierCopy[]): CopyFiles {
  const made = new Set<string>();
  const placeOf = (file: string) => {
    const path = join(folder, safeName(file));
    const parent = dirname(path);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    return path;
  };

  /** Whether all files were taken over. Otherwise some may have been: they are removed before others are written. */
  const takeOver = (from: string, files: readonly string[], noted: Noted): boolean => {
    let bytes = 0;
    for (const file of files) {
      const old = join(from, safeName(file));
      const found = lstatSync(old, { throwIfNoEntry: false });
      if (!found?.isFile() || found.mtimeMs > noted.writtenAt) return false;
      bytes += found.size;
      share(old, placeOf(file));
    }
    return bytes === noted.bytes;
  };

  return {
    write(file, body) {
      const path = placeOf(file);
      const same = earlier.find((one) => hasSame(join(one.folder, safeName(file)), body));
      if (same) share(join(same.folder, safeName(file)), path);
      else writeFileSync(path, body, { flag: 'wx' });
      return !same;
    },
    keep({ key, state, files, now }) {
      for (const { folder: from, noted } of earlier) {
        const known = noted.get(key);
        if (known?.state !== state || known.has.length !== files.length) continue;
        if (known.until !== undefined && known.until <= now) continue;
        const written = files.filter((_, at) => known.has[at] === '1');
        if (takeOver(from, written, known)) return known;
        for (const file of files) rmSync(join(folder, safeName(file)), { force: true });
      }
      return undefined;
    },
    measure(files) {
      const found = files.map((file) => lstatSync(join(folder, safeName(file))));
      return {
        bytes: found.reduce((sum, { size }) => sum + size, 0),
        writtenAt: Math.ceil(Math.max(0, ...found.map(({ mtimeMs }) => mtimeMs))),
      };
    },
  };
}

function hasSame(path: string, body: Uint8Array): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === body.length && readFileSync(path).equals(body);
}

/** Gives the file of an earlier copy its name in this one. A file system without hard links gets the same bytes
 *  once more, of the same age. */
function share(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    const { atime, mtime } = lstatSync(from);
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    utimesSync(to, atime, mtime);
  }
}
