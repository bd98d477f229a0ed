import { bytesToHex } from '@noble/hashes/utils.js';
import { webSha256 } from '#open-badges/keys';

/** Half a SHA-256 in hex, for a validator. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  return bytesToHex((await webSha256(bytes)).subarray(0, 16));
}
