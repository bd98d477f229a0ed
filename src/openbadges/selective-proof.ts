import { fromBase64Url, toBase64Url } from './base64url.ts';

/** What a derived `ecdsa-sd-2023` proof consists of (Data Integrity ECDSA Cryptosuites 1.0 §3.5.7). */
export interface DerivedProof {
  /** By the issuer, over the options, the key of this credential, and the lines that always stand. */
  readonly baseSignature: Uint8Array<ArrayBuffer>;
  /** Multikey bytes of a P-256 key that signed this credential's other lines, one by one. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly signatures: readonly Uint8Array<ArrayBuffer>[];
  /** The label that the issuer gave to a blank node, by its number in the canonical form. */
  readonly labels: ReadonlyMap<number, string>;
  /** Places of the lines that always stand, among the sorted lines. */
  readonly mandatoryIndexes: readonly number[];
}

/** Beginning of a derived proof's value, and of a base proof's, which only its holder may read. */
const DERIVED = [0xd9, 0x5d, 0x01] as const;
export const BASE_PROOF_BEGINS = 'u2V0A';
const SIGNATURE_BYTES = 64;
const LABEL_BYTES = 32;
/** Lines that are signed one by one, at most: each costs a signature. A badge has some 80. */
const MOST_SIGNATURES = 2000;

/** Reads the value of a derived proof; undefined where it is none. */
export function readDerivedProof(proofValue: string): DerivedProof | undefined {
  try {
    const bytes = proofValue.startsWith('u') ? fromBase64Url(proofValue.slice(1)) : new Uint8Array();
    if (DERIVED.some((byte, at) => bytes[at] !== byte)) return undefined;
    return toProof(readCbor(bytes.subarray(DERIVED.length)));
  } catch {
    return undefined;
  }
}

function toProof(value: Cbor): DerivedProof | undefined {
  if (!Array.isArray(value) || value.length !== 5) return undefined;
  const [baseSignature, publicKey, signatures, labelMap, indexes] = value;
  const isSignature = (one: unknown) => isBytes(one) && one.length === SIGNATURE_BYTES;
  if (!isSignature(baseSignature) || !isBytes(publicKey) || !Array.isArray(signatures)) return undefined;
  if (!signatures.every(isSignature) || signatures.length > MOST_SIGNATURES) return undefined;
  if (!(labelMap instanceof Map) || !Array.isArray(indexes)) return undefined;
  if (!indexes.every((index) => typeof index === 'number')) return undefined;
  const labels = new Map<number, string>();
  for (const [number, label] of labelMap) {
    if (!isBytes(label) || label.length !== LABEL_BYTES) return undefined;
    labels.set(number, `u${toBase64Url(label)}`);
  }
  // One label for two nodes would let the holder say of two things what was signed of one.
  if (new Set(labels.values()).size < labels.size) return undefined;
  return {
    baseSignature: baseSignature as Uint8Array<ArrayBuffer>,
    publicKey,
    signatures: signatures as Uint8Array<ArrayBuffer>[],
    labels,
    mandatoryIndexes: indexes as number[],
  };
}

type Cbor = number | Uint8Array<ArrayBuffer> | readonly Cbor[] | ReadonlyMap<number, Cbor>;

/** The part of CBOR (RFC 8949) that the suite uses: unsigned integers, byte strings, arrays, and maps whose
 *  keys are integers, all of definite length. Throws for anything else, and for bytes that are left over. */
function readCbor(bytes: Uint8Array<ArrayBuffer>): Cbor {
  let at = 0;
  const take = (count: number): Uint8Array<ArrayBuffer> => {
    if (at + count > bytes.length) throw new RangeError('CBOR ends early');
    at += count;
    return bytes.slice(at - count, at);
  };
  const readCount = (small: number): number => {
    if (small < 24) return small;
    if (small > 26) throw new RangeError('CBOR length is not read');
    return take(2 ** (small - 24)).reduce((number, byte) => number * 256 + byte, 0);
  };
  const readItem = (levels: number): Cbor => {
    const [head = 0] = take(1);
    const count = readCount(head & 0x1f);
    const inner = () => {
      if (levels === 0) throw new RangeError('CBOR is too deep');
      return readItem(levels - 1);
    };
    switch (head >> 5) {
      case 0:
        return count;
      case 2:
        return take(count);
      case 4:
        return readList(count, inner);
      case 5:
        return readMap(count, inner);
      default:
        throw new RangeError('CBOR type is not read');
    }
  };
  const value = readItem(2);
  if (at !== bytes.length) throw new RangeError('CBOR is followed by other bytes');
  return value;
}

function readList(count: number, readItem: () => Cbor): readonly Cbor[] {
  const items: Cbor[] = [];
  // Each item takes bytes away, so that a false count ends at the end of the bytes.
  while (items.length < count) items.push(readItem());
  return items;
}

function readMap(count: number, readItem: () => Cbor): ReadonlyMap<number, Cbor> {
  const map = new Map<number, Cbor>();
  for (let left = count; left > 0; left -= 1) {
    const key = readItem();
    if (typeof key !== 'number' || map.has(key)) throw new RangeError('CBOR map has an odd key');
    map.set(key, readItem());
  }
  return map;
}

function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array;
}
