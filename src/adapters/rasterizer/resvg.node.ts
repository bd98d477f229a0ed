import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { memoizeAsync } from '../../application/concurrency/async.ts';
import type { Rasteriser } from '../../application/ports.ts';
import { makeLoadedRasteriser, makeRasteriser } from './resvg.ts';

const WASM = '@resvg/resvg-wasm/index_bg.wasm';
const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
];

/** The rasteriser, which reads its module and fonts from the installed packages at the first drawing. */
export function makeNodeRasteriser(): Rasteriser {
  return makeLoadedRasteriser(memoizeAsync(load));
}

async function load(): Promise<Rasteriser> {
  const { resolve } = createRequire(import.meta.url);
  const read = async (specifier: string) => new Uint8Array(await readFile(resolve(specifier)));
  const [wasm, ...fonts] = await Promise.all([read(WASM), ...FONTS.map(read)]);
  return makeRasteriser({ wasm: wasm as Uint8Array<ArrayBuffer>, fonts });
}
