import { fromEd25519Multikey } from '#open-badges/keys';
import {
  type CompactRange,
  EMPTY_RANGE,
  type Hash,
  isSameHash,
  rootOfRange,
  TILE_WIDTH,
  treeHash,
  withLeaf,
} from '#open-badges/transparency-log';
import type { StoredAuditEntry } from '../../domain/audit/entry.ts';
import type { LogCheckpoint } from '../../domain/badge-log/entries.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import { logOrigin } from '../../issuing/addresses.ts';
import { auditLeaf } from '../../issuing/audit-leaf.ts';
import { readHashes, readNewestCheckpoint } from '../badge-log/read.ts';
import type { Ports } from '../service-ports.ts';
import { type AuditError, beginWalk, judgeContent, MOST_FAULTS, type Walk } from './verify-entry.ts';

/** The state of the audit's chain. Lines that wait are no fault: they are sealed within a minute. */
export interface AuditCheck {
  readonly sealed: number;
  readonly waiting: number;
  /** Lines whose time was over, and whose digests stand. */
  readonly letGo: number;
  /** Lines whose details were erased with a person. */
  readonly withoutDetails: number;
  /** The newest signed state. */
  readonly checkpoint: LogCheckpoint | undefined;
  /** The first hundred faults. */
  readonly faults: readonly AuditError[];
}

const ENTRIES_AT_ONCE = 256;
/** The most checkpoints in memory: those of some thirty years. */
const CHECKPOINTS = 11_000;

/** Walks the whole chain: each line's digest is that of its content, each line stands in its place, the tiles and
 *  the signed states follow from the lines, and each state extends the one before. It reads a tile at a time, so
 *  its memory does not grow with the audit. */
export const checkAuditChain = (ports: Ports) => async (): Promise<AuditCheck> => {
  const { store } = ports;
  const walk = beginWalk();
  // A service that runs in the meantime only makes the tree larger than these states.
  const checkpoints = await readCheckpoints(ports);
  const size = await store.readTreeSize('audit');
  const letGo = await readLetGo(ports);
  const erased = await store.readLastOf('person-erased');
  const bySize = Map.groupBy(checkpoints, (one) => one.size);
  const erasedBefore = erased ? (erased.position ?? Number.POSITIVE_INFINITY) : 0;
  const seen = { size, letGo: letGo?.before ?? 0, erasedBefore, bySize };
  let range = await judgeStates(ports, { walk, bySize, range: EMPTY_RANGE });
  for (let number = 0; number * TILE_WIDTH < size; number += 1) {
    range = await walkTile(ports, { ...seen, walk, number, range });
  }
  await judgeBeyond(ports, { walk, size, checkpoints });
  if (letGo) judgeLetGo(walk, letGo, checkpoints);
  const waiting = await walkWaiting(ports, { walk, size, wasErased: erased !== undefined });
  const checkpoint = await readNewestCheckpoint(ports, 'audit');
  // Lines may have been let go while their tiles were walked.
  const gone = (await readLetGo(ports))?.before ?? 0;
  const faults = walk.faults.filter(({ kind, line }) => kind !== 'deleted' || line > gone);
  return { sealed: size, waiting, letGo: gone, withoutDetails: walk.withoutDetails, checkpoint, faults };
};

interface LetGo {
  /** The place of the first line that stays. */
  readonly before: number;
  /** The first day whose lines stay. */
  readonly from: string;
}

/** What the audit itself says of the lines that were let go. */
async function readLetGo({ store }: Ports): Promise<LetGo | undefined> {
  const stated = await store.readLastOf('audit-let-go');
  const { before, from } = stated?.details ?? {};
  return typeof before === 'number' && typeof from === 'string' ? { before, from } : undefined;
}

/** Nothing younger than a state that was signed before the first day that stays may be let go. */
function judgeLetGo(walk: Walk, { before, from }: LetGo, checkpoints: readonly LogCheckpoint[]): void {
  const sizes = checkpoints.filter(({ day }) => day < from).map(({ size }) => size);
  if (before > Math.max(0, ...sizes)) walk.fault('let-go-early', before);
}

/** Every signed state, the oldest first, those of a clock that was ahead included. */
async function readCheckpoints({ store }: Ports): Promise<readonly LogCheckpoint[]> {
  const all = await store.readLogCheckpoints('audit', CHECKPOINTS, '9999-12-31' as LocalDate);
  return [...all.toReversed(), ...(await store.readWrongClockCheckpoints('audit'))];
}

interface TileToWalk {
  readonly walk: Walk;
  readonly number: number;
  readonly size: number;
  readonly letGo: number;
  /** The place of the last erasure. */
  readonly erasedBefore: number;
  readonly bySize: ReadonlyMap<number, readonly LogCheckpoint[]>;
  /** The tree of the lines before this tile. */
  readonly range: CompactRange;
}

/** Compares a tile with its lines. Returns the tree with its leaves. */
async function walkTile(ports: Ports, tile: TileToWalk): Promise<CompactRange> {
  const { walk, number, size, bySize } = tile;
  const first = number * TILE_WIDTH;
  const width = Math.min(TILE_WIDTH, size - first);
  const hashes = await readHashes(ports.store, { log: 'audit', level: 0, number });
  if (hashes.length < width) walk.fault('tile', first + hashes.length + 1);
  else if (width === TILE_WIDTH) await judgeUpper(ports, walk, { level: 1, place: number, hashes });
  const lines = await ports.store.readSealedEntries(first, width);
  const byPlace = new Map(lines.map((line) => [line.position, line]));
  let range = tile.range;
  for (const [at, hash] of hashes.slice(0, width).entries()) {
    judgeEntry(tile, { line: byPlace.get(first + at), hash, place: first + at });
    range = withLeaf(range, hash);
    if (bySize.has(range.size)) await judgeStates(ports, { walk, bySize, range });
  }
  return range;
}

interface Placed {
  readonly line: StoredAuditEntry | undefined;
  readonly hash: Hash;
  readonly place: number;
}

function judgeEntry({ walk, letGo, erasedBefore }: TileToWalk, { line, hash, place }: Placed): void {
  if (!line) {
    if (place >= letGo) walk.fault('deleted', place + 1);
    return;
  }
  if (line.digest === undefined || !isSameHash(auditLeaf(line.digest), hash))
    walk.fault('not-as-sealed', place + 1);
  else judgeContent(walk, { line, number: place + 1, mayLackDetails: place < erasedBefore });
}

interface Upper {
  readonly level: number;
  /** Number of the full tile below. */
  readonly place: number;
  readonly hashes: readonly Hash[];
}

/** The hash of a full tile stands in the tile above it, and so on. */
async function judgeUpper(ports: Ports, walk: Walk, { level, place, hashes }: Upper): Promise<void> {
  const number = Math.floor(place / TILE_WIDTH);
  const upper = await readHashes(ports.store, { log: 'audit', level, number });
  const found = upper[place % TILE_WIDTH];
  const line = (place + 1) * TILE_WIDTH ** level;
  if (!found || !isSameHash(found, treeHash(hashes))) return walk.fault('tile', line);
  if ((place + 1) % TILE_WIDTH !== 0) return;
  await judgeUpper(ports, walk, { level: level + 1, place: number, hashes: upper });
}

interface States {
  readonly walk: Walk;
  readonly bySize: ReadonlyMap<number, readonly LogCheckpoint[]>;
  readonly range: CompactRange;
}

/** The states that were signed of a tree of this size. */
async function judgeStates(ports: Ports, { walk, bySize, range }: States): Promise<CompactRange> {
  const root = rootOfRange(range);
  for (const { note, day } of bySize.get(range.size) ?? []) {
    const checked = await ports.checkNote(note, keysOf(ports));
    const { origin, size, root: signed } = checked?.checkpoint ?? {};
    const signedOn = new Date((checked?.signedAtSeconds ?? 0) * 1000).toISOString().slice(0, 10);
    if (origin !== logOrigin(ports.origin, 'audit') || signedOn !== day) walk.fault('not-signed', range.size);
    else if (size !== range.size || !signed || !isSameHash(signed, root))
      walk.fault('checkpoint', range.size);
  }
  return range;
}

/** Every key that the service has or had. */
function keysOf({ keys }: Ports) {
  return keys.list().flatMap(({ publicKeyMultibase = '' }) => {
    const bytes = fromEd25519Multikey(publicKeyMultibase);
    return bytes ? [{ publicKey: { curve: 'Ed25519' as const, bytes } }] : [];
  });
}

interface Beyond {
  readonly walk: Walk;
  readonly size: number;
  readonly checkpoints: readonly LogCheckpoint[];
}

/** Lines and states beyond the end of the tiles. */
async function judgeBeyond({ store }: Ports, { walk, size, checkpoints }: Beyond): Promise<void> {
  if (checkpoints.some((one) => one.size > size)) walk.fault('cut', size + 1);
  const lines = await store.readSealedEntries(size, MOST_FAULTS);
  const end = await store.readTreeSize('audit');
  for (const { position = end } of lines) if (position >= end) walk.fault('added', position + 1);
}

/** The lines that wait. Returns their number. */
async function walkWaiting(
  { store }: Ports,
  { walk, size, wasErased }: Pick<TileToWalk, 'walk' | 'size'> & { readonly wasErased: boolean },
): Promise<number> {
  let waiting = 0;
  for (let after = ''; ; ) {
    const lines = await store.readUnsealedEntries(ENTRIES_AT_ONCE, after);
    for (const line of lines) {
      waiting += 1;
      const judged = { line, number: size + waiting, mayLackDetails: wasErased };
      if (line.digest !== undefined) judgeContent(walk, judged);
    }
    const last = lines.at(-1);
    if (!last || lines.length < ENTRIES_AT_ONCE) return waiting;
    after = last.id;
  }
}
