import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 (FIPS 180-4) of bytes, or of a text in UTF-8: 32 bytes. By WebCrypto, which every runtime has. */
export async function webSha256(content: string | Uint8Array): Promise<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}

/** SHA-256 of the bytes, or of the text in UTF-8, in base64, the form of Subresource Integrity. */
export async function base64Sha256Of(content: string | Uint8Array): Promise<string> {
  return btoa(String.fromCharCode(...(await webSha256(content))));
}

/** `sha256$` + hex of SHA-256 over the UTF-8 bytes of identifier, then salt (Open Badges 3.0,
 *  IdentityHash). */
export async function identityHash(identifier: string, salt: string): Promise<string> {
  return `sha256$${bytesToHex(await webSha256(identifier + salt))}`;
}
