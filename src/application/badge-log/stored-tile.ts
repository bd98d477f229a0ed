import { base64 } from '@scure/base';
import type { LogTile } from '../../domain/badge-log/badge-log.ts';
import { HASH_BYTES, type Hash } from '../../openbadges/log/hash-tree.ts';
import type { ReadTile, Tile } from '../../openbadges/log/tiles.ts';
import type { Store } from '../ports.ts';

/** The tile in the form in which the store keeps it. */
export function toLogTile({ level, number, hashes }: Tile): LogTile {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [at, hash] of hashes.entries()) bytes.set(hash, at * HASH_BYTES);
  return { level, number, width: hashes.length, hashes: base64.encode(bytes) };
}

/** The hashes of the tile as bytes, one after the other. */
export function bytesOfTile({ hashes }: LogTile): Uint8Array<ArrayBuffer> {
  return new Uint8Array(base64.decode(hashes));
}

/** The hashes in the bytes of a tile. */
export function hashesOf(bytes: Uint8Array): readonly Hash[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) =>
    bytes.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

/** Reads tiles from the store, each once. Throws where a tile is missing that a log of this size must
 *  have. */
export function makeTileReader({ readLogTile }: Store): ReadTile {
  const read = new Map<string, Promise<readonly Hash[]>>();
  const readWhole = async (level: number, number: number) => {
    const tile = await readLogTile(level, number);
    return tile ? hashesOf(bytesOfTile(tile)) : [];
  };
  return async (level, number, width) => {
    const name = `${level}/${number}`;
    const reading = read.get(name) ?? readWhole(level, number);
    read.set(name, reading);
    const hashes = await reading;
    if (hashes.length < width) throw new Error(`the log lacks ${width} hashes of tile ${name}`);
    return hashes.slice(0, width);
  };
}
