import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Rasteriser } from '../../application/ports.ts';
import { drawingPng } from '../../openbadges/bake/write-png.ts';

export interface ResvgParts {
  /** The compiled module, or the bytes of `@resvg/resvg-wasm/index_bg.wasm`. */
  readonly wasm: WebAssembly.Module | Uint8Array<ArrayBuffer>;
  /** TrueType files; the first one's family is the default. */
  readonly fonts: readonly Uint8Array[];
}

const FAMILY = 'Source Sans 3';

// The library has one module for each process and refuses to be initialised twice.
let ready: Promise<void> | undefined;

/** Draws SVG to PNG with resvg. It reads no file and no network: only the fonts given here exist. */
export function makeRasteriser({ wasm, fonts }: ResvgParts): Rasteriser {
  return {
    async toPng(svg, widthPixels) {
      ready ??= initWasm(wasm);
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
