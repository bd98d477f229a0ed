import { DomainError } from '../domain/errors.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The 32 bytes of an Ed25519 public key written as a Multikey, `z6Mk…` (base58btc of ed 01 + key; Controlled
 *  Identifiers §2.2.2). Throws `key-unreadable` for anything else. */
export function ed25519FromMultibase(multibase: string): Uint8Array {
  const bytes = multibase.startsWith('z') ? fromBase58(multibase.slice(1)) : undefined;
  if (bytes?.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01) {
    throw new DomainError('key-unreadable', { reason: 'not an Ed25519 Multikey' });
  }
  return bytes.subarray(2);
}

function fromBase58(text: string): Uint8Array | undefined {
  let value = 0n;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 58n + BigInt(digit);
  }
  const hex = value.toString(16);
  const pairs = (hex.length % 2 === 1 ? `0${hex}` : hex).match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}
