import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
import bold from '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf';
import wasm from '@resvg/resvg-wasm/index_bg.wasm';
import type { Rasteriser } from '../../application/ports.ts';
import { makeRasteriser } from './resvg.ts';

/** The rasteriser, with the module and fonts that the bundle carries. */
export function makeWorkerRasteriser(): Rasteriser {
  return makeRasteriser({ wasm, fonts: [new Uint8Array(regular), new Uint8Array(bold)] });
}
