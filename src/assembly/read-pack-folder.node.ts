import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DRAWING_LIMIT_BYTES } from '../catalogue/drawing-faults.ts';
import { PACK_LIMIT_CHARS, toPackDocument } from '../catalogue/pack-files.ts';

/** The pack that lies in a folder, with the faults of its files. A file that is larger than any of a pack is
 *  not read whole: what is read of it is enough to refuse it. Throws the error of the file system. */
export async function readPackFolder(folder: string): Promise<ReturnType<typeof toPackDocument>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(join(folder, '/').length).replaceAll('\\', '/');
    const most = name.includes('/') ? DRAWING_LIMIT_BYTES : PACK_LIMIT_CHARS;
    const { size } = await stat(path);
    files.set(name, size > 2 * most ? new Uint8Array(most + 1) : await readFile(path));
  }
  return toPackDocument(files);
}
