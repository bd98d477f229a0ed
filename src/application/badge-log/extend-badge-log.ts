import type { LogEntry, PendingBadge } from '../../domain/badge-log/badge-log.ts';
import { DomainError } from '../../domain/errors.ts';
import { leafHash } from '../../openbadges/log/hash-tree.ts';
import { formatLogEntry } from '../../openbadges/log/log-entry.ts';
import { appendToTiles, partialTilesOf, type Tile } from '../../openbadges/log/tiles.ts';
import { digestOf, sha256Of } from '../digest.ts';
import type { Store } from '../ports.ts';
import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import type { PendingForms } from '../store/badge-log-reader.ts';
import { makeTileReader, toLogTile } from './stored-tile.ts';

/** The most badges that are entered in one commit. */
const AT_ONCE = 256;
/** The most queries that one commit needs, including its reads. */
const QUERIES = 16;

type Needs = { readonly store: Pick<Store, 'readLogSize' | 'readPendingBadges' | 'readLogTile' | 'commit'> };

/** Enters waiting badges at the end of the log. The timer calls it. Returns the number of badges entered.
 *  Where another process adds entries at the same moment, the rest waits for the next call. */
export const extendBadgeLog =
  ({ store }: Needs) =>
  async (allowance: Allowance = UNLIMITED): Promise<number> => {
    let added = 0;
    while (allowance.has(QUERIES)) {
      const pending = await store.readPendingBadges(AT_ONCE);
      if (pending.length === 0) return added;
      try {
        added += await extend(store, pending);
      } catch (error) {
        if (error instanceof DomainError && error.code === 'store-conflict') return added;
        throw error;
      }
      if (pending.length < AT_ONCE) return added;
    }
    return added;
  };

async function extend(store: Needs['store'], pending: readonly PendingForms[]): Promise<number> {
  const size = await store.readLogSize();
  const entries: LogEntry[] = [];
  const dropped: PendingBadge[] = [];
  for (const { credentialId, revision, signed } of pending) {
    if (signed === undefined) dropped.push({ credentialId, revision });
    else
      entries.push({ position: size + entries.length, credentialId, revision, text: await entryOf(signed) });
  }
  const tiles = await tilesWith(store, size, entries);
  await store.commit([{ kind: 'badge-log-extended', entries, tiles: tiles.map(toLogTile), dropped }]);
  return entries.length;
}

async function tilesWith(
  store: Needs['store'],
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
  const leaves = entries.map(({ text }) => leafHash(new TextEncoder().encode(text)));
  return appendToTiles(size, partial, leaves);
}

/** The text of a badge's entry. The digest is made from the parsed JSON, so that white space and the order of
 *  members make no difference when a badge is compared with it. */
async function entryOf({ document, jws }: NonNullable<PendingForms['signed']>): Promise<string> {
  const [ofDocument, ofJws] = await Promise.all([digestOf(JSON.parse(document)), sha256Of(jws)]);
  return formatLogEntry({ document: hexOf(ofDocument), jws: hexOf(ofJws) });
}

/** The hexadecimal digits of a digest, without `sha256$`. */
function hexOf(digest: string): string {
  return digest.slice(digest.indexOf('$') + 1);
}
