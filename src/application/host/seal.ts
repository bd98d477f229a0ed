import { CompactEncrypt, compactDecrypt } from 'jose';

/** Encrypts a text with a secret that is stored nowhere. Only who has the secret can decrypt it (JWE, `dir`
 *  with A256GCM). */
export async function seal(text: string, secret: string): Promise<string> {
  const plain = new TextEncoder().encode(text);
  return new CompactEncrypt(plain)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(await keyOf(secret));
}

/** Decrypts a text. Throws where the secret is not the one it was encrypted with. */
export async function unseal(sealed: string, secret: string): Promise<string> {
  const { plaintext } = await compactDecrypt(sealed, await keyOf(secret));
  return new TextDecoder().decode(plaintext);
}

/** The key of a secret. The secret has 256 random bits, so one digest is enough. It differs from the digest
 *  that is stored. */
async function keyOf(secret: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(`seal ${secret}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
