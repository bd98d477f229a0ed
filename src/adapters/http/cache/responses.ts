import type { Clock, KeyDirectory, Store } from '../../../application/ports.ts';
import type { Refresh } from '../../../application/settings/refresh.ts';
import type { DataVersion, DataVersionOf, Turn } from '../../../application/store/service-readers.ts';
import { type Instant, secondsAfter } from '../../../domain/time/calendar.ts';
import type { Encoding } from '../responses/content-negotiation.ts';
import { type CacheKeyFields, encodingOf, keyOf } from './key.ts';
import { type Compress, isKnown, type Ready, type Representation, represent } from './representation.ts';

/** The longest time that an answer is kept: a full verification is never older (contract of
 *  `/credentials/{id}`), and hidden or erased data leaves the memory soon. */
const MAX_CACHE_SECONDS = 60;
/** Bytes of all kept answers together. */
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_BYTES_OF_ONE = 1024 * 1024;

/** The state of the data before an answer is made. */
export interface Begun {
  readonly of: DataVersionOf;
  readonly moment: DataVersion;
  /** The keys as this process knows them. */
  readonly keys: ReturnType<KeyDirectory['list']>;
  readonly madeAt: Instant;
}

/** A request whose answer may be kept. Its handler decides whether it is, and on which data it depends. */
export interface CacheableRequest {
  begun?: Begun;
  changesAt: readonly Instant[];
}

/** An answer that was just made. */
export interface Made extends Begun {
  readonly key: string;
  /** Instants at which the answer may change. */
  readonly changesAt: readonly Instant[];
  readonly digest: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly isCompressible: boolean;
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
  /** The kept answer; undefined if it must be made. Requests of one `turn` share one look at the
   *  database. */
  find(requested: CacheKeyFields, turn?: Turn): Ready | undefined | Promise<Ready | undefined>;
  /** Whether this answer was kept and became too old: a request is making it, or will. */
  isExpired(requested: CacheKeyFields): boolean;
  /** Called before any data of an answer is read. Settings, criteria and keys are then at least as new as the
   *  moment. */
  begin(of: DataVersionOf): Promise<Begun>;
  /** Keeps an answer, unless its data changed while it was made. Returns it in this client's encoding. */
  keep(made: Made, requested: CacheKeyFields): Promise<Ready>;
  /** Drops the answers that are too old. */
  sweep(): void;
  heldBytes(): number;
}

export function makeCachedResponses(needs: ResponseCacheDeps): CachedResponses {
  const { store, clock, keys, refresh, compress, maxBytes = MAX_BYTES } = needs;
  const shelf = makeResponseStore<Held>(maxBytes);
  let sweepAt = '' as Instant;

  const isStill = ({ moment, keys: known }: Begun, { common, own }: DataVersion) =>
    moment.own === own && moment.common === common && known === keys.list();
  const inTime = ({ madeAt, until }: Held) => {
    const now = clock.now();
    // After the clock was set back, the answer's age is unknown.
    return madeAt <= now && now < until;
  };
  const give = (held: Held, requested: CacheKeyFields): Ready => {
    const encoding = held.isCompressible && compress ? encodingOf(requested) : 'identity';
    const { tag, unchanged, whole } = held.representations.get(encoding) ?? encode(held, encoding);
    return isKnown(requested.ifNoneMatch, tag) ? unchanged : whole;
  };
  const encode = (held: Held, encoding: Encoding): Representation => {
    const { body, digest, headers } = held;
    const bytes = encoding === 'identity' || !compress ? body : compress(body, encoding);
    const made = represent({ digest, headers, bytes, encoding });
    held.representations.set(encoding, made);
    shelf.grew(held);
    return made;
  };
  const take = (held: Held, requested: CacheKeyFields, dataVersion: DataVersion): Ready | undefined => {
    if (isStill(held, dataVersion)) return give(held, requested);
    shelf.remove(held);
    return undefined;
  };

  const sweep = () => {
    shelf.sort(inTime);
    sweepAt = secondsAfter(clock.now(), MAX_CACHE_SECONDS);
  };

  return {
    compresses: compress !== undefined,
    find(requested, turn) {
      const key = keyOf(requested);
      const held = key === undefined ? undefined : shelf.get(key);
      if (!held || !inTime(held)) return undefined;
      const dataVersion = store.readDataVersion(held.of, turn);
      return dataVersion instanceof Promise
        ? dataVersion.then((read) => take(held, requested, read))
        : take(held, requested, dataVersion);
    },
    isExpired(requested) {
      const held = shelf.get(keyOf(requested) ?? '');
      return held !== undefined && !inTime(held);
    },
    async begin(of) {
      const madeAt = clock.now();
      const moment = await store.readDataVersion(of);
      await refresh(moment);
      return { of, moment, madeAt, keys: keys.list() };
    },
    async keep(made, requested) {
      const held = toHeld(made, shelf.get(made.key));
      // On Workers no timer calls `sweep`, so new answers do.
      if (made.madeAt >= sweepAt) sweep();
      const isCached = isStill(held, await store.readDataVersion(made.of)) && inTime(held);
      if (isCached && held.sizeBytes() <= MAX_BYTES_OF_ONE) shelf.put(held);
      return give(held, requested);
    },
    sweep,
    heldBytes: shelf.heldBytes,
  };
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

/** A thing that takes memory under a name. */
interface Shelved {
  readonly key: string;
  sizeBytes(): number;
}

/** Things by their name, within a total number of bytes: the oldest make room for new ones. */
interface Shelf<Thing extends Shelved> {
  get(key: string): Thing | undefined;
  put(thing: Thing): void;
  /** Removes this very thing; another thing with the same name stays. */
  remove(thing: Thing): void;
  /** Must be called when a thing on the shelf has grown. */
  grew(thing: Thing): void;
  /** Removes every thing that is not wanted. */
  sort(isWanted: (thing: Thing) => boolean): void;
  heldBytes(): number;
}

export function makeResponseStore<Thing extends Shelved>(maxBytes: number): Shelf<Thing> {
  // A map keeps the order in which its entries were set.
  const things = new Map<string, { readonly thing: Thing; readonly bytes: number }>();
  let held = 0;

  const remove = (thing: Thing) => {
    const placed = things.get(thing.key);
    if (placed?.thing !== thing) return;
    things.delete(thing.key);
    held -= placed.bytes;
  };
  const place = (thing: Thing) => {
    const bytes = thing.sizeBytes();
    things.set(thing.key, { thing, bytes });
    held += bytes;
    for (const placed of things.values()) {
      if (held <= maxBytes) return;
      remove(placed.thing);
    }
  };
  const takeAway = (key: string) => {
    const placed = things.get(key);
    if (placed) remove(placed.thing);
  };

  return {
    get: (key) => things.get(key)?.thing,
    put(thing) {
      takeAway(thing.key);
      place(thing);
    },
    remove,
    grew(thing) {
      const placed = things.get(thing.key);
      if (placed?.thing !== thing) return;
      held -= placed.bytes;
      place(thing);
    },
    sort(isWanted) {
      for (const { thing } of [...things.values()]) if (!isWanted(thing)) remove(thing);
    },
    heldBytes: () => held,
  };
}
