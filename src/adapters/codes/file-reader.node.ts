import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FileReader } from '../../application/verification/file-reader.ts';
import { makeFileReader } from './file-reader.ts';

const WASM = 'zxing-wasm/reader/zxing_reader.wasm';
/** Usual photographs of a telephone have fewer. */
const MAX_PIXELS = 26_000_000;

/** The reader, which takes its module from the installed package at the first image. */
export function makeNodeFileReader(): FileReader {
  return makeFileReader(async () => {
    const { resolve } = createRequire(import.meta.url);
    const wasm = new Uint8Array(await readFile(resolve(WASM)));
    return { wasm: wasm as Uint8Array<ArrayBuffer>, maxPixels: MAX_PIXELS };
  });
}
