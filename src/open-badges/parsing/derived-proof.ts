import { fromBase64Url, toBase64Url } from '../keys/base64url.ts';

/** The parts of a derived `ecdsa-sd-2023` proof (Data Integrity ECDSA Cryptosuites 1.0 §3.5.7). */
export interface DerivedProof {
  /** The issuer's signature over the options, the key of this credential, and the mandatory lines. */
  readonly baseSignature: Uint8Array<ArrayBuffer>;
  /** Multikey bytes of a P-256 key, made for this credential, that signed its other lines one by one. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly signatures: readonly Uint8Array<ArrayBuffer>[];
  /** The label that the issuer gave to a blank node, by its number in the canonical form. */
  readonly labels: ReadonlyMap<number, string>;
  /** Places of the mandatory lines among the sorted lines. */
  readonly mandatoryIndexes: readonly number[];
}

/** First bytes of the value of a derived proof. */
const DERIVED = [0xd9, 0x5d, 0x01] as const;
/** First characters of the value of a base proof, which is meant for the holder alone. */
export const BASE_PROOF_BEGINS = 'u2V0A';
const SIGNATURE_BYTES = 64;
const LABEL_BYTES = 32;
/** The most lines that are signed one by one, because each costs a verification. A badge has some 80. */
const MOST_SIGNATURES = 2000;

/** Reads the value of a derived proof; undefined if it is not one. */
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
  // With one label for two nodes, the holder could apply a signed statement about one node to the other.
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

/** The part of CBOR (RFC 8949) that the suite uses: unsigned integers, byte strings, arrays, and maps with
 *  integer keys, all of definite length. Throws for anything else, and for trailing bytes. */
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
  // Each item uses up bytes, so that reading a false count stops at the end of the bytes.
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
