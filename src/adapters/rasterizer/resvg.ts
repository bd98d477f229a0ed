import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { drawingPng } from '#open-badges/files';
import type { Rasteriser } from '../../application/ports.ts';

export interface ResvgOptions {
  /** The compiled module, or the bytes of `@resvg/resvg-wasm/index_bg.wasm`. */
  readonly wasm: WebAssembly.Module | Uint8Array<ArrayBuffer>;
  /** TrueType files; the first one's family is the default. */
  readonly fonts: readonly Uint8Array[];
  /** Called when the module is ready, before its first use. */
  readonly onceReady?: () => void;
}

const FAMILY = 'Source Sans 3';

// The library has one module for each process and refuses to be initialised twice.
let ready: Promise<void> | undefined;

/** Draws SVG to PNG with resvg. It reads no file and no network: only the fonts given here exist. */
export function makeRasteriser({ wasm, fonts, onceReady }: ResvgOptions): Rasteriser {
  return {
    async toPng(svg, widthPixels) {
      ready ??= initWasm(wasm).then(onceReady);
      await ready;
      const resvg = new Resvg(svg, {
        fitTo: { mode: 'width', value: widthPixels },
        font: { fontBuffers: [...fonts], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
      });
      try {
        const image = resvg.render();
        try {
          return await drawingPng(image.pixels, image.width);
        } finally {
          image.free();
        }
      } finally {
        resvg.free();
      }
    },
  };
}

/** The rasteriser that `load` gives, which is asked for it with each drawing. */
export function makeLoadedRasteriser(load: () => Promise<Rasteriser>): Rasteriser {
  return { toPng: async (svg, widthPixels) => (await load()).toPng(svg, widthPixels) };
}
