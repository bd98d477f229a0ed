import { base58 } from '@scure/base';
import { isJsonObject, type JsonObject, textOf } from '../parsing/json-value.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { fromMultibase } from './multibase.ts';

/** y² = x³ − 3x + b modulo p (FIPS 186-4, appendix D.1.2). Both primes are 3 modulo 4. */
const CURVES = {
  'P-256': {
    sizeBytes: 32,
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    sizeBytes: 48,
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
} as const;

export type Curve = 'Ed25519' | 'P-256' | 'P-384';

/** A public key in the `raw` form of WebCrypto: 32 bytes for Ed25519, else the point `04` ‖ x ‖ y. */
export interface PublicKey {
  readonly curve: Curve;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Multicodec headers of Multikey (Controlled Identifiers 1.0 §2.2.2), each with the length of the key after
 *  it. */
const HEADERS: readonly (readonly [Curve, number, number, number])[] = [
  ['Ed25519', 0xed, 0x01, 32],
  ['P-256', 0x80, 0x24, 33],
  ['P-384', 0x81, 0x24, 49],
];
const COORDINATE_BYTES = { 'P-256': 32, 'P-384': 48 } as const;
/** Longest base58 text of an Ed25519 key. */
const LIMIT_BASE58 = 64;

/** The public key of a verification method, by `publicKeyMultibase`, `publicKeyJwk` or, in documents older
 *  than 2020, `publicKeyBase58`. Undefined if there is no key of a supported kind, or where there are
 *  several of these members: readers would differ in the one they take. */
export function readPublicKey(method: JsonObject): PublicKey | undefined {
  const { publicKeyMultibase, publicKeyJwk, publicKeyBase58 } = method;
  const given = [publicKeyMultibase, publicKeyJwk, publicKeyBase58].filter((one) => one !== undefined);
  if (given.length !== 1) return undefined;
  if (typeof publicKeyMultibase === 'string') return fromMultikey(publicKeyMultibase);
  if (isJsonObject(publicKeyJwk)) return fromJwk(publicKeyJwk);
  return typeof publicKeyBase58 === 'string' && textOf(method, 'type') === 'Ed25519VerificationKey2018'
    ? fromBase58(publicKeyBase58)
    : undefined;
}

/** The x coordinate of the key of a verification method, or the whole of an Ed25519 key, in base64url. Equal keys
 *  have equal ones, and reading it takes microseconds: the point of a Multikey takes a millisecond. */
export function readAbscissa(method: JsonObject): string | undefined {
  const { publicKeyMultibase } = method;
  if (typeof publicKeyMultibase === 'string') {
    const { curve, material } = readMultikey(publicKeyMultibase) ?? {};
    return material && toBase64Url(curve === 'Ed25519' ? material : material.slice(1));
  }
  const key = readPublicKey(method);
  return key && textOf(toJwk(key), 'x');
}

/** The keys that were read last, because the point of one takes a millisecond, and a document may describe it under
 *  thousands of names. */
const keys = new Map<string, PublicKey | undefined>();
const MOST_KEYS = 64;

/** The key of a Multikey text (`z6Mk…`, `zDn…`, `z82…`). */
export function fromMultikey(text: string): PublicKey | undefined {
  const written = readMultikey(text);
  if (!written || keys.has(text)) return keys.get(text);
  if (keys.size >= MOST_KEYS) keys.clear();
  const { curve, material } = written;
  const bytes = curve === 'Ed25519' ? material : expandPoint(curve, material);
  keys.set(text, bytes && { curve, bytes });
  return keys.get(text);
}

/** A Multikey as it is written. The point of an elliptic curve is compressed there. */
interface Multikey {
  readonly curve: Curve;
  readonly material: Uint8Array<ArrayBuffer>;
}

function readMultikey(text: string): Multikey | undefined {
  const bytes = fromMultibase(text);
  const header = HEADERS.find(([, first, second]) => bytes?.[0] === first && bytes[1] === second);
  if (bytes === undefined || header === undefined) return undefined;
  const [curve, , , size] = header;
  const material = bytes.slice(2);
  return material.length === size ? { curve, material } : undefined;
}

/** The key in a JWK of one of the three curves (RFC 7518 §6.2, RFC 8037 §2). */
function fromJwk(jwk: JsonObject): PublicKey | undefined {
  const curve = textOf(jwk, 'crv');
  const x = decode(textOf(jwk, 'x'));
  if (x === undefined) return undefined;
  if (curve === 'Ed25519') {
    return jwk['kty'] === 'OKP' && x.length === 32 ? { curve, bytes: x } : undefined;
  }
  if ((curve !== 'P-256' && curve !== 'P-384') || jwk['kty'] !== 'EC') return undefined;
  const y = decode(textOf(jwk, 'y'));
  const size = COORDINATE_BYTES[curve];
  if (x.length !== size || y?.length !== size) return undefined;
  const bytes = new Uint8Array(1 + 2 * size);
  bytes.set([4]);
  bytes.set(x, 1);
  bytes.set(y, 1 + size);
  return { curve, bytes };
}

export function toJwk({ curve, bytes }: PublicKey): JsonObject {
  if (curve === 'Ed25519') return { kty: 'OKP', crv: curve, x: toBase64Url(bytes) };
  const size = COORDINATE_BYTES[curve];
  const [x, y] = [bytes.slice(1, 1 + size), bytes.slice(1 + size)];
  return { kty: 'EC', crv: curve, x: toBase64Url(x), y: toBase64Url(y) };
}

function fromBase58(text: string): PublicKey | undefined {
  if (text.length > LIMIT_BASE58) return undefined;
  try {
    const bytes = new Uint8Array(base58.decode(text));
    return bytes.length === 32 ? { curve: 'Ed25519', bytes } : undefined;
  } catch {
    return undefined;
  }
}

function decode(text: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  try {
    return text === undefined ? undefined : fromBase64Url(text);
  } catch {
    return undefined;
  }
}

/** The point of a compressed public key (SEC 1 §2.3.4), written as `04` ‖ x ‖ y, which every WebCrypto can
 *  import. Undefined if the bytes are not a point of the curve. */
function expandPoint(
  curve: keyof typeof CURVES,
  compressed: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  const { sizeBytes, p, b } = CURVES[curve];
  const [sign] = compressed;
  if (compressed.length !== sizeBytes + 1 || (sign !== 2 && sign !== 3)) return undefined;
  const x = toNumber(compressed.subarray(1));
  if (x >= p) return undefined;
  const square = (x * x * x - 3n * x + b) % p;
  const wanted = (square + p) % p;
  const root = power(wanted, (p + 1n) / 4n, p);
  if ((root * root) % p !== wanted) return undefined;
  const y = (root & 1n) === BigInt(sign & 1) ? root : p - root;
  const point = new Uint8Array(1 + 2 * sizeBytes);
  point[0] = 4;
  point.set(compressed.subarray(1), 1);
  point.set(toBytes(y, sizeBytes), 1 + sizeBytes);
  return point;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let factor = base;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function toBytes(number: bigint, sizeBytes: number): Uint8Array {
  return Uint8Array.from({ length: sizeBytes }, (_, at) =>
    Number((number >> BigInt(8 * (sizeBytes - 1 - at))) & 0xffn),
  );
}
