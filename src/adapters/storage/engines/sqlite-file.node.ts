import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Engine } from '../commit/store.ts';

/** Where a SQLite file lies, and the mark next to it. A file that is put in its place by a rename has another
 *  number; one whose bytes are copied into it has the number, but an older mark than the one in `…-mark`. */
export function makeSqlitePlace(file: string): Required<Pick<Engine, 'readHome' | 'mark'>> {
  const path = `${resolve(file)}-mark`;
  return {
    // The number of the device is not asked: it changes when a machine or a container starts again.
    readHome: async () => String((await stat(file, { bigint: true })).ino),
    mark: {
      read: async () => {
        try {
          return await readFile(path, 'utf8');
        } catch {
          return '';
        }
      },
      keep: async (mark) => {
        const draft = `${path}-${mark}`;
        await writeFile(draft, mark, { mode: 0o600, flag: 'wx' });
        await rename(draft, path);
      },
    },
  };
}
