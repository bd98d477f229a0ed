import { type FileReader, makeFileReader, makeLoadedCodeReader } from '#open-badges/files';
import wasm from '../../../dist/worker-parts/zxing.wasm';

/** An isolate has 128 MB, of which an image takes up to four bytes a pixel, and more while it is decoded. */
const MAX_PIXELS = 8_000_000;
const MAX_RASTER_BYTES = 24_000_000;

/** The reader, with the module that the bundle carries, and its memory's first content, which is read at the
 *  first image. An isolate has one thread, which nothing can end: so
 *  images are read with little care only, in less than a second for the worst of them. */
export function makeWorkerFileReader(
  readContent: () => Promise<(memory: WebAssembly.Memory) => void>,
): FileReader {
  const readCodes = makeLoadedCodeReader(async () => ({
    wasm,
    fill: await readContent(),
    maxPixels: MAX_PIXELS,
    maxRasterBytes: MAX_RASTER_BYTES,
  }));
  return makeFileReader(readCodes, ['quick']);
}
