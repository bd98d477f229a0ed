import { type Hash, nodeHash, treeHash } from './hash-tree.ts';

/** The part of a tree that is needed to add entries at its end: the hashes of its complete subtrees, the
 *  largest first. There is one for each binary digit 1 of the size. */
export interface CompactRange {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

/** A tree without entries. */
export const EMPTY_RANGE: CompactRange = { size: 0, hashes: [] };

/** The range after one more entry with this hash. */
export function withLeaf(range: CompactRange, leaf: Hash): CompactRange {
  return withSubtree(range, leaf, 1);
}

/** The range after a complete subtree of `entries` entries, a power of two that divides the size. */
export function withSubtree({ size, hashes }: CompactRange, root: Hash, entries: number): CompactRange {
  const saved = [...hashes];
  let hash = root;
  for (let rest = size / entries; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = saved.pop();
    if (left === undefined) throw new TypeError('a range has a hash for each digit of its size');
    hash = nodeHash(left, hash);
  }
  return { size: size + entries, hashes: [...saved, hash] };
}

/** The root of the tree (RFC 6962 §2.1). */
export function rootOfRange({ hashes }: CompactRange): Hash {
  const [last, ...others] = hashes.toReversed();
  if (last === undefined) return treeHash([]);
  return others.reduce((right, left) => nodeHash(left, right), last);
}
