import type { FileReader } from '../../application/verification/file-reader.ts';
import { readAttached } from './read-attached.ts';
import { type CodeReaderParts, makeCodeReader } from './read-codes.ts';

/** Reads strangers' files in this thread. `load` is called at the first image. */
export function makeFileReader(load: () => Promise<CodeReaderParts>): FileReader {
  let codes: Promise<FileReader['readCodes']> | undefined;
  return {
    readAttached,
    async readCodes(image) {
      codes ??= load().then(makeCodeReader);
      return (await codes)(image);
    },
  };
}
