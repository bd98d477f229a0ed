import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256 } from '../../../openbadges/sha256.ts';

/** Half a SHA-256 in hex, for a validator. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  return bytesToHex((await sha256(bytes)).subarray(0, 16));
}
