import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  leftFolders,
  makePrivateFile,
  makePrivateFolder,
  removeLeftFolders,
} from '../../adapters/storage/engines/private-files.node.ts';
import { formatNoted, type Noted, parseNote } from './manifest.ts';
import type { EarlierCopy } from './write-files.ts';

/** Where a copy goes, and the copies of the same folder that were made before.
 *
 *  What a copy must know of the one before stands in a note next to the folder, not in it: it says which badges
 *  changed between two copies, and whatever is in the folder is given to everybody. The folder has only a mark: a
 *  random word, which is also a part of the note's name. So a note is never taken for that of another copy, wherever
 *  a run was killed. */
export interface CopyPlace {
  readonly folder: string;
  /** The copy in the folder, and what killed runs left of others. */
  readonly earlier: readonly EarlierCopy[];
  /** A new, private place next to the folder, in which a copy is made. */
  begin(): Promise<Attempt>;
  /** Removes what killed runs left. */
  clear(): void;
}

/** A copy that is being made. */
export interface Attempt extends EarlierCopy {
  note(key: string, noted: Noted): void;
  /** Gives the finished copy the name of the folder. An earlier copy is moved away just before, and then removed with
   *  all that is public no more. */
  publish(): void;
  remove(): Promise<void>;
}

/** The file that marks a folder, or an object that marks a bucket, as a copy. */
export const COPY_MARK = '.jalon-copy';
/** Everyone may read the copy, unlike all other files that verbs write. */
const FOR_EVERYONE = 0o755;
const FOR_OWNER = 0o700;

/** Undefined if the folder holds something else than a copy, which must stay. */
export function openCopyPlace(name: string): CopyPlace | undefined {
  const wanted = resolve(name);
  // Behind a link, the folder itself is replaced.
  const folder = existsSync(wanted) ? realpathSync(wanted) : wanted;
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  const before = besides(folder, 'before');
  endReplacement(folder, before);
  const mark = readIfAny(join(folder, COPY_MARK));
  if (mark === undefined && existsSync(folder) && readdirSync(folder).length > 0) return undefined;
  const left = leftFolders(parent).filter((path) => readIfAny(join(path, 'of')) === basename(folder));
  return {
    folder,
    earlier: [
      ...(mark === undefined ? [] : [toEarlier(folder, noteOf(folder, mark))]),
      ...left.map((path) => toEarlier(join(path, 'site'), join(path, 'note'))),
    ],
    begin: () => begin(folder, before),
    clear: () => removeLeftFolders(parent),
  };
}

/** A hidden name next to the folder. */
function besides(folder: string, name: string): string {
  return join(dirname(folder), `.${basename(folder)}.jalon-${name}`);
}

function noteOf(folder: string, mark: string): string {
  return besides(folder, `note-${mark}`);
}

function toEarlier(folder: string, note: string): EarlierCopy {
  return { folder, noted: parseNote(readIfAny(note) ?? '') };
}

/** A run that was killed between the two names left the earlier copy under its other name: it gets its own again.
 *  After the second name, only its removal was missing. */
function endReplacement(folder: string, before: string): void {
  if (!existsSync(before)) return;
  if (!existsSync(folder)) {
    chmodSync(before, FOR_EVERYONE);
    renameSync(before, folder);
  }
  rmSync(before, { recursive: true, force: true });
}

async function begin(folder: string, before: string): Promise<Attempt> {
  const parent = dirname(folder);
  const { path, remove } = await makePrivateFolder(parent);
  const [site, note] = [join(path, 'site'), join(path, 'note')];
  writeFileSync(join(path, 'of'), basename(folder));
  mkdirSync(site);
  makePrivateFile(note);
  const noted = new Map<string, Noted>();
  return {
    folder: site,
    noted,
    note(key, one) {
      noted.set(key, one);
      appendFileSync(note, formatNoted(key, one));
    },
    publish() {
      const mark = randomBytes(16).toString('hex');
      writeFileSync(join(site, COPY_MARK), mark);
      chmodSync(site, FOR_EVERYONE);
      renameSync(note, noteOf(folder, mark));
      if (existsSync(folder)) renameSync(folder, before);
      renameSync(site, folder);
      if (existsSync(before)) chmodSync(before, FOR_OWNER);
      rmSync(before, { recursive: true, force: true });
      const name = basename(noteOf(folder, ''));
      for (const other of readdirSync(parent)) {
        if (other.startsWith(name) && other !== name + mark) rmSync(join(parent, other));
      }
    },
    remove,
  };
}

function readIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
