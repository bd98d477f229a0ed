import type { FileReader } from '../input/file-reader.ts';
import { decodeBitstring } from '../status/bitstring.ts';
import { readAttached } from './read-attached.ts';
import { readBaked } from './read-baked.ts';

/** Reads badges in PNG, SVG and PDF files, in this thread and on any runtime. It reads no QR codes, because their
 *  decoder is a WebAssembly module that the caller must load. */
export const portableFileReader: FileReader = {
  readBaked,
  readAttached,
  readCodes: async () => ({ kind: 'texts', texts: [] }),
  decodeList: (encoded) => decodeBitstring(encoded),
};
