import type { CanonicalizerChoice, Primitives } from '#open-badges/proofs';
import type { Clock, KeyDirectory, Log, Signer, Store } from '../../application/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';
import { maySign } from '../../domain/keys/registry-check.ts';
import { makeLoadAttempts, readUnlessFaulty, toUnavailable } from './key-errors.ts';
import { makeKeyReadings } from './key-readings.ts';
import { type KeyRing, type KeySet, openKeyRing } from './key-ring.ts';
import { makeSigner } from './signer.ts';

/** The issuer's keys. Public halves are available at once; private keys are opened at the first signature. */
export interface OwnKeys {
  readonly directory: KeyDirectory;
  readonly signer: Signer;
  /** Reads the public halves again, from their place and from the database. It writes nothing. */
  refresh(): Promise<void>;
  /** Opens the private keys; later calls give the same ring. Keys that the database does not know yet are
   *  saved there before they sign, so that the public half of a key that signs is never lost. Throws what is wrong with
   *  the keys. */
  open(): Promise<KeyRing>;
  /** Takes up a change of their place: reads the public halves again, and opens the private ones. What is wrong
   *  with the keys is logged, and not thrown. */
  reload(): Promise<void>;
  /** Whether something can be signed now. Throws `signing-unavailable`, caused by what is wrong. */
  check(): Promise<void>;
}

interface Options {
  /** Reads the public halves that are in place now. */
  readonly readInPlace: () => Promise<readonly PublicKeyRecord[]>;
  /** `kept` are the keys as the database knows them: an old copy of the folder does not undo their states. */
  readonly load: (saved: readonly PublicKeyRecord[]) => Promise<KeySet>;
  readonly store: Pick<Store, 'readPublicKeys' | 'readDataVersion' | 'commit'>;
  readonly log: Log;
  /** Public origin; our DID is made from it. */
  readonly origin: string;
  readonly clock: Clock;
  /** Faster tools for signing, where the runtime has them. */
  readonly tools?: { readonly road: CanonicalizerChoice; readonly primitives: Primitives };
}

/** The states of keys in the database are looked at before each signature. Where the engine answers by a
 *  query, this is done at most this often: what is signed in between with a key that has ended in the meantime is
 *  refused by the commit that stores it. */
const KEY_CHECK_INTERVAL_MS = 1000;

/** Keys that are opened at the first signature, so that a command which signs nothing needs no private key, and
 *  a service whose private keys are away goes on showing all that is signed. This is the one place that decides
 *  which key signs: a key that the database does not call active never does, whatever the folder says, and
 *  nothing is signed while the states cannot be read. The ring is kept, never a promise of it: on Workers, a
 *  request must not wait for the work of another one. */
export function makeOwnKeys({ readInPlace, load, store, log, origin, clock, tools }: Options): OwnKeys {
  const attempts = makeLoadAttempts(log);
  const readings = makeKeyReadings({ readInPlace, store, log, onChange: attempts.forgetFailure });
  const { known, refresh } = readings;
  let ring: KeyRing | undefined;
  let signer: Signer | undefined;
  const look = makeKeyRefresh({ store, refresh, mustRead: () => !readings.isRead() });
  const keepAndLoad = async (): Promise<KeySet> => {
    await refresh();
    const { kept, compared } = known();
    const isKnown = ({ kid }: PublicKeyRecord) => kept.some((key) => key.kid === kid);
    const keep = async (keys: readonly PublicKeyRecord[]) => {
      await store.commit(keys.map((key) => ({ kind: 'public-key-kept', key })));
      readings.stored(keys);
    };
    await keep(compared.toKeep.filter(isKnown));
    const loaded = await load(kept);
    // A new database whose keys do not open has signed nothing, and does not know them.
    await keep(compared.toKeep.filter((key) => !isKnown(key)));
    return loaded;
  };
  const open = async (): Promise<KeyRing> => {
    const opened = ring ?? (await attempts.take(() => openKeyRing(keepAndLoad)));
    ring ??= opened;
    return ring;
  };
  const findEnded = ({ ed25519, rs256 }: KeySet): string | undefined =>
    [ed25519.kid, rs256.kid].find((kid) => !maySign(kid, known()));
  const openForNow = async (): Promise<KeyRing> => {
    const opened = await open();
    if (findEnded(opened.current()) !== undefined) await attempts.take(opened.reload);
    const ended = findEnded(opened.current());
    if (ended !== undefined) throw new DomainError('signing-key-ended', { kid: ended });
    return opened;
  };
  const ready = async (): Promise<Signer> => {
    await look();
    const opened = await openForNow().catch(toUnavailable);
    signer ??= makeSigner({ origin, keys: opened.current, clock, ...tools });
    return signer;
  };
  return {
    directory: {
      list: () => known().compared.records,
      missing: () => known().compared.missing,
    },
    signer: {
      signStatusList: async (unsigned) => (await ready()).signStatusList(unsigned),
      signDocument: async (unsigned) => (await ready()).signDocument(unsigned),
      signEndorsement: async (unsigned, uai) => (await ready()).signEndorsement(unsigned, uai),
      signForms: async (unsigned) => (await ready()).signForms(unsigned),
      signCheckpoint: async (state) => (await ready()).signCheckpoint(state),
    },
    refresh,
    open,
    check: async () => void (await ready()),
    reload: async () => {
      attempts.forgetFailure();
      await refresh();
      const opened = ring;
      await readUnlessFaulty<unknown>(opened ? attempts.take(opened.reload) : open());
    },
  };
}

interface KeyRefresh {
  readonly store: Pick<Store, 'readDataVersion'>;
  readonly refresh: () => Promise<void>;
  /** Whether the keys must be read even where nothing was committed since. */
  readonly mustRead: () => boolean;
}

/** Makes the function that reads the keys again where the database has changed. */
function makeKeyRefresh({ store, refresh, mustRead }: KeyRefresh): () => Promise<void> {
  let seen: string | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isQuery = false;
  return async () => {
    const now = performance.now();
    if (isQuery && !mustRead() && now - lookedAt < KEY_CHECK_INTERVAL_MS) return;
    const answer = store.readDataVersion({ kind: 'service' });
    isQuery = answer instanceof Promise;
    const { common } = await answer;
    if (mustRead() || common !== seen) await refresh();
    seen = common;
    lookedAt = now;
  };
}
