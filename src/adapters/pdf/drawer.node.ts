import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { memoizeAsync } from '../../application/concurrency/async.ts';
import { makeLoadedDrawer, type PaperDrawer } from '../../application/papers/draw.ts';

const FOLDER = '@expo-google-fonts/source-sans-3';
const REGULAR = `${FOLDER}/400Regular/SourceSans3_400Regular.ttf`;
const BOLD = `${FOLDER}/700Bold/SourceSans3_700Bold.ttf`;

/** The drawer, which reads its fonts from the installed package when it draws the first document. */
export function makeNodePaperDrawer(): PaperDrawer {
  return makeLoadedDrawer(memoizeAsync(load));
}

// The library is large, and most commands draw no paper.
async function load(): Promise<PaperDrawer> {
  const { makePaperDrawer } = await import('./drawer.ts');
  const { resolve } = createRequire(import.meta.url);
  const read = async (specifier: string) => new Uint8Array(await readFile(resolve(specifier)));
  const [regular, bold] = await Promise.all([read(REGULAR), read(BOLD)]);
  return makePaperDrawer({ regular, bold });
}
