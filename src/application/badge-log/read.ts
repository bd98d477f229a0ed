import { base64 } from '@scure/base';
import {
  formatLogProof,
  HASH_BYTES,
  type Hash,
  pathFromTiles,
  type ReadTile,
  TILE_WIDTH,
  type Tile,
  type TilePath,
} from '#open-badges/transparency-log';
import type { LogCheckpoint, LogName, LogTile } from '../../domain/badge-log/entries.ts';
import { daysAfter, type LocalDate } from '../../domain/time/calendar.ts';
import { bundleOf, formatLogEntry } from '../../issuing/log-entry.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';

/** The newest checkpoint of the log; undefined until the first one is signed. */
const readCheckpoint = (ports: Ports) => (): Promise<LogCheckpoint | undefined> =>
  readNewestCheckpoint(ports);

/** The most checkpoints shown on a page. */
const CHECKPOINTS_AT_ONCE = 366;

/** The last checkpoint of each day up to today, newest first. */
const readCheckpoints =
  (ports: Ports) =>
  (before?: string): Promise<readonly LogCheckpoint[]> => {
    const end = dayToCome(ports);
    const until = before !== undefined && before < end ? (before as LocalDate) : end;
    return ports.store.readLogCheckpoints('badges', CHECKPOINTS_AT_ONCE, until);
  };

/** The bytes of a tile or of a bundle of entries. Undefined if the log has no such tile, or a narrower one
 *  than was asked for. */
const readLogResource =
  ({ store }: Ports) =>
  async ({ level, number, width }: TilePath): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    if (level === undefined) {
      const entries = await store.readLogEntries(number * TILE_WIDTH, width);
      return entries.length < width
        ? undefined
        : bundleOf(entries.map(({ digests }) => formatLogEntry(digests)));
    }
    const tile = await store.readLogTile('badges', level, number);
    if (!tile || tile.width < width) return undefined;
    return bytesOfTile(tile).slice(0, width * HASH_BYTES);
  };

/** The proof that the log contains a signed document, by the digest of one of its forms in hexadecimal, as a
 *  `.tlog-proof`. Undefined until a checkpoint that covers the entry is signed. */
const readLogProof =
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

/** The first day after the clock's, in UTC, as the days of checkpoints are. */
function dayToCome({ clock }: Ports): LocalDate {
  return daysAfter(clock.now().slice(0, 10) as LocalDate, 1);
}

/** The newest checkpoint of a log. Checkpoints of days to come, which were signed while the clock was ahead,
 *  stay in the database and are not shown before their day. Undefined if there is none. */
export async function readNewestCheckpoint(
  ports: Ports,
  log: LogName = 'badges',
): Promise<LogCheckpoint | undefined> {
  const [newest] = await ports.store.readLogCheckpoints(log, 1, dayToCome(ports));
  return newest;
}

/** The tile in the form in which the store keeps it. */
export function toLogTile({ level, number, hashes }: Tile): LogTile {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [at, hash] of hashes.entries()) bytes.set(hash, at * HASH_BYTES);
  return { level, number, width: hashes.length, hashes: base64.encode(bytes) };
}

/** The hashes of the tile as bytes, one after the other. */
function bytesOfTile({ hashes }: LogTile): Uint8Array<ArrayBuffer> {
  return new Uint8Array(base64.decode(hashes));
}

/** The hashes in the bytes of a tile. */
export function hashesOf(bytes: Uint8Array): readonly Hash[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) =>
    bytes.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

/** The hashes of a tile as it is stored; none if there is none. */
export async function readHashes(
  store: Pick<Store, 'readLogTile'>,
  { log, level, number }: Pick<LogTile, 'level' | 'number'> & { readonly log: LogName },
): Promise<readonly Hash[]> {
  const tile = await store.readLogTile(log, level, number);
  return tile ? hashesOf(bytesOfTile(tile)) : [];
}

/** Reads tiles of a log from the store, each once. Throws where a tile is missing that a log of this size must
 *  have. */
export function makeTileReader(store: Store, log: LogName = 'badges'): ReadTile {
  const read = new Map<string, Promise<readonly Hash[]>>();
  return async (level, number, width) => {
    const name = `${level}/${number}`;
    const reading = read.get(name) ?? readHashes(store, { log, level, number });
    read.set(name, reading);
    const hashes = await reading;
    if (hashes.length < width) throw new Error(`the log lacks ${width} hashes of tile ${name}`);
    return hashes.slice(0, width);
  };
}

export const badgeLogServices = useCases({ readCheckpoint, readCheckpoints, readLogResource, readLogProof });
