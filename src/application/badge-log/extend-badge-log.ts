import type { LogEntry, SignedDigests } from '../../domain/badge-log/badge-log.ts';
import { DomainError } from '../../domain/errors.ts';
import { leafHash } from '../../openbadges/log/hash-tree.ts';
import { formatLogEntry } from '../../openbadges/log/log-entry.ts';
import { appendToTiles, partialTilesOf, type Tile } from '../../openbadges/log/tiles.ts';
import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';
import { readJson } from '../verification/read-json.ts';
import { digestsOf } from './digests-of.ts';
import { makeTileReader, toLogTile } from './stored-tile.ts';

/** The most signed documents that are entered in one commit. */
const AT_ONCE = 256;
/** The most queries that one commit needs, including its reads. */
const QUERIES = 16;

/** Gives each waiting document its place at the end of the log. The timer calls it. Returns the number of
 *  documents entered. Where another process adds entries at the same moment, the rest waits for the next
 *  call. */
export const extendBadgeLog =
  ({ store }: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<number> => {
    let added = 0;
    await readUnread(store, allowance);
    while (allowance.has(QUERIES)) {
      // The size is read first: where another process enters the same digests in between, this commit finds its
      // places taken.
      const size = await store.readLogSize();
      const waiting = await store.readWaitingDigests(AT_ONCE);
      if (waiting.length === 0) return added;
      try {
        added += await extend(store, size, waiting);
      } catch (error) {
        if (error instanceof DomainError && error.code === 'store-conflict') return added;
        throw error;
      }
      if (waiting.length < AT_ONCE) return added;
    }
    return added;
  };

/** Makes the digests of documents that an earlier version stored without any. */
async function readUnread(store: Ports['store'], allowance: Allowance): Promise<void> {
  while (allowance.has(QUERIES)) {
    const unread = await store.readUnreadForms(AT_ONCE);
    if (unread.length === 0) return;
    const read = await Promise.all(
      unread.map(async ({ id, signed }) => {
        const document = signed && readJson(signed.document);
        return {
          id,
          ...(signed &&
            document?.kind === 'object' && { digests: await digestsOf(document.object, signed.jws) }),
        };
      }),
    );
    await store.commit([{ kind: 'badge-log-read', read }]);
  }
}

async function extend(
  store: Ports['store'],
  size: number,
  waiting: readonly SignedDigests[],
): Promise<number> {
  const entries = waiting.map((digests, at): LogEntry => ({ position: size + at, digests }));
  const tiles = await tilesWith(store, size, entries);
  await store.commit([{ kind: 'badge-log-extended', entries, tiles: tiles.map(toLogTile) }]);
  return entries.length;
}

async function tilesWith(
  store: Ports['store'],
  size: number,
  entries: readonly LogEntry[],
): Promise<readonly Tile[]> {
  const read = makeTileReader(store);
  const partial = await Promise.all(
    partialTilesOf(size).map(async ({ level, number, width }) => ({
      level,
      number,
      hashes: await read(level, number, width),
    })),
  );
  const leaves = entries.map(({ digests }) => leafHash(new TextEncoder().encode(formatLogEntry(digests))));
  return appendToTiles(size, partial, leaves);
}
