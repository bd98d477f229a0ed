import { randomUUID } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import { OWNER_ONLY } from './owner-only.ts';

/** Replaces a file as a whole, so that a process that is killed does not lose the previous one. The new file
 *  is made by this call alone: a link or a file that another account has put there is never written through. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}.new`;
  const handle = await open(beside, 'wx', OWNER_ONLY.file);
  try {
    await handle.writeFile(text).finally(() => handle.close());
    await rename(beside, file);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}
