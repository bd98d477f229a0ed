import { memory } from '../../../dist/worker-parts/resvg.mjs';
import wasm from '../../../dist/worker-parts/resvg.wasm';
import { memoizeAsync } from '../../application/concurrency/async.ts';
import type { Rasteriser } from '../../application/ports.ts';
import { makeLoadedRasteriser, makeRasteriser } from './resvg.ts';

export interface RasteriserOptions {
  /** The fonts, the first one's family being the default. */
  readonly fonts: readonly Uint8Array[];
  /** Gives the module's memory its first content, which the bundle does not carry. */
  readonly fill: (memory: WebAssembly.Memory) => void;
}

/** The rasteriser, with the module that the bundle carries. It reads the rest at the first drawing. */
export function makeWorkerRasteriser(readParts: () => Promise<RasteriserOptions>): Rasteriser {
  const load = async () => {
    const { fonts, fill } = await readParts();
    return makeRasteriser({ wasm, fonts, onceReady: () => fill(memory()) });
  };
  return makeLoadedRasteriser(memoizeAsync(load));
}
