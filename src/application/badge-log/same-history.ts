import type { Checkpoint } from '../../openbadges/log/checkpoint.ts';
import { EMPTY_RANGE, rootOfRange } from '../../openbadges/log/compact-range.ts';
import { isSameHash } from '../../openbadges/log/hash-tree.ts';
import { extendFromTiles, type ReadTile, TILE_WIDTH, tilePath } from '../../openbadges/log/tiles.ts';
import { type MonitorState, toRange } from './monitor-log.ts';
import { hashesOf } from './stored-tile.ts';

/** Whether another signed checkpoint belongs to the same history as the log that was followed: the smaller
 *  tree must be the beginning of the larger one. The hashes are read from the log and checked against both
 *  roots. */
export async function isSameHistory(
  state: MonitorState,
  { origin, size, root }: Checkpoint,
  read: ReadTile,
): Promise<boolean> {
  if (origin !== state.origin) return false;
  const followed = toRange(state);
  if (size >= followed.size) {
    return isSameHash(rootOfRange(await extendFromTiles(followed, size, read)), root);
  }
  const beginning = await extendFromTiles(EMPTY_RANGE, size, read);
  if (!isSameHash(rootOfRange(beginning), root)) return false;
  const whole = await extendFromTiles(beginning, followed.size, read);
  return isSameHash(rootOfRange(whole), rootOfRange(followed));
}

/** Reads the tiles of a log with `size` entries from its published files. Each file is read once, at its full
 *  width. */
export function makePublishedTiles(size: number, read: (path: string) => Promise<Uint8Array>): ReadTile {
  const known = new Map<string, Promise<Uint8Array>>();
  return async (level, number, width) => {
    const whole = Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** level) - number * TILE_WIDTH);
    const path = `tile/${tilePath({ level, number, width: Math.max(width, whole) })}`;
    const reading = known.get(path) ?? read(path);
    known.set(path, reading);
    return hashesOf(await reading).slice(0, width);
  };
}
