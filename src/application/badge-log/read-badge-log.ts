import type { LogCheckpoint } from '../../domain/badge-log/badge-log.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import { HASH_BYTES } from '../../openbadges/log/hash-tree.ts';
import { bundleOf, formatLogEntry } from '../../openbadges/log/log-entry.ts';
import { formatLogProof } from '../../openbadges/log/log-proof.ts';
import { pathFromTiles, TILE_WIDTH, type TilePath } from '../../openbadges/log/tiles.ts';
import type { Ports } from '../service-ports.ts';
import { dayToCome, readNewestCheckpoint } from './newest-checkpoint.ts';
import { bytesOfTile, makeTileReader } from './stored-tile.ts';

/** The newest checkpoint of the log; undefined until the first one is signed. */
export const readCheckpoint = (ports: Ports) => (): Promise<LogCheckpoint | undefined> =>
  readNewestCheckpoint(ports);

/** The most checkpoints shown on a page. */
const CHECKPOINTS_AT_ONCE = 366;

/** The last checkpoint of each day up to today, newest first. */
export const readCheckpoints =
  (ports: Ports) =>
  (before?: string): Promise<readonly LogCheckpoint[]> => {
    const end = dayToCome(ports);
    const until = before !== undefined && before < end ? (before as LocalDate) : end;
    return ports.store.readLogCheckpoints(CHECKPOINTS_AT_ONCE, until);
  };

/** The bytes of a tile or of a bundle of entries. Undefined where the log has no such tile, or a narrower one
 *  than was asked for. */
export const readLogResource =
  ({ store }: Ports) =>
  async ({ level, number, width }: TilePath): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    if (level === undefined) {
      const entries = await store.readLogEntries(number * TILE_WIDTH, width);
      return entries.length < width
        ? undefined
        : bundleOf(entries.map(({ digests }) => formatLogEntry(digests)));
    }
    const tile = await store.readLogTile(level, number);
    if (!tile || tile.width < width) return undefined;
    return bytesOfTile(tile).slice(0, width * HASH_BYTES);
  };

/** The proof that the log contains a signed document, by the digest of one of its forms in hexadecimal, as a
 *  `.tlog-proof`. Undefined until a checkpoint that covers the entry is signed. */
export const readLogProof =
  (ports: Ports) =>
  async (digest: string): Promise<string | undefined> => {
    const { store } = ports;
    const entry = await store.readLogEntryOf(digest);
    const checkpoint = await readNewestCheckpoint(ports);
    if (!entry || !checkpoint || entry.position >= checkpoint.size) return undefined;
    const { position: index, digests } = entry;
    const path = await pathFromTiles(index, checkpoint.size, makeTileReader(store));
    return formatLogProof({
      extra: new TextEncoder().encode(formatLogEntry(digests)),
      index,
      path,
      checkpoint: checkpoint.note,
    });
  };
