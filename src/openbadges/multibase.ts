/** Multibase `z` = base58btc (Controlled Identifiers 1.0 §2.4); the only base that eddsa-rdfc-2022 and Multikey use. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Multicodec header of an Ed25519 public key: what makes a Multikey begin with `z6Mk`. */
const ED25519_PUBLIC = [0xed, 0x01];
/** Longest text that is decoded: the work grows with the square of the length. */
const LIMIT_CHARACTERS = 256;

/** Bytes → `z` + base58btc. */
export function toMultibase(bytes: Uint8Array): string {
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let at = 0; at < digits.length; at += 1) {
      carry += (digits[at] ?? 0) * 256;
      digits[at] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58);
  }
  const zeros = leading(bytes, 0);
  return `z${'1'.repeat(zeros)}${digits
    .reverse()
    .map((digit) => ALPHABET[digit])
    .join('')}`;
}

/** `z` + base58btc → bytes; undefined for any other text. */
export function fromMultibase(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!text.startsWith('z') || text.length > LIMIT_CHARACTERS) return undefined;
  const values = [...text.slice(1)].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return undefined;
  const bytes: number[] = [];
  for (const value of values) {
    let carry = value;
    for (let at = 0; at < bytes.length; at += 1) {
      carry += (bytes[at] ?? 0) * 58;
      bytes[at] = carry % 256;
      carry = Math.floor(carry / 256);
    }
    for (; carry > 0; carry = Math.floor(carry / 256)) bytes.push(carry % 256);
  }
  return new Uint8Array([...Array<number>(leading(values, 0)).fill(0), ...bytes.reverse()]);
}

function leading(values: ArrayLike<number>, wanted: number): number {
  let count = 0;
  while (count < values.length && values[count] === wanted) count += 1;
  return count;
}

/** Raw 32 bytes of an Ed25519 public key → Multikey text `z6Mk…`. */
export function toEd25519Multikey(publicKey: Uint8Array): string {
  return toMultibase(new Uint8Array([...ED25519_PUBLIC, ...publicKey]));
}

/** Multikey text `z6Mk…` → raw 32 bytes; undefined where it is a key of another kind or damaged. */
export function fromEd25519Multikey(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = fromMultibase(text);
  const isEd25519 = bytes?.length === 34 && ED25519_PUBLIC.every((byte, at) => bytes[at] === byte);
  return isEd25519 ? bytes.slice(2) : undefined;
}
