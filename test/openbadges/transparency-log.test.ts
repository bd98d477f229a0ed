import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleOf, formatLogEntry, parseLogEntry, readBundle } from '../../src/issuing/log-entry.ts';
import { EMPTY_RANGE, rootOfRange, withLeaf } from '../../src/open-badges/transparency-log/compact-range.ts';
import {
  type Hash,
  isSameHash,
  leafHash,
  rootOfInclusion,
  treeHash,
} from '../../src/open-badges/transparency-log/hash-tree.ts';
import { formatLogProof, parseLogProof } from '../../src/open-badges/transparency-log/log-proof.ts';
import {
  appendToTiles,
  parseTilePath,
  partialTilesOf,
  pathFromTiles,
  type ReadTile,
  rootFromTiles,
  type Tile,
  tilePath,
} from '../../src/open-badges/transparency-log/tiles.ts';

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The entries and roots in the tests of Certificate Transparency (RFC 6962, certificate-transparency
 *  repository, merkle tree tests). */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leaves = (count: number): Hash[] =>
  Array.from({ length: count }, (_, at) => leafHash(new TextEncoder().encode(`entry ${at}`)));

/** A log that grew in steps of these sizes, of which only the tiles are kept. */
function growLog(steps: readonly number[]) {
  const all = leaves(steps.reduce((sum, step) => sum + step, 0));
  const tiles = new Map<string, Tile>();
  const read: ReadTile = async (level, number, width) => {
    const { hashes } = tiles.get(`${level}/${number}`) as Tile;
    if (hashes.length < width) throw new Error(`tile ${level}/${number} has ${hashes.length} of ${width}`);
    return hashes.slice(0, width);
  };
  let size = 0;
  for (const step of steps) {
    const partial = partialTilesOf(size).map(({ level, number }) => tiles.get(`${level}/${number}`) as Tile);
    for (const tile of appendToTiles(size, partial, all.slice(size, size + step))) {
      tiles.set(`${tile.level}/${tile.number}`, tile);
    }
    size += step;
  }
  return { all, size, read };
}

describe('the tree of the log', () => {
  const published = ENTRIES.map((entry) => leafHash(Buffer.from(entry, 'hex')));

  it('has the roots that Certificate Transparency publishes', () => {
    expect(hexOf(treeHash([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(ROOTS.map((_, at) => hexOf(treeHash(published.slice(0, at + 1))))).toEqual(ROOTS);
  });

  it('has the same root where entries are added one by one', () => {
    const roots: string[] = [];
    let range = EMPTY_RANGE;
    for (const leaf of published) {
      range = withLeaf(range, leaf);
      roots.push(hexOf(rootOfRange(range)));
    }
    expect(roots).toEqual(ROOTS);
  });

  it('keeps root and proofs, however it grew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        async (steps, pick) => {
          const { all, size, read } = growLog(steps);
          const root = treeHash(all);
          expect(hexOf(await rootFromTiles(size, read))).toBe(hexOf(root));
          const index = pick % size;
          const path = await pathFromTiles(index, size, read);
          const leaf = all[index] as Hash;
          const found = rootOfInclusion({ leaf, index, size, path });
          expect(found && hexOf(found)).toBe(hexOf(root));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps the roots of earlier sizes', async () => {
    const { all, read } = growLog([700]);
    for (const size of [1, 255, 256, 257, 511, 512, 513, 699]) {
      expect(hexOf(await rootFromTiles(size, read))).toBe(hexOf(treeHash(all.slice(0, size))));
    }
  });

  it('proves no other entry, index, size or path', async () => {
    const { all, size, read } = growLog([300]);
    const [leaf, other] = [all[77] as Hash, all[78] as Hash];
    const path = await pathFromTiles(77, size, read);
    const root = treeHash(all);
    const proves = (changed: Partial<Parameters<typeof rootOfInclusion>[0]>) => {
      const found = rootOfInclusion({ leaf, index: 77, size, path, ...changed });
      return found !== undefined && isSameHash(found, root);
    };
    expect(proves({})).toBe(true);
    expect(proves({ leaf: other })).toBe(false);
    expect(proves({ index: 78 })).toBe(false);
    expect(proves({ index: 300 })).toBe(false);
    expect(proves({ index: -1 })).toBe(false);
    expect(proves({ index: 0.5 })).toBe(false);
    expect(proves({ size: 78 })).toBe(false);
    expect(proves({ path: path.slice(1) })).toBe(false);
    expect(proves({ path: [...path, root] })).toBe(false);
    expect(proves({ path: path.toReversed() })).toBe(false);
  });
});

describe('the addresses of tiles', () => {
  it.each([
    ['0/000', { level: 0, number: 0, width: 256 }],
    ['0/x001/x234/067', { level: 0, number: 1234067, width: 256 }],
    ['2/005.p/17', { level: 2, number: 5, width: 17 }],
    ['entries/x001/000', { level: undefined, number: 1000, width: 256 }],
    ['entries/000.p/255', { level: undefined, number: 0, width: 255 }],
  ] as const)('reads and writes %s', (text, path) => {
    expect(parseTilePath(text)).toEqual(path);
    expect(tilePath(path)).toBe(text);
  });

  it.each([
    '',
    '0/0',
    '00/000',
    '0/x000/001',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/001/000',
    '-1/000',
    '0/000/',
    '0/x99999/000',
    'entries',
    '0/%30%30%30',
  ])('refuses a tile %s', (text) => {
    expect(parseTilePath(text)).toBeUndefined();
  });
});

describe('the files of the log', () => {
  const badge = { document: 'a'.repeat(64), jws: 'b'.repeat(64) };

  it('are read back, and refused when they are cut short', () => {
    const entry = formatLogEntry(badge);
    expect(parseLogEntry(entry)).toEqual(badge);
    for (const other of [`${entry}\n`, entry.slice(0, -1), entry.replace('v1', 'v2'), entry.toUpperCase()]) {
      expect(parseLogEntry(other)).toBeUndefined();
    }
    const bundle = bundleOf([entry, entry]);
    expect(readBundle(bundle)?.map((bytes) => new TextDecoder().decode(bytes))).toEqual([entry, entry]);
    expect(readBundle(bundle.slice(0, -1))).toBeUndefined();
    expect(readBundle(bundle.slice(0, bundle.length - entry.length - 1))).toBeUndefined();
  });

  it('include proofs, which are read back, and every other text is refused', () => {
    const proof = {
      extra: new TextEncoder().encode('an entry'),
      index: 5,
      path: leaves(3),
      checkpoint: 'note\n',
    };
    const text = formatLogProof(proof);
    expect(text.startsWith('c2sp.org/tlog-proof@v1\nextra YW4gZW50cnk=\nindex 5\n')).toBe(true);
    const read = parseLogProof(text);
    expect(read && formatLogProof(read)).toBe(text);
    const wrong = [
      text.replace('@v1', '@v2'),
      text.replace('index 5', 'index 05'),
      text.replace('index 5', 'index -5'),
      text.replace('extra ', 'extra !'),
      text.replace('index 5\n', 'index 5\nAAAA\n'),
      text.replace('\n\n', '\n'),
      `c2sp.org/tlog-proof@v1\nextra AA==\nindex 5\n${'A'.repeat(43)}=\n`,
    ];
    for (const other of wrong) expect(parseLogProof(other)).toBeUndefined();
  });
});
