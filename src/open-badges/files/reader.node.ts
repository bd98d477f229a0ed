import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FileReader } from '../reading/file-reader.ts';
import { makeFileReader, makeLoadedCodeReader } from './make-reader.ts';

const WASM = 'zxing-wasm/reader/zxing_reader.wasm';
/** Usual photographs of a telephone have fewer. */
const MAX_PIXELS = 26_000_000;
/** A photograph of that size, with three colours of 8 bits. The decoder keeps it up to three times, so that
 *  one with 16 bits or with transparency would take three quarters of a gigabyte. */
export const MOST_RASTER_BYTES = 80_000_000;

/** Reads codes with the module of the installed package. */
export const readCodesOnNode = makeLoadedCodeReader(async () => {
  const { resolve } = createRequire(import.meta.url);
  const wasm = new Uint8Array(await readFile(resolve(WASM)));
  return {
    wasm: wasm as Uint8Array<ArrayBuffer>,
    maxPixels: MAX_PIXELS,
    maxRasterBytes: MOST_RASTER_BYTES,
  };
});

/** The reader for one who waits alone, such as the command line. */
export function makeNodeFileReader(): FileReader {
  return makeFileReader(readCodesOnNode, ['quick', 'thorough']);
}
