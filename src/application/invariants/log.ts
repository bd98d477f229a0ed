import { fromEd25519Multikey } from '#open-badges/keys';
import {
  type Hash,
  isSameHash,
  leafHash,
  noteKeyId,
  parseCheckpoint,
  parseNote,
  rootFromTiles,
  TILE_WIDTH,
  treeHash,
} from '#open-badges/transparency-log';
import type { LogCheckpoint } from '../../domain/badge-log/entries.ts';
import { type Finding, WRONG_CLOCK } from '../../domain/integrity/invariant.ts';
import { type LocalDate, secondsAfter } from '../../domain/time/calendar.ts';
import { firstAhead } from '../../domain/time/clock-skew.ts';
import { logOrigin } from '../../issuing/addresses.ts';
import { formatLogEntry } from '../../issuing/log-entry.ts';
import { makeTileReader, readHashes } from '../badge-log/read.ts';
import type { Ports } from '../service-ports.ts';
import type { InvariantPageRange } from '../store/invariant-reader.ts';
import { readOwnKeys } from '../verification/own-signatures.ts';
import { type CheckInvariantPage, toCheckedPage } from './check-page.ts';

/** Tiles of one page: each takes two queries, and 256 entries. */
const TILES_A_PAGE = 4;

/** The tiles are those of the entries: each hash of the lowest level is that of its entry, and each full tile
 *  stands in the one above. */
export const checkTiles: CheckInvariantPage = async ({ store }, { after }) => {
  const found: Finding[] = [];
  const first = Number(after ?? 0);
  let looked = 0;
  for (let number = first; number < first + TILES_A_PAGE; number += 1) {
    const entries = await store.readLogEntries(number * TILE_WIDTH, TILE_WIDTH);
    const leaves = entries.map(({ digests }) => leafHash(new TextEncoder().encode(formatLogEntry(digests))));
    looked += entries.length;
    found.push(...(await findWrongTiles(store, number, leaves)));
    if (entries.length < TILE_WIDTH) return toCheckedPage(looked, found);
  }
  return toCheckedPage(looked, found, String(first + TILES_A_PAGE));
};

/** Compares a tile with the hashes that it must have and, where it is full, the one above it. */
async function findWrongTiles(
  store: Ports['store'],
  lowest: number,
  leaves: readonly Hash[],
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  let expected: readonly Hash[] = leaves;
  for (let level = 0, number = lowest, from = 0; ; level += 1) {
    const hashes = await readHashes(store, { log: 'badges', level, number });
    const isWhole = level > 0 || hashes.length === expected.length;
    const isSame = expected.every((hash, at) => isSameHash(hash, hashes[from + at] ?? new Uint8Array()));
    if (!isWhole || !isSame) found.push({ subject: `log_tile ${level}/${number}` });
    if (from + expected.length < TILE_WIDTH) return found;
    expected = [treeHash(hashes)];
    from = number % TILE_WIDTH;
    number = Math.floor(number / TILE_WIDTH);
  }
}

/** A log that goes on is signed every day; it waits for two where the service was stopped. */
const FRESH_SECONDS = 2 * 86_400;
/** Before any day. */
const LAST_DAY = '9999-12-31' as LocalDate;
const CHECKPOINTS_A_PAGE = 30;

function overCheckpoints(
  findErrors: (
    ports: Ports,
    checkpoints: readonly LogCheckpoint[],
    part: InvariantPageRange,
  ) => Promise<readonly (string | undefined)[]>,
): CheckInvariantPage {
  return async (ports, part) => {
    const before = (part.after ?? LAST_DAY) as LocalDate;
    const listed = await ports.store.readLogCheckpoints('badges', CHECKPOINTS_A_PAGE, before);
    const marked = part.after === undefined ? await ports.store.readWrongClockCheckpoints('badges') : [];
    const checkpoints = [...listed, ...marked];
    const errors = await findErrors(ports, checkpoints, part);
    const found = checkpoints.flatMap(({ day }, at) => {
      const fault = errors[at];
      const isKnown = at >= listed.length && fault === WRONG_CLOCK;
      return fault === undefined || isKnown ? [] : [{ subject: `log_checkpoint ${day}`, detail: { fault } }];
    });
    const next = listed.length === CHECKPOINTS_A_PAGE ? listed.at(-1)?.day : undefined;
    return toCheckedPage(checkpoints.length, found, next);
  };
}

/** Each checkpoint states a root to which the entries lead, its own day and no instant ahead, unless it is marked; the
 *  newest one is fresh. */
export const checkCheckpoints: CheckInvariantPage = overCheckpoints(async (ports, checkpoints, { after }) => {
  const size = await ports.store.readLogSize();
  const read = makeTileReader(ports.store);
  return Promise.all(
    checkpoints.map(async (one, at) => {
      const isNewest = after === undefined && at === 0;
      return (await findRootError(ports, one, { size, read })) ?? findDateError(ports, one, isNewest);
    }),
  );
});

function findDateError({ clock }: Ports, { day, signedAt }: LogCheckpoint, isNewest: boolean) {
  const now = clock.now();
  if (signedAt > firstAhead(now)) return WRONG_CLOCK;
  if (signedAt.slice(0, 10) !== day) return 'day';
  return isNewest && secondsAfter(signedAt, FRESH_SECONDS) < now ? 'stale' : undefined;
}

async function findRootError(
  { origin }: Ports,
  { size, note }: LogCheckpoint,
  log: { readonly size: number; readonly read: ReturnType<typeof makeTileReader> },
): Promise<string | undefined> {
  const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '');
  if (!checkpoint) return 'unreadable';
  if (checkpoint.origin !== logOrigin(origin)) return 'origin';
  if (checkpoint.size !== size || size > log.size) return 'size';
  const root = await rootFromTiles(size, log.read).catch(() => undefined);
  return root && isSameHash(root, checkpoint.root) ? undefined : 'root';
}

/** Each checkpoint is signed by a key of ours at its instant. Those of a key that was compromised since stay as
 *  they were, and prove nothing. */
export const checkCheckpointSignatures: CheckInvariantPage = overCheckpoints(async (ports, checkpoints) => {
  const own = [...(await readOwnKeys(ports)).values()].flatMap(({ key }) => key ?? []);
  return Promise.all(
    checkpoints.map(async ({ note, signedAt }) => {
      if (await isOfCompromisedKey(ports, note)) return undefined;
      const checked = await ports.checkNote(note, own);
      if (!checked) return 'wrong-signature';
      return Math.floor(Date.parse(signedAt) / 1000) === checked.signedAtSeconds ? undefined : 'instant';
    }),
  );
});

async function isOfCompromisedKey({ store, origin }: Ports, note: string): Promise<boolean> {
  const keys = (await store.readPublicKeys()).filter(({ state }) => state === 'compromised');
  const ids = keys.flatMap(({ publicKeyMultibase = '' }) => {
    const publicKey = fromEd25519Multikey(publicKeyMultibase);
    return publicKey ? [noteKeyId(logOrigin(origin), 'note', publicKey).join()] : [];
  });
  return (parseNote(note)?.signatures ?? []).some(({ keyId }) => ids.includes(keyId.join()));
}
