import { bytesToHex } from '@noble/hashes/utils.js';
import { webSha256 } from '#open-badges/keys';
import { canonicalJson } from '#open-badges/values';

/** The digest of bytes, or of a text in UTF-8: `sha256$` + hex. */
export async function sha256Of(content: string | Uint8Array): Promise<string> {
  return `sha256$${bytesToHex(await webSha256(content))}`;
}

/** Digest of a JSON value in its canonical form (RFC 8785). Equal values give equal digests everywhere. */
export function digestOf(value: unknown): Promise<string> {
  return sha256Of(canonicalJson(value));
}
