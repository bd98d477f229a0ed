import { hex } from '@scure/base';
import { fromBase64Url } from '../../../openbadges/base64url.ts';
import { textOf } from '../../../openbadges/json-value.ts';
import type { PublicMaterial } from './public-material.ts';

/** The y coordinates of the points of small order on Edwards25519, without the bit of the sign. For such a
 *  key, one signature fits every text (RFC 8032 §5.1.7 leaves the check to the application). */
const SMALL_ORDER: readonly Uint8Array[] = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
].map(hex.decode);
/** RFC 7518 §3.3. */
const LEAST_RSA_BITS = 2048;

/** Why anybody can sign with this key; undefined where only its owner can. */
export function whyWeak({ jwk, publicKey }: PublicMaterial): string | undefined {
  if (publicKey?.curve === 'Ed25519' && isSmall(publicKey.bytes)) return 'the key is a point of small order';
  if (jwk['kty'] !== 'RSA') return undefined;
  const [modulus, exponent] = [bytesOf(textOf(jwk, 'n')), bytesOf(textOf(jwk, 'e'))];
  if (bitsOf(modulus) < LEAST_RSA_BITS) return 'the key is shorter than 2,048 bits';
  const last = exponent.at(-1) ?? 0;
  // With the exponent 1, a signature is the text itself.
  const isOdd = last % 2 === 1 && !(exponent.length === 1 && last === 1);
  return isOdd ? undefined : 'the exponent of the key is 1 or even';
}

function isSmall(bytes: Uint8Array): boolean {
  const byteOf = (at: number) => (bytes[at] ?? 0) & (at === 31 ? 0x7f : 0xff);
  // A coordinate from the modulus on is a second spelling of a small one.
  const isBeyond =
    byteOf(0) >= 0xed && bytes.every((_, at) => at === 0 || byteOf(at) === (at === 31 ? 0x7f : 0xff));
  return isBeyond || SMALL_ORDER.some((y) => y.every((byte, at) => byte === byteOf(at)));
}

function bitsOf(number: Uint8Array): number {
  return number.length * 8 - Math.clz32(number[0] ?? 0) + 24;
}

/** The bytes of a number without leading zeros; none where it cannot be read. */
function bytesOf(text: string | undefined): Uint8Array {
  try {
    const bytes = fromBase64Url(text ?? '');
    const first = bytes.findIndex((byte) => byte !== 0);
    return first === -1 ? new Uint8Array() : bytes.slice(first);
  } catch {
    return new Uint8Array();
  }
}
