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

/** The point of a compressed public key (SEC 1 §2.3.4), written as `04` ‖ x ‖ y, which every WebCrypto can
 *  import. Undefined where the bytes are not a point of the curve. */
export function expandPoint(
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
