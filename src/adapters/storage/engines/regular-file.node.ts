import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { DomainError } from '../../../domain/errors.ts';

/** Opens a file for reading. Throws `unreadable-file` for everything else: a link could lead to another file
 *  than the one that was named, and reading a pipe or a device may never end. */
export async function openRegularFile(name: string): Promise<FileHandle> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(
    (cause: NodeJS.ErrnoException) => {
      throw unreadable(name, REASONS[cause.code ?? ''] ?? cause.message);
    },
  );
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw unreadable(name, NOT_REGULAR);
}

const NOT_REGULAR = 'not a regular file';
/** A socket cannot be opened at all (ENXIO). */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ELOOP: 'a link: name the file itself',
  ENXIO: NOT_REGULAR,
};

function unreadable(name: string, reason: string): DomainError {
  return new DomainError('unreadable-file', { name, reason });
}
