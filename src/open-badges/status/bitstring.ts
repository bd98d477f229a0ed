import { compress, decompress } from '../baking/compression.ts';
import { OpenBadgesError } from '../errors.ts';
import { fromBase64Url, toBase64Url } from '../keys/base64url.ts';

/** Smallest length that the standard allows for a list: in a shorter one, an index could identify a holder
 *  (Bitstring Status List §6.1). */
export const MINIMUM_BITS = 131_072;
/** Largest list that is read: 33 million bits. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;

/** Compresses bytes with gzip. Any implementation may be used, because readers only decompress. */
export type Gzip = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** `encodedList` of a list of `size` entries in which these indexes are set: multibase `u` (base64url) of the
 *  gzipped bits. Index 0 is the leftmost bit of byte 0 (Bitstring Status List §3.3). Throws `invalid-request`
 *  where the size is below the minimum or not a multiple of 8, or where an index is out of range. */
export async function encodeBitstring(
  setIndexes: Iterable<number>,
  size: number,
  gzip: Gzip = gzipOfPlatform,
): Promise<string> {
  return `u${toBase64Url(await gzip(makeBits(setIndexes, size)))}`;
}

const gzipOfPlatform: Gzip = (bytes) => compress(bytes, 'gzip');

/** The bits of an `encodedList`. Throws `unreadable-file` where it is not `u` + base64url + gzip, or exceeds
 *  `limitBytes` once decompressed. The minimum length is checked by the reader (status-list.ts). */
export async function decodeBitstring(encoded: string, limitBytes = MAXIMUM_BYTES): Promise<Uint8Array> {
  if (!encoded.startsWith('u')) throw new OpenBadgesError('unreadable-file', { reason: 'no multibase u' });
  return decompress(fromBase64Url(encoded.slice(1)), 'gzip', limitBytes);
}

/** The bit at an index; undefined outside the list. */
export function readBit(bits: Uint8Array, index: number): boolean | undefined {
  const byte = Number.isInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined;
  return byte === undefined ? undefined : (byte & (0x80 >> (index % 8))) !== 0;
}

function makeBits(setIndexes: Iterable<number>, size: number): Uint8Array {
  if (!Number.isInteger(size / 8) || size < MINIMUM_BITS)
    throw new OpenBadgesError('invalid-request', { size });
  const bits = new Uint8Array(size / 8);
  for (const index of setIndexes) {
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new OpenBadgesError('invalid-request', { size, index });
    }
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }
  return bits;
}
