import { type CompactRange, withSubtree } from './compact-range.ts';
import { type Hash, nodeHash, splitOf, treeHash } from './hash-tree.ts';

/** Number of hashes in a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
/** Number of levels of the binary tree that one level of tiles covers. */
const TILE_HEIGHT = 8;

/** A tile: hashes of neighbouring subtrees of 256^level entries each. */
export interface Tile {
  readonly level: number;
  /** Place within the level, from 0. */
  readonly number: number;
  /** From 1 to 256 hashes. A tile with fewer than 256 is partial. */
  readonly hashes: readonly Hash[];
}

/** Reads the first `width` hashes of a tile. */
export type ReadTile = (level: number, number: number, width: number) => Promise<readonly Hash[]>;

/** Adds entries, given by their hashes, at the end of a tree of `size` entries. Returns every tile that
 *  changed, with all its hashes. The partial tiles of the tree must be given. */
export function appendToTiles(
  size: number,
  partial: readonly Tile[],
  leaves: readonly Hash[],
): readonly Tile[] {
  const changed: Tile[] = [];
  let added = leaves;
  for (let level = 0, before = size; added.length > 0; level += 1, before = Math.floor(before / TILE_WIDTH)) {
    const known = partial.find((tile) => tile.level === level);
    const width = before % TILE_WIDTH;
    if ((known?.hashes.length ?? 0) !== width)
      throw new TypeError(`the partial tile of level ${level} is missing`);
    const hashes = [...(known?.hashes ?? []), ...added];
    const first = Math.floor(before / TILE_WIDTH);
    const tiles: Tile[] = [];
    for (let at = 0; at < hashes.length; at += TILE_WIDTH) {
      tiles.push({ level, number: first + at / TILE_WIDTH, hashes: hashes.slice(at, at + TILE_WIDTH) });
    }
    changed.push(...tiles);
    added = tiles.filter((tile) => tile.hashes.length === TILE_WIDTH).map((tile) => treeHash(tile.hashes));
  }
  return changed;
}

/** The partial tiles of a tree by level, number and width. A level that has only full tiles is left out. */
export function partialTilesOf(size: number): readonly { level: number; number: number; width: number }[] {
  const partial = [];
  for (let level = 0, rest = size; rest > 0; level += 1, rest = Math.floor(rest / TILE_WIDTH)) {
    const width = rest % TILE_WIDTH;
    if (width > 0) partial.push({ level, number: Math.floor(rest / TILE_WIDTH), width });
  }
  return partial;
}

/** The root of a tree of `size` entries, computed from its tiles. */
export function rootFromTiles(size: number, read: ReadTile): Promise<Hash> {
  return size === 0 ? Promise.resolve(treeHash([])) : rangeHash(read, 0, size);
}

/** The inclusion proof of an entry (RFC 6962 §2.1.1), from its neighbour upwards. */
export async function pathFromTiles(index: number, size: number, read: ReadTile): Promise<readonly Hash[]> {
  const path: Hash[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(await rangeHash(read, middle, to));
      to = middle;
    } else {
      path.push(await rangeHash(read, from, middle));
      from = middle;
    }
  }
  return path.toReversed();
}

/** The range extended up to a size, with hashes from the tiles. */
export async function extendFromTiles(
  range: CompactRange,
  size: number,
  read: ReadTile,
): Promise<CompactRange> {
  let grown = range;
  while (grown.size < size) {
    let height = 0;
    while (grown.size % 2 ** (height + 1) === 0 && grown.size + 2 ** (height + 1) <= size) height += 1;
    grown = withSubtree(grown, await completeHash(read, grown.size, height), 2 ** height);
  }
  return grown;
}

/** The hash of the entries from `from` up to `to`, excluded. `from` must be a multiple of the number of
 *  entries, rounded up to a power of two. */
async function rangeHash(read: ReadTile, from: number, to: number): Promise<Hash> {
  const size = to - from;
  const height = Math.log2(size);
  if (Number.isInteger(height)) return completeHash(read, from, height);
  const middle = from + splitOf(size);
  return nodeHash(await rangeHash(read, from, middle), await rangeHash(read, middle, to));
}

/** The hash of a complete subtree of 2^height entries, from the highest level of tiles that has hashes of
 *  it. */
async function completeHash(read: ReadTile, from: number, height: number): Promise<Hash> {
  const level = Math.floor(height / TILE_HEIGHT);
  const unit = TILE_WIDTH ** level;
  const first = from / unit;
  const count = 2 ** (height % TILE_HEIGHT);
  const at = first % TILE_WIDTH;
  const hashes = await read(level, Math.floor(first / TILE_WIDTH), at + count);
  return treeHash(hashes.slice(at, at + count));
}

const PATH = /^(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The address of a tile or of a bundle of entries, below `/tile/`. */
export interface TilePath {
  /** Undefined for a bundle of entries. */
  readonly level: number | undefined;
  readonly number: number;
  readonly width: number;
}

/** Reads `entries` or the level, then the number in groups of three digits, then `.p/` and the width of a
 *  partial tile (C2SP tlog-tiles, Merkle Tree). Undefined for any other text, so that each tile has only one
 *  address. */
export function parseTilePath(text: string): TilePath | undefined {
  const [, kind, digits, partial] = PATH.exec(text) ?? [];
  if (kind === undefined || digits === undefined) return undefined;
  const number = Number(digits.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const isOne = Number.isSafeInteger(number) && (partial === undefined || width < TILE_WIDTH);
  const path = { level: kind === 'entries' ? undefined : Number(kind), number, width };
  return isOne && tilePath(path) === text ? path : undefined;
}

/** The path of a tile or bundle, as `parseTilePath` reads it. */
export function tilePath({ level, number, width }: TilePath): string {
  const groups = String(number)
    .padStart(Math.ceil(String(number).length / 3) * 3, '0')
    .match(/\d{3}/g) as string[];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `${level ?? 'entries'}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}
