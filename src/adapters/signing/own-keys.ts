import type { Clock, KeyDirectory, Log, Signer, Store } from '../../application/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import { compareKeys, type KnownKeys, maySign } from '../../domain/known-keys.ts';
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
  readonly store: Pick<Store, 'readPublicKeys' | 'readMoment' | 'commit'>;
  readonly log: Log;
  /** Public origin; our DID is made from it. */
  readonly origin: string;
  readonly clock: Clock;
  /** Faster tools for signing, where the runtime has them. */
  readonly tools?: { readonly road: CanonicalRoad; readonly primitives: Primitives };
}

const NONE: KnownKeys = { records: [], missing: [], toKeep: [] };

/** The states of keys in the database are looked at before each signature. Where the engine answers by a
 *  query, this is done at most this often: what is signed in between with a key that has ended meanwhile is
 *  refused by the commit that stores it. */
const LOOK_AGAIN_MS = 1000;

/** The keys as last read. */
interface Reading {
  readonly inPlace: readonly PublicKeyRecord[];
  readonly kept: readonly PublicKeyRecord[];
  readonly compared: KnownKeys;
}

const UNREAD: Reading = { inPlace: [], kept: [], compared: NONE };

/** Keys that are opened at the first signature, so that a command which signs nothing needs no private key.
 *  This is the one place that decides which key signs: a key that the database does not call active never
 *  does, whatever the folder says, and nothing is signed while the states cannot be read. The ring is kept,
 *  never a promise of it: on Workers, a request must not wait for the work of another one. */
export function makeOwnKeys({ readInPlace, load, store, log, origin, clock, tools }: Options): OwnKeys {
  let known = UNREAD;
  /** Whether the last reading that ended has succeeded. */
  let isRead = false;
  let begun = 0;
  let applied = 0;
  let ring: KeyRing | undefined;
  let signer: Signer | undefined;
  const refresh = async (): Promise<void> => {
    begun += 1;
    const reading = begun;
    const [inPlace, kept] = await Promise.all([readInPlace(), store.readPublicKeys()]).catch((error) => {
      isRead = false;
      throw error;
    });
    // A reading that began earlier and ends later would put older states back.
    if (reading < applied) return;
    applied = reading;
    const compared = compareKeys(inPlace, kept);
    if (known === UNREAD) tellMissing(log, compared);
    else tellChanges(log, known.compared, compared);
    known = { inPlace, kept, compared };
    isRead = true;
  };
  const look = makeLook({ store, refresh, mustRead: () => !isRead });
  const keepAndLoad = async (): Promise<KeySet> => {
    await refresh();
    const { kept, compared } = known;
    await store.commit(compared.toKeep.map((key) => ({ kind: 'public-key-kept', key })));
    const news = new Set(compared.toKeep.map(({ kid }) => kid));
    known = { ...known, kept: [...kept.filter(({ kid }) => !news.has(kid)), ...compared.toKeep] };
    return load(kept);
  };
  const open = async (): Promise<KeyRing> => {
    const opened = ring ?? (await openKeyRing(keepAndLoad));
    ring ??= opened;
    return ring;
  };
  const findEnded = ({ ed25519, rs256 }: KeySet): string | undefined =>
    [ed25519.kid, rs256.kid].find((kid) => !maySign(kid, known));
  const ready = async (): Promise<Signer> => {
    await look();
    const opened = await open();
    if (findEnded(opened.current()) !== undefined) await opened.reload();
    const ended = findEnded(opened.current());
    if (ended !== undefined) throw new DomainError('signing-key-ended', { kid: ended });
    signer ??= makeSigner({ origin, keys: opened.current, clock, ...tools });
    return signer;
  };
  return {
    directory: { list: () => known.compared.records, missing: () => known.compared.missing },
    signer: {
      signStatusList: async (unsigned) => (await ready()).signStatusList(unsigned),
      signDocument: async (unsigned) => (await ready()).signDocument(unsigned),
      signEndorsement: async (unsigned, uai) => (await ready()).signEndorsement(unsigned, uai),
      signForms: async (unsigned) => (await ready()).signForms(unsigned),
      signCheckpoint: async (state) => (await ready()).signCheckpoint(state),
    },
    refresh,
    open,
  };
}

interface Look {
  readonly store: Pick<Store, 'readMoment'>;
  readonly refresh: () => Promise<void>;
  /** Whether the keys must be read even where nothing was committed since. */
  readonly mustRead: () => boolean;
}

/** Makes the function that reads the keys again where the database has changed. */
function makeLook({ store, refresh, mustRead }: Look): () => Promise<void> {
  let seen: string | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isQuery = false;
  return async () => {
    const now = performance.now();
    if (isQuery && !mustRead() && now - lookedAt < LOOK_AGAIN_MS) return;
    const answer = store.readMoment({ kind: 'service' });
    isQuery = answer instanceof Promise;
    const { common } = await answer;
    if (mustRead() || common !== seen) await refresh();
    seen = common;
    lookedAt = now;
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
