import { canonicalJson } from '../domain/canonical-json.ts';

/** `sha256$` + hex of the UTF-8 text. */
export async function sha256Of(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256$${Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Digest of a JSON value in its canonical form (RFC 8785). Equal values give equal digests everywhere. */
export function digestOf(value: unknown): Promise<string> {
  return sha256Of(canonicalJson(value));
}
