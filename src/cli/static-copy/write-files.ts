import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { NodeContext } from '../../node.ts';
import { safeName, withCopiedAddresses } from './file-names.ts';
import type { SiteFile } from './site-files.ts';

export interface Written {
  readonly file: string;
  /** The media type with which the service answers. */
  readonly type: string;
}

/** Writes one file of the copy, with the answer of the service itself, so that the copy needs no second way
 *  of drawing. Undefined where the service has no such answer and the copy may lack it. */
export type WriteFile = (wanted: SiteFile) => Promise<Written | undefined>;

export function makeWriteFile(
  { app, config }: Pick<NodeContext, 'app' | 'config'>,
  folder: string,
): WriteFile {
  const origin = config.publicUrl;
  return async ({ address, file, accept, status = 200, mayLack = false }) => {
    const answer = await app.request(`${origin}${address}`, accept ? { headers: { Accept: accept } } : {});
    if (answer.status !== status) {
      await answer.body?.cancel();
      if (mayLack) return undefined;
      throw new Error(`${address} was answered with ${answer.status}`);
    }
    const type = (answer.headers.get('Content-Type') ?? '').split(';')[0] ?? '';
    const body =
      type === 'text/html'
        ? withCopiedAddresses(await answer.text(), origin)
        : new Uint8Array(await answer.arrayBuffer());
    await writeInto(folder, file, body);
    return { file, type };
  };
}

/** Writes a file of the copy, with its folders. */
export async function writeInto(folder: string, file: string, body: string | Uint8Array): Promise<void> {
  const path = join(folder, safeName(file));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, body, { flag: 'wx' });
}
