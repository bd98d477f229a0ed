import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { bech32 } from '@scure/base';

/** The keys of age's native recipients, X25519 (https://age-encryption.org/v1, “The X25519 recipient type”). */
const PUBLIC_PREFIX = 'age';
const SECRET_PREFIX = 'age-secret-key-';
const KEY_BYTES = 32;

/** What stands before the 32 bytes of an X25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The public key of a recipient `age1…`; undefined where the text is none. */
export function parseRecipient(text: string): KeyObject | undefined {
  const bytes = decode(text, PUBLIC_PREFIX);
  return bytes && toPublicKey(bytes);
}

/** The private keys of an identity file: one `AGE-SECRET-KEY-1…` a line, comments left out. */
export function parseIdentities(text: string): readonly KeyObject[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const bytes = decode(line.trim().toLowerCase(), SECRET_PREFIX);
    if (!bytes) return [];
    const key = Buffer.concat([PKCS8_HEAD, bytes]);
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  });
}

/** A new identity, as the text of its file, and its recipient. */
export function makeIdentity(): { readonly recipient: string; readonly file: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const recipient = bech32.encodeFromBytes(PUBLIC_PREFIX, rawOf(publicKey));
  const bytes = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES);
  const secret = bech32.encodeFromBytes(SECRET_PREFIX, bytes).toUpperCase();
  return { recipient, file: `# public key: ${recipient}\n${secret}\n` };
}

/** The 32 bytes of a public key. */
export function rawOf(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

export function toPublicKey(bytes: Uint8Array): KeyObject {
  const x = Buffer.from(bytes).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
}

function decode(text: string, prefix: string): Uint8Array | undefined {
  const decoded = bech32.decodeUnsafe(text);
  const bytes = decoded?.prefix === prefix ? bech32.fromWordsUnsafe(decoded.words) : undefined;
  return bytes && bytes.length === KEY_BYTES ? bytes : undefined;
}
