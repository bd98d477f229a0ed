import type { FileReader, FoundTexts } from '../reading/file-reader.ts';
import { decodeBitstring } from '../status/bitstring.ts';
import { readAttached } from './read-attached.ts';
import { readBaked } from './read-baked.ts';
import { type Care, type CodeReaderOptions, makeCodeReader, type ReadCodes } from './read-codes.ts';

/** Reads codes. `load` is called at the first image. Only the finished reader is cached, never a promise of it: on
 *  Workers a request must not wait for the work of another one. */
export function makeLoadedCodeReader(load: () => Promise<CodeReaderOptions>): ReadCodes {
  let reader: ReadCodes | undefined;
  return async (image, care) => {
    reader ??= makeCodeReader(await load());
    return reader(image, care);
  };
}

/** Reads strangers' files in this thread, and codes with each care in turn until some are found. */
export function makeFileReader(readCodes: ReadCodes, cares: readonly Care[]): FileReader {
  return {
    readBaked,
    readAttached,
    decodeList: (encoded) => decodeBitstring(encoded),
    readCodes: (image) => withGrowingCare((care) => readCodes(image, care), cares),
  };
}

/** The first texts that are found, or a refusal. */
export async function withGrowingCare(
  read: (care: Care) => Promise<FoundTexts>,
  cares: readonly Care[],
): Promise<FoundTexts> {
  let found: FoundTexts = { kind: 'texts', texts: [] };
  for (const care of cares) {
    found = await read(care);
    if (found.kind === 'refused' || found.texts.length > 0) return found;
  }
  return found;
}
