import type { Clock, KeyDirectory, Log, Signer, Store } from '../../application/ports.ts';
import { compareKeys, type KnownKeys } from '../../domain/known-keys.ts';
import type { PublicKeyRecord } from '../../domain/public-key.ts';
import type { CanonicalRoad } from './canonical-road.ts';
import { type KeyRing, type KeySet, openKeyRing } from './key-ring.ts';
import type { Primitives } from './primitives.ts';
import { makeSigner } from './signer.ts';

/** The issuer's keys. Public halves are available at once; private keys are opened at the first signature. */
export interface OwnKeys {
  readonly directory: KeyDirectory;
  readonly signer: Signer;
  /** Reads the public halves again, from their place and from the database. It writes nothing. */
  refresh(): Promise<void>;
  /** Opens the private keys; later calls give the same ring. Keys that the database does not know yet are
   *  saved there first, so that the public half of a key that signs is never lost. */
  open(): Promise<KeyRing>;
}

interface Options {
  /** Reads the public halves that are in place now. */
  readonly readInPlace: () => Promise<readonly PublicKeyRecord[]>;
  /** `kept` are the keys as the database knows them: an old copy of the folder does not undo their states. */
  readonly load: (kept: readonly PublicKeyRecord[]) => Promise<KeySet>;
  readonly store: Pick<Store, 'readPublicKeys' | 'commit'>;
  readonly log: Log;
  /** Public origin; our DID is made from it. */
  readonly origin: string;
  readonly clock: Clock;
  /** Faster tools for signing, where the runtime has them. */
  readonly tools?: { readonly road: CanonicalRoad; readonly primitives: Primitives };
}

const NONE: KnownKeys = { records: [], missing: [], toKeep: [] };

/** Keys that are opened at the first signature, so that a command which signs nothing needs no private key.
 *  The ring is kept, never a promise of it: on Workers, a request must not wait for the work of another
 *  one. */
export function makeOwnKeys({ readInPlace, load, store, log, origin, clock, tools }: Options): OwnKeys {
  let known = NONE;
  let ring: KeyRing | undefined;
  let signer: Signer | undefined;
  const refresh = async (): Promise<readonly PublicKeyRecord[]> => {
    const [inPlace, kept] = await Promise.all([readInPlace(), store.readPublicKeys()]);
    const found = compareKeys(inPlace, kept);
    if (known !== NONE) tellChanges(log, known, found);
    else tellMissing(log, found);
    known = found;
    return kept;
  };
  const keepAndLoad = async (): Promise<KeySet> => {
    const kept = await refresh();
    await store.commit(known.toKeep.map((key) => ({ kind: 'public-key-kept', key })));
    return load(kept);
  };
  const open = async (): Promise<KeyRing> => {
    const opened = ring ?? (await openKeyRing(keepAndLoad));
    ring ??= opened;
    return ring;
  };
  const ready = async (): Promise<Signer> => {
    const { current } = await open();
    signer ??= makeSigner({ origin, keys: current, clock, ...tools });
    return signer;
  };
  return {
    directory: { list: () => known.records, missing: () => known.missing },
    signer: {
      signStatusList: async (unsigned) => (await ready()).signStatusList(unsigned),
      signDataIntegrity: async (unsigned) => (await ready()).signDataIntegrity(unsigned),
      signEndorsement: async (unsigned, uai) => (await ready()).signEndorsement(unsigned, uai),
      signJwt: async (unsigned) => (await ready()).signJwt(unsigned),
      signCheckpoint: async (state) => (await ready()).signCheckpoint(state),
    },
    refresh: async () => void (await refresh()),
    open,
  };
}

/** Logs every change of a key that this process sees, whichever process made it. */
function tellChanges(log: Log, before: KnownKeys, now: KnownKeys): void {
  const states = new Map(before.records.map(({ kid, state }) => [kid, state]));
  for (const { kid, algorithm, state } of now.records) {
    if (states.get(kid) !== state) log.info('key-changed', { kid, algorithm, state });
  }
  if (kidsOf(before) !== kidsOf(now)) tellMissing(log, now);
}

function tellMissing(log: Log, known: KnownKeys): void {
  if (known.missing.length > 0) log.error('keys-missing', { kids: kidsOf(known) });
}

const kidsOf = ({ missing }: KnownKeys) => missing.map(({ kid }) => kid).join(' ');
