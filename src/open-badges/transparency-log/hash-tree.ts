import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** The hash of an entry (RFC 6962 §2.1): SHA-256 over a byte 0 and the entry. */
export function leafHash(entry: Uint8Array): Hash {
  const prefixed = new Uint8Array(1 + entry.length);
  prefixed.set(entry, 1);
  return sha256(prefixed);
}

/** The hash of two neighbouring subtrees (RFC 6962 §2.1): SHA-256 over a byte 1 and both hashes. */
export function nodeHash(left: Hash, right: Hash): Hash {
  const joined = new Uint8Array(1 + 2 * HASH_BYTES);
  joined[0] = 1;
  joined.set(left, 1);
  joined.set(right, 1 + HASH_BYTES);
  return sha256(joined);
}

/** The root of a tree with these hashes (RFC 6962 §2.1, MTH). Without any hash it is the hash of the empty
 *  text. */
export function treeHash(hashes: readonly Hash[]): Hash {
  const [only] = hashes;
  if (only === undefined) return sha256(new Uint8Array());
  if (hashes.length === 1) return only;
  const middle = splitOf(hashes.length);
  return nodeHash(treeHash(hashes.slice(0, middle)), treeHash(hashes.slice(middle)));
}

/** The place where a tree of two or more entries is divided: the largest power of two below its size. */
export function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** An inclusion proof, and the tree for which it is given. */
export interface Inclusion {
  /** Hash of the entry. */
  readonly leaf: Hash;
  /** Place of the entry, from 0. */
  readonly index: number;
  /** Number of entries of the tree. */
  readonly size: number;
  /** Hashes from the entry's neighbour up to a child of the root. */
  readonly path: readonly Hash[];
}

/** The root that follows from an inclusion proof (RFC 9162 §2.1.3.2); undefined if the path has the wrong
 *  length or the entry lies outside of the tree. */
export function rootOfInclusion({ leaf, index, size, path }: Inclusion): Hash | undefined {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size)
    return undefined;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const neighbour of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(neighbour, hash);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, neighbour);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : undefined;
}

/** Whether two hashes have the same bytes. */
export function isSameHash(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
