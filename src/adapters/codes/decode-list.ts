import type { FileReader } from '../../application/verification/reading/file-reader.ts';
import { decodeBitstring } from '../../openbadges/bitstring.ts';

/** The bits of a status list, in this thread. */
export const decodeList: FileReader['decodeList'] = (encoded) => decodeBitstring(encoded);
