import { CompactEncrypt, compactDecrypt } from 'jose';

/** A text that only who knows the secret can read again: the secret itself is kept nowhere. JWE, `dir` with
 *  A256GCM. */
export async function seal(text: string, secret: string): Promise<string> {
  const plain = new TextEncoder().encode(text);
  return new CompactEncrypt(plain)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(await keyOf(secret));
}

/** Throws where the secret is another one. */
export async function unseal(sealed: string, secret: string): Promise<string> {
  const { plaintext } = await compactDecrypt(sealed, await keyOf(secret));
  return new TextDecoder().decode(plaintext);
}

/** The secret has 256 random bits, so one digest is enough. It differs from the digest that is stored. */
async function keyOf(secret: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(`seal ${secret}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
