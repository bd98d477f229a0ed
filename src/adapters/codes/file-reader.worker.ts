import wasm from 'zxing-wasm/reader/zxing_reader.wasm';
import type { FileReader } from '../../application/verification/reading/file-reader.ts';
import { makeFileReader, makeLoadedCodeReader } from './file-reader.ts';

/** An isolate has 128 MB, of which an image takes up to four bytes a pixel, and more while it is decoded. */
const MAX_PIXELS = 8_000_000;
const MAX_RASTER_BYTES = 24_000_000;

const readCodes = makeLoadedCodeReader(async () => ({
  wasm,
  maxPixels: MAX_PIXELS,
  maxRasterBytes: MAX_RASTER_BYTES,
}));

/** The reader, with the module that the bundle carries. An isolate has one thread, which nothing can end: so
 *  images are read with little care only, in less than a second for the worst of them. */
export function makeWorkerFileReader(): FileReader {
  return makeFileReader(readCodes, ['quick']);
}
