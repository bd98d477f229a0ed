import { canonicalJson } from '../domain/canonical-json.ts';

/** `sha256$` + hex of the UTF-8 text. */
export async function sha256Of(text: string): Promise<string> {
  const bytes = await hashOf(text);
  return `sha256$${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** SHA-256 of the bytes, or of the UTF-8 text, in base64, as Subresource Integrity writes it. */
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
