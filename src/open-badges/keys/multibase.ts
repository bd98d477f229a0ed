import { base58 } from '@scure/base';

/** Multicodec header of an Ed25519 public key. It makes every Multikey begin with `z6Mk`. */
const ED25519_PUBLIC = [0xed, 0x01];
/** Longest text that is decoded. The time grows with the square of the length. */
const LIMIT_CHARACTERS = 256;

/** Bytes → multibase `z` = base58btc (Controlled Identifiers 1.0 §2.4), the only base of eddsa-rdfc-2022 and
 *  Multikey. */
export function toMultibase(bytes: Uint8Array): string {
  return `z${base58.encode(bytes)}`;
}

/** `z` + base58btc → bytes; undefined for any other text. */
export function fromMultibase(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!text.startsWith('z') || text.length > LIMIT_CHARACTERS) return undefined;
  try {
    return new Uint8Array(base58.decode(text.slice(1)));
  } catch {
    return undefined;
  }
}

/** Raw 32 bytes of an Ed25519 public key → Multikey text `z6Mk…`. */
export function toEd25519Multikey(publicKey: Uint8Array): string {
  return toMultibase(new Uint8Array([...ED25519_PUBLIC, ...publicKey]));
}

/** Multikey text `z6Mk…` → raw 32 bytes; undefined if the key is of another kind or damaged. */
export function fromEd25519Multikey(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = fromMultibase(text);
  const isEd25519 = bytes?.length === 34 && ED25519_PUBLIC.every((byte, at) => bytes[at] === byte);
  return isEd25519 ? bytes.slice(2) : undefined;
}
