import type { Log, Store } from '../../application/ports.ts';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';
import { compareKeys, type KnownKeys } from '../../domain/keys/registry-check.ts';
import { readUnlessFaulty } from './key-errors.ts';

interface Options {
  /** Reads the public halves that are in place now. */
  readonly readInPlace: () => Promise<readonly PublicKeyRecord[]>;
  readonly store: Pick<Store, 'readPublicKeys'>;
  readonly log: Log;
  /** Called where a reading differs from the one before. */
  readonly onChange: () => void;
}

/** The keys as last read. */
interface Reading {
  /** Where their place cannot be read, the keys of the database: it is then believed alone. */
  readonly inPlace: readonly PublicKeyRecord[];
  readonly kept: readonly PublicKeyRecord[];
  readonly compared: KnownKeys;
}

const UNREAD: Reading = {
  inPlace: [],
  kept: [],
  compared: { records: [], missing: [], toKeep: [], foreign: [] },
};

/** The public halves and states of the keys, as their place and the database have them. */
export interface KeyReadings {
  known(): Reading;
  /** Whether the last reading that ended has succeeded. */
  isRead(): boolean;
  refresh(): Promise<void>;
  /** Takes keys for known that were stored since the last reading. */
  stored(keys: readonly PublicKeyRecord[]): void;
}

export function makeKeyReadings({ readInPlace, store, log, onChange }: Options): KeyReadings {
  let known = UNREAD;
  let isRead = false;
  let begun = 0;
  let applied = 0;
  return {
    known: () => known,
    isRead: () => isRead,
    refresh: async () => {
      begun += 1;
      const reading = begun;
      const [found, kept] = await Promise.all([
        readUnlessFaulty(readInPlace()),
        store.readPublicKeys(),
      ]).catch((error) => {
        isRead = false;
        throw error;
      });
      // A reading that began earlier and ends later would put older states back.
      if (reading < applied) return;
      applied = reading;
      const inPlace = found ?? kept;
      const compared = compareKeys(inPlace, kept);
      if (known === UNREAD) reportMissing(log, compared);
      else reportChanges(log, known.compared, compared);
      if (keyStatesOf(compared) !== keyStatesOf(known.compared)) onChange();
      known = { inPlace, kept, compared };
      isRead = true;
    },
    stored: (keys) => {
      const kids = new Set(keys.map(({ kid }) => kid));
      known = { ...known, kept: [...known.kept.filter(({ kid }) => !kids.has(kid)), ...keys] };
    },
  };
}

/** Logs every change of a key that this process sees, whichever process made it. */
function reportChanges(log: Log, before: KnownKeys, now: KnownKeys): void {
  const states = new Map(before.records.map(({ kid, state }) => [kid, state]));
  for (const { kid, algorithm, state } of now.records) {
    if (states.get(kid) !== state) log.info('key-changed', { kid, algorithm, state });
  }
  if (kidsOf(before) !== kidsOf(now)) reportMissing(log, now);
}

function reportMissing(log: Log, known: KnownKeys): void {
  if (known.missing.length > 0) log.error('keys-missing', { kids: kidsOf(known) });
}

const kidsOf = ({ missing }: KnownKeys) => missing.map(({ kid }) => kid).join(' ');

const keyStatesOf = ({ records, missing, foreign }: KnownKeys) =>
  [records, missing, foreign].map((keys) => keys.map(({ kid, state }) => `${kid} ${state}`).join()).join(';');
