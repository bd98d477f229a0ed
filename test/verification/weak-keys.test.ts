import { ed25519 } from '@noble/curves/ed25519';
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../src/open-badges/keys/base64url.ts';
import { toEd25519Multikey } from '../../src/open-badges/keys/multibase.ts';
import { findKeyError } from '../../src/open-badges/keys/rejection.ts';
import { publicRsa, RSA_KEYS, testKey } from '../support/credential-signing.ts';
import { NOW } from '../support/fixtures/credentials.ts';

const AT = Date.parse(NOW);
const P = 2n ** 255n - 19n;
const { Point } = ed25519;

/** The point of order 8 that arithmetic gives: a point of the curve, times the order of the large subgroup. */
function torsionPoint(): InstanceType<typeof Point> {
  for (let y = 2n; y < 200n; y += 1n) {
    try {
      const point = Point.fromHex(littleEndian(y), true);
      const small = point.multiplyUnsafe(Point.Fn.ORDER - 1n).add(point);
      if (!small.multiplyUnsafe(4n).is0()) return small;
    } catch {
      // No point has this coordinate.
    }
  }
  throw new Error('no point of order 8');
}

function littleEndian(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 0xffn));
}

const withSign = (y: bigint, sign: 0 | 1) => littleEndian(y | (BigInt(sign) << 255n));

const small = (() => {
  const point = torsionPoint();
  return Array.from({ length: 8 }, (_, times) =>
    times === 0 ? Point.ZERO : point.multiplyUnsafe(BigInt(times)),
  );
})();
/** Every spelling of the eight points: with either sign, and from the modulus on where the number has room. */
const SPELLINGS = [...new Set(small.map((point) => point.toAffine().y))].flatMap((y) =>
  [y, y + P].filter((one) => one < 2n ** 255n).flatMap((one) => [withSign(one, 0), withSign(one, 1)]),
);

const errorOf = (bytes: Uint8Array) => findKeyError({ publicKeyMultibase: toEd25519Multikey(bytes) }, AT);
const jwkErrorOf = (bytes: Uint8Array) =>
  findKeyError({ kty: 'OKP', crv: 'Ed25519', x: toBase64Url(bytes) }, AT);

/** Whether the equation of RFC 8032 §5.1.7 holds for a signature that no key made: R is the base point and a
 *  small one, and S is 1. Some runtimes check no more than the equation. */
function forgedFor(key: Uint8Array): boolean {
  const texts = Array.from({ length: 64 }, (_, at) => new TextEncoder().encode(`text ${at}`));
  return small.some((point) => {
    const signature = Uint8Array.from([...Point.BASE.add(point).toRawBytes(), ...littleEndian(1n)]);
    return texts.some((text) => ed25519.verify(signature, text, key, { zip215: true }));
  });
}

describe('a key with which anybody signs is refused, whatever document describes it', () => {
  it('has eight points of small order, in fourteen spellings', () => {
    expect(new Set(small.map((point) => point.toHex())).size).toBe(8);
    expect(SPELLINGS).toHaveLength(14);
  });

  it.each(SPELLINGS.map((bytes) => [Buffer.from(bytes).toString('hex'), bytes] as const))(
    'the point %s',
    (_, bytes) => {
      expect(errorOf(bytes)).toBe('the key is a point of small order');
      expect(jwkErrorOf(bytes)).toBe('the key is a point of small order');
    },
  );

  it('for each of the eight points the equation accepts a signature that no key made', () => {
    expect(small.map((point) => forgedFor(point.toRawBytes()))).toEqual(Array(8).fill(true));
  });

  it('every number from the modulus on', () => {
    for (let y = P; y < 2n ** 255n; y += 1n)
      for (const sign of [0, 1] as const) expect(errorOf(withSign(y, sign))).toBeDefined();
  });

  it('but no key that someone holds', () => {
    for (let byte = 1; byte < 200; byte += 1)
      expect(findKeyError({ publicKeyMultibase: testKey(byte).publicKeyMultibase }, AT)).toBeUndefined();
  });
});

describe('an RSA key', () => {
  const rsa = (changes: object) => findKeyError({ ...publicRsa(RSA_KEYS.active), ...changes }, AT);
  const bytes = (...list: readonly number[]) => toBase64Url(Uint8Array.from(list));

  it.each([
    ['1', bytes(1)],
    ['1 after zeros', bytes(0, 0, 1)],
    ['0', bytes(0)],
    ['2', bytes(2)],
    ['65,536', bytes(1, 0, 0)],
    ['nothing', ''],
  ])('is refused with the exponent %s', (_, e) => {
    expect(rsa({ e })).toBeDefined();
  });

  it.each([
    ['3', bytes(3)],
    ['65,537', bytes(1, 0, 1)],
    ['257', bytes(1, 1)],
  ])('is taken with the exponent %s', (_, e) => {
    expect(rsa({ e })).toBeUndefined();
  });

  it.each([
    ['2,048 bits', 0x80, undefined],
    ['2,047 bits', 0x7f, 'the key is shorter than 2,048 bits'],
    ['2,041 bits', 0x01, 'the key is shorter than 2,048 bits'],
    ['2,040 bits', 0x00, 'the key is shorter than 2,048 bits'],
  ] as const)('of %s', (_, first, error) => {
    expect(rsa({ n: toBase64Url(new Uint8Array(256).fill(0xff).with(0, first)) })).toBe(error);
  });
});
