import { base64 } from '@scure/base';
import { type CompactRange, EMPTY_RANGE, rootOfRange, withLeaf } from '../../openbadges/log/compact-range.ts';
import { HASH_BYTES, isSameHash, leafHash } from '../../openbadges/log/hash-tree.ts';
import { parseLogEntry, readBundle } from '../../openbadges/log/log-entry.ts';
import { TILE_WIDTH, tilePath } from '../../openbadges/log/tiles.ts';
import type { CheckedNote } from './check-note.ts';

/** What a monitor keeps from one visit to the next, as JSON. */
export interface MonitorState {
  readonly origin: string;
  readonly size: number;
  /** Hashes of the complete subtrees, in base64, the largest first. */
  readonly hashes: readonly string[];
  /** When the last checkpoint was signed, in seconds since 1970; absent in a state of before. */
  readonly signedAtSeconds?: number | undefined;
  /** The keys that signed checkpoints, in base64, in the order in which they began to. */
  readonly signers?: readonly string[];
}

/** What a monitor finds. */
export type MonitorFinding =
  /** Everything that was there still is; so many entries were added. */
  | { readonly kind: 'consistent'; readonly state: MonitorState; readonly added: number }
  | { readonly kind: 'broken'; readonly code: LogFault; readonly detail: string };

export type LogFault =
  /** The published state lacks a signature by a key of the service. */
  | 'checkpoint-not-signed'
  /** Another log answers at this address than before. */
  | 'other-log'
  /** The log has fewer entries than before. */
  | 'log-shrunk'
  /** The entries do not lead to the signed root: one was changed or taken out. */
  | 'root-differs'
  /** An entry is no digest of a badge. */
  | 'unreadable-entries'
  /** A key signs again that another had replaced. */
  | 'older-key'
  /** The published state was signed before the one of the last visit. */
  | 'checkpoint-older'
  /** The published state was signed more than three days ago, or says no instant. */
  | 'checkpoint-stale'
  /** Another signed state is not a part of this log: somebody is shown another one. */
  | 'split-view';

/** The log is signed every day. */
const STALE_SECONDS = 3 * 86_400;

interface Visit {
  /** The newest checkpoint with its signature checked; undefined where that failed. */
  readonly checked: CheckedNote | undefined;
  readonly before: MonitorState | undefined;
  /** In seconds since 1970. */
  readonly nowSeconds: number;
  /** Reads a file of the log, such as `tile/0/000`. Throws where it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Follows a log: reads all entries that were added since the last visit, and checks that the old ones and these
 *  lead to the signed root. Only then is the new state kept. Memory does not grow with the log. */
export async function monitorLog(visit: Visit): Promise<MonitorFinding> {
  const { checked, before } = visit;
  if (!checked) return broken('checkpoint-not-signed', 'checkpoint');
  const { origin, size, root } = checked.checkpoint;
  if (before && before.origin !== origin) return broken('other-log', origin);
  const fault = findStale(checked, before, visit.nowSeconds);
  if (fault) return fault;
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

/** Whether the checkpoint is what a rollback or a freeze shows: of an earlier instant, or by an earlier key. */
function findStale(
  { signer, signedAtSeconds: at }: CheckedNote,
  before: MonitorState | undefined,
  nowSeconds: number,
): MonitorFinding | undefined {
  if (before?.signers?.slice(0, -1).includes(signer)) return broken('older-key', signer);
  if (at === undefined) return broken('checkpoint-stale', '?');
  const said = new Date(at * 1000).toISOString();
  if (at < (before?.signedAtSeconds ?? 0)) return broken('checkpoint-older', said);
  return at < nowSeconds - STALE_SECONDS ? broken('checkpoint-stale', said) : undefined;
}

function isEntry(bytes: Uint8Array): boolean {
  return parseLogEntry(new TextDecoder().decode(bytes)) !== undefined;
}

function broken(code: LogFault, detail: string): MonitorFinding {
  return { kind: 'broken', code, detail };
}

/** The tree that a monitor knows. */
export function toRange({ size, hashes }: MonitorState): CompactRange {
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

/** The state in a file that an earlier visit wrote; undefined for any other value. */
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
