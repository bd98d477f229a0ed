import { base64 } from '@scure/base';
import { toEd25519Multikey } from '#open-badges/keys';
import {
  type CheckedNote,
  type Checkpoint,
  type CompactRange,
  EMPTY_RANGE,
  extendFromTiles,
  HASH_BYTES,
  isSameHash,
  leafHash,
  type ReadTile,
  rootOfRange,
  TILE_WIDTH,
  tilePath,
  withLeaf,
} from '#open-badges/transparency-log';
import { parseLogEntry, readBundle } from '../../issuing/log-entry.ts';
import { hashesOf } from './read.ts';

/** The state that a monitor keeps between two visits, as JSON. */
export interface MonitorState {
  readonly origin: string;
  readonly size: number;
  /** Hashes of the complete subtrees, in base64, the largest first. */
  readonly hashes: readonly string[];
  /** When the last checkpoint was signed, in seconds since 1970; absent from older states. */
  readonly signedAtSeconds?: number | undefined;
  /** The keys that signed checkpoints, in base64, in the order of their first use. */
  readonly signers?: readonly string[];
}

/** The result of a visit. */
export type MonitorFinding =
  /** All earlier entries are still there, and `added` new ones follow. */
  | { readonly kind: 'consistent'; readonly state: MonitorState; readonly added: number }
  | { readonly kind: 'broken'; readonly code: LogError; readonly detail: string };

export type LogError =
  /** No key of the service signed the published state. */
  | 'checkpoint-not-signed'
  /** Another log than this address's answers, or another one than before. */
  | 'other-log'
  /** The log has fewer entries than before. */
  | 'log-shrunk'
  /** The entries do not lead to the signed root: an entry was changed or removed. */
  | 'root-differs'
  /** An entry is not the digests of a badge. */
  | 'unreadable-entries'
  /** A key that was replaced earlier signs again. */
  | 'older-key'
  /** A key signs that the monitor has neither seen sign before nor been told to accept. */
  | 'new-key'
  /** The published state was signed before the state of the last visit. */
  | 'checkpoint-older'
  /** The published state was signed more than three days ago, or has no instant. */
  | 'checkpoint-stale'
  /** The published state was signed at an instant that is still to come: it would never seem stale. */
  | 'checkpoint-ahead'
  /** The service answers with something else than the standard's documents. */
  | 'unreadable-answer'
  /** Another signed state is not a part of this log: different readers are shown different logs. */
  | 'split-view';

/** After this time without a new signature the log is stale. It is signed every day. */
const STALE_SECONDS = 3 * 86_400;
/** How far the clocks of the service and of its monitor may differ. */
const AHEAD_SECONDS = 120;
/** The last second that a date can have (ECMAScript, Time Values and Time Range). */
const LAST_SECOND = 8.64e12;

interface Visit {
  /** The newest checkpoint, with its signature verified; undefined if it could not be verified. */
  readonly checked: CheckedNote | undefined;
  readonly before: MonitorState | undefined;
  /** The origin of the log at the address that is visited. */
  readonly origin: string;
  /** A key that may sign though it has not before, in base64: the operator knows it from elsewhere. Without a
   *  state and without such a key, the first key is believed. */
  readonly acceptedKey?: string | undefined;
  /** The time of the visit, in seconds since 1970. */
  readonly nowSeconds: number;
  /** Reads a file of the log, such as `tile/0/000`. Throws where it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Follows a log: reads all entries added since the last visit, and checks that the old and new entries lead
 *  to the signed root. Only then is the new state returned for keeping. Memory does not grow with the log. */
export async function monitorLog(visit: Visit): Promise<MonitorFinding> {
  const { checked, before } = visit;
  if (!checked) return broken('checkpoint-not-signed', 'checkpoint');
  const { origin, size, root } = checked.checkpoint;
  if (origin !== visit.origin || (before && before.origin !== origin)) return broken('other-log', origin);
  const error = findWrongKey(checked, visit) ?? findWrongTime(checked, visit);
  if (error) return error;
  let range = before ? toRange(before) : EMPTY_RANGE;
  if (size < range.size) return broken('log-shrunk', `${range.size} → ${size}`);
  const known = range.size;
  for (let number = Math.floor(known / TILE_WIDTH); number * TILE_WIDTH < size; number += 1) {
    const width = Math.min(TILE_WIDTH, size - number * TILE_WIDTH);
    const path = tilePath({ level: undefined, number, width });
    const entries = readBundle(await visit.read(`tile/${path}`));
    if (entries?.length !== width || !entries.every(isEntry)) return broken('unreadable-entries', path);
    const fresh = entries.slice(Math.max(0, range.size - number * TILE_WIDTH));
    range = fresh.reduce((grown, entry) => withLeaf(grown, leafHash(entry)), range);
    visit.onProgress?.(range.size, size);
  }
  if (!isSameHash(rootOfRange(range), root)) return broken('root-differs', `${size}`);
  return { kind: 'consistent', state: toState(checked, range, before), added: size - known };
}

/** Whether another key signed than the one of the last visit. A service that was taken over without its keys
 *  publishes and uses a key of its own. */
function findWrongKey({ signer }: CheckedNote, { before, acceptedKey }: Visit): MonitorFinding | undefined {
  const known = before?.signers ?? [];
  if (known.slice(0, -1).includes(signer)) return broken('older-key', multikeyOf(signer));
  const isKnown = known.includes(signer) || signer === acceptedKey;
  const isFirst = known.length === 0 && acceptedKey === undefined;
  return isKnown || isFirst ? undefined : broken('new-key', multikeyOf(signer));
}

/** Whether the checkpoint shows that an old state of the log was put back or frozen, or is dated so that it
 *  could be frozen later. */
function findWrongTime(checked: CheckedNote, { before, nowSeconds }: Visit): MonitorFinding | undefined {
  const { signedAtSeconds: at } = checked;
  if (at === undefined) return broken('checkpoint-stale', '?');
  const stated = at > LAST_SECOND ? `${at} s` : new Date(at * 1000).toISOString();
  if (isAhead(checked, nowSeconds)) return broken('checkpoint-ahead', stated);
  if (at < (before?.signedAtSeconds ?? 0)) return broken('checkpoint-older', stated);
  return at < nowSeconds - STALE_SECONDS ? broken('checkpoint-stale', stated) : undefined;
}

/** Whether a checkpoint claims to be signed later than now. No such checkpoint proves anything. */
export function isAhead({ signedAtSeconds = 0 }: CheckedNote, nowSeconds: number): boolean {
  return signedAtSeconds > nowSeconds + AHEAD_SECONDS;
}

/** A public key in base64, in the form in which a DID document publishes it. */
export function multikeyOf(signer: string): string {
  return toEd25519Multikey(base64.decode(signer));
}

function isEntry(bytes: Uint8Array): boolean {
  return parseLogEntry(new TextDecoder().decode(bytes)) !== undefined;
}

function broken(code: LogError, detail: string): MonitorFinding {
  return { kind: 'broken', code, detail };
}

/** The monitor's state as a range of the tree. */
function toRange({ size, hashes }: MonitorState): CompactRange {
  return { size, hashes: hashes.map((hash) => base64.decode(hash)) };
}

function toState(
  { checkpoint: { origin }, signedAtSeconds, signer }: CheckedNote,
  { size, hashes }: CompactRange,
  before: MonitorState | undefined,
): MonitorState {
  const signers = [...new Set([...(before?.signers ?? []), signer])];
  return { origin, size, hashes: hashes.map((hash) => base64.encode(hash)), signedAtSeconds, signers };
}

/** Reads the state that an earlier visit wrote to a file; undefined for any other value. */
export function parseMonitorState(value: unknown): MonitorState | undefined {
  const { origin, size, hashes, signedAtSeconds, signers } = Object(value) as Partial<MonitorState>;
  if (typeof origin !== 'string' || !Number.isSafeInteger(size) || !Array.isArray(hashes)) return undefined;
  const digits = (size as number).toString(2).replaceAll('0', '').length;
  if ((size as number) < 0 || hashes.length !== digits || !hashes.every(isHash)) return undefined;
  if (signedAtSeconds !== undefined && !Number.isFinite(signedAtSeconds)) return undefined;
  if (signers !== undefined && !(Array.isArray(signers) && signers.every((one) => typeof one === 'string')))
    return undefined;
  return { origin, size: size as number, hashes, signedAtSeconds, ...(signers && { signers }) };
}

function isHash(text: unknown): boolean {
  try {
    return typeof text === 'string' && base64.decode(text).length === HASH_BYTES;
  } catch {
    return false;
  }
}

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
