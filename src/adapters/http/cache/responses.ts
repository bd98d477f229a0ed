import type { Clock, KeyDirectory, Store } from '../../../application/ports.ts';
import type { Refresh } from '../../../application/settings/refresh.ts';
import type { DataVersion, DataVersionOf, Turn } from '../../../application/store/service-readers.ts';
import { type Instant, secondsAfter } from '../../../domain/time/calendar.ts';
import type { Encoding } from '../responses/content-negotiation.ts';
import type { Begun, Made } from './cached-response.ts';
import { type CacheKeyFields, encodingOf, keyOf } from './key.ts';
import { type DuringOutage, makeOutageCopies } from './outage-copies.ts';
import { type Compress, isKnown, type Ready, type Representation, represent } from './representation.ts';
import { makeResponseStore, type Shelved } from './response-store.ts';
import { type AbsentBadges, makeAbsentBadges } from './unknown-badges.ts';

/** The longest time that an answer is kept: a full verification is never older (contract of
 *  `/credentials/{id}`), and hidden or erased data leaves the memory soon. */
const MAX_CACHE_SECONDS = 60;
/** Bytes of all kept answers together. */
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_BYTES_OF_ONE = 1024 * 1024;
/** Bytes of all copies for the time in which the database is away. */
const MAX_OUTAGE_BYTES = 16 * 1024 * 1024;

/** A request whose answer may be kept. Its handler decides whether it is, and on which data it depends. */
export interface CacheableRequest {
  begun?: Begun;
  outage?: DuringOutage | undefined;
  /** Whether it is kept only for the time in which the database is away. */
  isOnlyForOutage?: boolean | undefined;
  changesAt: readonly Instant[];
}

interface Held extends Made, Shelved {
  readonly until: Instant;
  readonly representations: Map<Encoding, Representation>;
}

interface ResponseCacheDeps {
  readonly store: Pick<Store, 'readDataVersion'>;
  readonly clock: Clock;
  readonly keys: Pick<KeyDirectory, 'list'>;
  readonly refresh: Refresh;
  readonly compress?: Compress | undefined;
  readonly maxBytes?: number | undefined;
}

/** Public answers as bytes, each made once. Before one is given, everything that it depends on is compared
 *  again: the database, the keys, the clock. After a change, there is no kept answer. */
export interface CachedResponses {
  /** Whether texts are given compressed. */
  readonly compresses: boolean;
  /** The answers for badges that are not shown. `find` gives them too. */
  readonly absent: AbsentBadges;
  /** The kept answer; undefined if it must be made. Requests of one `turn` share one look at the
   *  database. */
  find(requested: CacheKeyFields, turn?: Turn): Ready | undefined | Promise<Ready | undefined>;
  /** Whether this answer was kept and became too old: a request is making it, or will. */
  isExpired(requested: CacheKeyFields): boolean;
  /** Called before any data of an answer is read. Settings, criteria and keys are then at least as new as the
   *  data version. */
  begin(of: DataVersionOf): Promise<Begun>;
  /** Keeps an answer, unless its data changed while it was made. Returns it in this client's encoding. */
  keep(made: Made, requested: CacheKeyFields): Promise<Ready>;
  /** The answer for the time in which the database is away; undefined if there is none, or if it is too old. */
  findDuringOutage(requested: CacheKeyFields): Ready | undefined;
  /** Whether the database answered within the last day: keys are published no longer without it. */
  answeredWithinADay(): boolean;
  /** Drops the answers that are too old, and reads whether the data changed. */
  sweep(): void;
  heldBytes(): number;
}

export function makeCachedResponses(needs: ResponseCacheDeps): CachedResponses {
  const { store, clock, keys, refresh, compress, maxBytes = MAX_BYTES } = needs;
  const responses = makeResponseStore<Held>(maxBytes);
  const copies = makeOutageCopies(makeResponseStore<Held>(MAX_OUTAGE_BYTES), needs);
  const absent = makeAbsentBadges(needs);
  let sweepAt = '' as Instant;

  const isStill = ({ dataVersion, keys: known }: Begun, { common, own }: DataVersion) =>
    dataVersion.own === own && dataVersion.common === common && known === keys.list();
  const inTime = ({ madeAt, until }: Held) => {
    const now = clock.now();
    // After the clock was set back, the answer's age is unknown.
    return madeAt <= now && now < until;
  };
  const give = makeEncoder(compress, (held) => {
    responses.grew(held);
    copies.grew(held);
  });
  const take = (held: Held, requested: CacheKeyFields, dataVersion: DataVersion): Ready | undefined => {
    copies.noted(dataVersion);
    if (isStill(held, dataVersion)) return give(held, requested);
    responses.remove(held);
    return undefined;
  };

  const sweep = () => {
    responses.sort(inTime);
    sweepAt = secondsAfter(clock.now(), MAX_CACHE_SECONDS);
  };

  return {
    compresses: compress !== undefined,
    absent,
    find(requested, turn) {
      const key = keyOf(requested);
      const held = key === undefined ? undefined : responses.get(key);
      if (!held) return absent.find(requested, turn);
      if (!inTime(held)) return undefined;
      const dataVersion = store.readDataVersion(held.of, turn);
      return dataVersion instanceof Promise
        ? dataVersion.then((read) => take(held, requested, read))
        : take(held, requested, dataVersion);
    },
    isExpired(requested) {
      const held = responses.get(keyOf(requested) ?? '');
      return held !== undefined && !inTime(held);
    },
    async begin(of) {
      const madeAt = clock.now();
      const dataVersion = await store.readDataVersion(of);
      await refresh(dataVersion);
      copies.noted(dataVersion);
      return { of, dataVersion, madeAt, keys: keys.list() };
    },
    async keep(made, requested) {
      const held = toHeld(made, responses.get(made.key));
      // On Workers no timer calls `sweep`, so new answers do.
      if (made.madeAt >= sweepAt) sweep();
      const isCached = isStill(held, await store.readDataVersion(made.of)) && inTime(held);
      if (made.outage && isCached) copies.save(toHeld(toOutageAnswer(made), undefined));
      if (isCached && !made.isOnlyForOutage && held.sizeBytes() <= MAX_BYTES_OF_ONE) responses.put(held);
      return give(held, requested);
    },
    findDuringOutage(requested) {
      const copy = copies.find(keyOf(requested) ?? '');
      return copy && give(copy, requested);
    },
    answeredWithinADay: copies.isWithinADay,
    sweep() {
      sweep();
      void copies.sweep();
    },
    heldBytes: responses.heldBytes,
  };
}

/** Makes the function that gives an answer in a client's encoding, compressed once. `grew` is called each time that an answer
 *  takes more memory. */
function makeEncoder(compress: Compress | undefined, grew: (held: Held) => void) {
  const encode = (held: Held, encoding: Encoding): Representation => {
    const { body, digest, headers } = held;
    const bytes = encoding === 'identity' || !compress ? body : compress(body, encoding);
    const made = represent({ digest, headers, bytes, encoding });
    held.representations.set(encoding, made);
    grew(held);
    return made;
  };
  return (held: Held, requested: CacheKeyFields): Ready => {
    const encoding = held.isCompressible && compress ? encodingOf(requested) : 'identity';
    const { tag, unchanged, whole } = held.representations.get(encoding) ?? encode(held, encoding);
    return isKnown(requested.ifNoneMatch, tag) ? unchanged : whole;
  };
}

/** A shared cache must not store it: it would be given for longer than the service itself gives it. */
function toOutageAnswer(made: Made): Made {
  const others = made.headers.filter(([name]) => name !== 'cache-control');
  return { ...made, headers: [...others, ['cache-control', 'no-cache']] };
}

/** The same bytes as before need not be compressed again. */
function toHeld(made: Made, before: Held | undefined): Held {
  const isSame = before?.digest === made.digest && isEqual(before.headers, made.headers);
  const representations = isSame ? before.representations : new Map<Encoding, Representation>();
  return { ...made, until: endOf(made), representations, sizeBytes };

  function sizeBytes(): number {
    const compressed = [...representations].filter(([encoding]) => encoding !== 'identity');
    return compressed.reduce((sum, [, { sizeBytes: size }]) => sum + size, made.body.length);
  }
}

function isEqual(one: Made['headers'], other: Made['headers']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The answer ends at the next full hour at the latest, because a day in Paris begins at one (22 or 23 h
 *  UTC). */
function endOf({ madeAt, changesAt }: Made): Instant {
  const hour = secondsAfter(`${madeAt.slice(0, 13)}:00:00Z` as Instant, 3600);
  const ends = [secondsAfter(madeAt, MAX_CACHE_SECONDS), hour, ...changesAt.filter((at) => at > madeAt)];
  return ends.toSorted()[0] ?? madeAt;
}
