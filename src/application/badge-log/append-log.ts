import { fromEd25519Multikey } from '#open-badges/keys';
import {
  appendToTiles,
  type Hash,
  noteKeyId,
  parseNote,
  partialTilesOf,
  rootFromTiles,
  type Tile,
} from '#open-badges/transparency-log';
import type { LogName } from '../../domain/badge-log/entries.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import { logOrigin } from '../../issuing/addresses.ts';
import type { Allowance } from '../concurrency/query-budget.ts';
import type { Ports } from '../service-ports.ts';
import { makeTileReader, readNewestCheckpoint, toLogTile } from './read.ts';

/** What a log of the service says of itself, so that one keeper serves them all. */
export interface AppendableLog<Entry> {
  readonly log: LogName;
  /** Number of entries in the log. */
  readonly readSize: () => Promise<number>;
  readonly readWaiting: (limit: number) => Promise<readonly Entry[]>;
  readonly leafOf: (entry: Entry) => Hash;
  /** The changes that put entries at places from `size` on. Their commit is refused with `store-conflict` where
   *  another process did so. */
  readonly place: (added: {
    readonly size: number;
    readonly entries: readonly Entry[];
    readonly tiles: readonly ReturnType<typeof toLogTile>[];
  }) => readonly Change[];
}

/** The most entries that are added in one commit. */
export const AT_ONCE = 256;
/** The most queries that one commit needs, including its reads. */
export const EXTEND_QUERIES = 16;

/** Gives each waiting entry its place at the end of its log. Returns the number of entries added. Where another
 *  process adds entries at the same moment, the rest waits for the next call. */
export async function extendLog<Entry>(
  { store }: Ports,
  saved: AppendableLog<Entry>,
  allowance: Allowance,
): Promise<number> {
  let added = 0;
  while (allowance.has(EXTEND_QUERIES)) {
    // The size is read first: where another process adds the same entries in between, this commit finds its
    // places taken.
    const size = await saved.readSize();
    const entries = await saved.readWaiting(AT_ONCE);
    if (entries.length === 0) return added;
    const tiles = await tilesWith(store, { log: saved.log, size, leaves: entries.map(saved.leafOf) });
    try {
      await store.commit(saved.place({ size, entries, tiles: tiles.map(toLogTile) }));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'store-conflict') return added;
      throw error;
    }
    added += entries.length;
    if (entries.length < AT_ONCE) return added;
  }
  return added;
}

interface Added {
  readonly log: LogName;
  readonly size: number;
  readonly leaves: readonly Hash[];
}

async function tilesWith(store: Ports['store'], { log, size, leaves }: Added): Promise<readonly Tile[]> {
  const read = makeTileReader(store, log);
  const partial = await Promise.all(
    partialTilesOf(size).map(async ({ level, number, width }) => ({
      level,
      number,
      hashes: await read(level, number, width),
    })),
  );
  return appendToTiles(size, partial, leaves);
}

/** The most queries that signing needs: one for each tile on the right edge, and the two of the commit. */
const SIGN_QUERIES = 13;

/** Signs the state of a log when it has grown, and once a day in any case. With the checkpoints of each day it
 *  can be checked later whether an entry was in the log on that day. A checkpoint that is dated ahead of now, or
 *  whose key signs no more, is signed again at once: readers do not follow an ended key. Returns whether the log
 *  was signed. */
export async function signLog(
  ports: Ports,
  { log, readSize }: Pick<AppendableLog<never>, 'log' | 'readSize'>,
  allowance: Allowance,
): Promise<boolean> {
  if (!allowance.has(SIGN_QUERIES)) return false;
  const { store, clock, signer } = ports;
  const last = await readNewestCheckpoint(ports, log);
  const size = await readSize();
  const now = clock.now();
  const isOfToday = last !== undefined && last.day === dayOf(now) && last.signedAt <= now;
  if (isOfToday && last.size >= size && isOfActiveKey(last.note, { ports, log })) return false;
  const root = await rootFromTiles(size, makeTileReader(store, log));
  // The note itself says when it was signed, to the second.
  const { note, kid, signedAt } = await signer.signCheckpoint({ log, size, root });
  await store.commit([
    { kind: 'keys-signed', keyIds: [kid] },
    { kind: 'checkpoint-signed', log, checkpoint: { day: dayOf(signedAt), size, note, signedAt } },
  ]);
  return true;
}

function dayOf(instant: Instant): LocalDate {
  return instant.slice(0, 10) as LocalDate;
}

/** Whether a key that signs now has signed the note. Keys of a note have short names made of their bytes. */
function isOfActiveKey(
  note: string,
  { ports: { keys, origin }, log }: { readonly ports: Ports; readonly log: LogName },
): boolean {
  const active = keys.list().flatMap(({ state, publicKeyMultibase = '' }) => {
    const publicKey = state === 'active' ? fromEd25519Multikey(publicKeyMultibase) : undefined;
    return publicKey ? [noteKeyId(logOrigin(origin, log), 'timed', publicKey).join()] : [];
  });
  return (parseNote(note)?.signatures ?? []).some(({ keyId }) => active.includes(keyId.join()));
}
