import type { LogEntry, SignedDigests } from '../../domain/badge-log/badge-log.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import { fromEd25519Multikey } from '../../openbadges/keys/multibase.ts';
import { logOrigin } from '../../openbadges/log/checkpoint.ts';
import { leafHash } from '../../openbadges/log/hash-tree.ts';
import { formatLogEntry } from '../../openbadges/log/log-entry.ts';
import { noteKeyId, parseNote } from '../../openbadges/log/signed-note.ts';
import { appendToTiles, partialTilesOf, rootFromTiles, type Tile } from '../../openbadges/log/tiles.ts';
import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';
import { readJson } from '../verification/reading/read-json.ts';
import { digestsOf } from './digests-of.ts';
import { makeTileReader, readNewestCheckpoint, toLogTile } from './read-badge-log.ts';

/** Enters waiting badges into the log, then signs the new state of the log. The timer calls it. */
export const keepBadgeLog =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    await extendBadgeLog(ports)(allowance);
    await signCheckpoint(ports)(allowance);
  };

/** The most signed documents that are entered in one commit. */
const AT_ONCE = 256;
/** The most queries that one commit needs, including its reads. */
const EXTEND_QUERIES = 16;

/** Gives each waiting document its place at the end of the log. The timer calls it. Returns the number of
 *  documents entered. Where another process adds entries at the same moment, the rest waits for the next
 *  call. */
export const extendBadgeLog =
  ({ store }: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<number> => {
    let added = 0;
    await readUnread(store, allowance);
    while (allowance.has(EXTEND_QUERIES)) {
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
  while (allowance.has(EXTEND_QUERIES)) {
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

/** The most queries that signing needs: one for each tile on the right edge, and the two of the commit. */
const SIGN_QUERIES = 13;

/** Signs the state of the log when it has grown, and once a day in any case. With the checkpoints of each
 *  day, anybody can check later whether a badge was in the log on that day. A checkpoint that is dated ahead of
 *  now, or whose key signs no more, is signed again at once: readers do not follow an ended key. Returns whether
 *  the log was signed. */
const signCheckpoint =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<boolean> => {
    if (!allowance.has(SIGN_QUERIES)) return false;
    const { store, clock, signer } = ports;
    const last = await readNewestCheckpoint(ports);
    const size = await store.readLogSize();
    const signedAt = clock.now();
    const day = signedAt.slice(0, 10) as LocalDate;
    const isOfToday = last !== undefined && last.day === day && last.signedAt <= signedAt;
    if (isOfToday && last.size >= size && isOfActiveKey(last.note, ports)) return false;
    const root = await rootFromTiles(size, makeTileReader(store));
    const { note, kid } = await signer.signCheckpoint({ size, root });
    await store.commit([
      { kind: 'keys-signed', keyIds: [kid] },
      { kind: 'checkpoint-signed', checkpoint: { day, size, note, signedAt } },
    ]);
    return true;
  };

/** Whether a key that signs now has signed the note. Keys of a note have short names made of their bytes. */
function isOfActiveKey(note: string, { keys, origin }: Ports): boolean {
  const active = keys.list().flatMap(({ state, publicKeyMultibase = '' }) => {
    const publicKey = state === 'active' ? fromEd25519Multikey(publicKeyMultibase) : undefined;
    return publicKey ? [noteKeyId(logOrigin(origin), 'timed', publicKey).join()] : [];
  });
  return (parseNote(note)?.signatures ?? []).some(({ keyId }) => active.includes(keyId.join()));
}
