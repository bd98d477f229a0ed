import wasm from 'zxing-wasm/reader/zxing_reader.wasm';
import type { FileReader } from '../../application/verification/file-reader.ts';
import { makeFileReader } from './file-reader.ts';

/** An isolate has 128 MB, of which an image takes four bytes a pixel, and more while it is decoded. */
const MAX_PIXELS = 8_000_000;

/** The reader, with the module that the bundle carries. */
export function makeWorkerFileReader(): FileReader {
  return makeFileReader(async () => ({ wasm, maxPixels: MAX_PIXELS }));
}
