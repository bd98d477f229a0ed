import { canonicalJson } from '../domain/canonical-json.ts';

/** The digest of a text in UTF-8: `sha256$` + hex. */
export async function sha256Of(text: string): Promise<string> {
  const bytes = await hashOf(text);
  return `sha256$${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** SHA-256 of the bytes, or of the text in UTF-8, in base64, the form of Subresource Integrity. */
export async function base64Sha256Of(content: string | Uint8Array): Promise<string> {
  return btoa(String.fromCharCode(...(await hashOf(content))));
}

async function hashOf(content: string | Uint8Array): Promise<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Digest of a JSON value in its canonical form (RFC 8785). Equal values give equal digests everywhere. */
export function digestOf(value: unknown): Promise<string> {
  return sha256Of(canonicalJson(value));
}
