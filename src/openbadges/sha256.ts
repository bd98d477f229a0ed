/** SHA-256 (FIPS 180-4) of bytes, or of a text in UTF-8: 32 bytes. By WebCrypto, which every runtime has. */
export async function webSha256(content: string | Uint8Array): Promise<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}
