import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CFB } from '../adapters/spreadsheets/xlsx-library.ts';
import { listZipEntries, unpackZipEntry } from '../adapters/spreadsheets/zip-entries.ts';
import { DRAWING_LIMIT_BYTES } from '../catalogue/drawing-errors.ts';
import { PACK_LIMIT_CHARS, toPackDocument } from '../catalogue/pack-files.ts';
import { DomainError } from '../domain/errors.ts';

/** No archive of a pack has more files: each file next to its six is a drawing of 64 KB at most. */
const MOST_ENTRIES = 1000;
/** The bytes of an archive that is read at all. */
const MOST_ARCHIVE_BYTES = 8 * PACK_LIMIT_CHARS;

/** The pack that lies in a folder or in a ZIP archive, with the faults of its files. A file that is larger than any
 *  of a pack is not read whole: what is read of it is enough to refuse it. Throws the error of the file system, and
 *  `unreadable-pack` where the file is no archive or one too large. */
export async function readPack(path: string): Promise<ReturnType<typeof toPackDocument>> {
  const found = await stat(path);
  if (found.isDirectory()) return toPackDocument(await readFolder(path));
  if (found.size > MOST_ARCHIVE_BYTES) throw new DomainError('unreadable-pack', { path });
  return toPackDocument(await readArchive(path));
}

const mostBytes = (name: string) => (name.includes('/') ? DRAWING_LIMIT_BYTES : PACK_LIMIT_CHARS);

/** What stands for a file that is too large: it is refused for its size. */
const tooLarge = (name: string) => new Uint8Array(mostBytes(name) + 1);

async function readFolder(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(join(folder, '/').length).replaceAll('\\', '/');
    const { size } = await stat(path);
    files.set(name, size > 2 * mostBytes(name) ? tooLarge(name) : await readFile(path));
  }
  return files;
}

/** An archive may hold the files, or the folder with the files. */
async function readArchive(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = listZipEntries(await readFile(path));
  if (!entries || entries.length > MOST_ENTRIES) throw new DomainError('unreadable-pack', { path });
  const saved = entries.filter(({ name }) => !name.endsWith('/') && !name.split('/').some(isHidden));
  const office = saved.find(({ name }) => name.split('/').at(-1) === 'office.json')?.name ?? '';
  const top = office.slice(0, office.length - 'office.json'.length);
  const files = new Map<string, Uint8Array>();
  for (const entry of saved) {
    const name = entry.name.startsWith(top) ? entry.name.slice(top.length) : entry.name;
    const bytes = await unpackZipEntry(entry, 2 * mostBytes(name)).catch(() => tooLarge(name));
    files.set(name, bytes ?? DAMAGED);
  }
  return files;
}

/** What stands for a file that cannot be unpacked: it is neither JSON nor an image. */
const DAMAGED = new Uint8Array([0xff]);

/** Files of systems, such as `.DS_Store` and `__MACOSX`. */
const isHidden = (part: string) => part.startsWith('.') || part === '__MACOSX';

/** The files of a pack as one ZIP archive. */
export function toArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const archive = CFB.utils.cfb_new({ fileType: 'zip' });
  for (const [name, bytes] of files) CFB.utils.cfb_add(archive, `/${name}`, bytes);
  return new Uint8Array(CFB.write(archive, { type: 'array', fileType: 'zip', compression: true }));
}
