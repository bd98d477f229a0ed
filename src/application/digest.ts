import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from '../domain/canonical-json.ts';
import { webSha256 } from '../openbadges/sha256.ts';

/** The digest of a text in UTF-8: `sha256$` + hex. */
export async function sha256Of(text: string): Promise<string> {
  return `sha256$${bytesToHex(await webSha256(text))}`;
}

/** SHA-256 of the bytes, or of the text in UTF-8, in base64, the form of Subresource Integrity. */
export async function base64Sha256Of(content: string | Uint8Array): Promise<string> {
  return btoa(String.fromCharCode(...(await webSha256(content))));
}

/** Digest of a JSON value in its canonical form (RFC 8785). Equal values give equal digests everywhere. */
export function digestOf(value: unknown): Promise<string> {
  return sha256Of(canonicalJson(value));
}
