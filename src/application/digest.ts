import { bytesToHex } from '@noble/hashes/utils.js';
import { webSha256 } from '#open-badges/keys';
import { canonicalJson } from '#open-badges/values';

/** The digest of a text in UTF-8: `sha256$` + hex. */
export async function sha256Of(text: string): Promise<string> {
  return `sha256$${bytesToHex(await webSha256(text))}`;
}

/** Digest of a JSON value in its canonical form (RFC 8785). Equal values give equal digests everywhere. */
export function digestOf(value: unknown): Promise<string> {
  return sha256Of(canonicalJson(value));
}
