import { type Instant, secondsAfter } from '../../domain/time/time.ts';
import type { TrustedIssuer, TrustedList } from '../../domain/trusted-list.ts';
import type { Clock, IssuerConfig, Store } from '../ports.ts';

/** Days for which a list that cannot be read again goes on counting. */
const KEPT_SECONDS = 30 * 86_400;
/** Seconds after which this process looks at the database again. */
const FRESH_SECONDS = 60;

/** A listed issuer, and the list that names it. */
export interface Listed extends TrustedIssuer {
  readonly list: string;
  readonly readAt: Instant;
}

/** The issuers that the operator trusts. */
export interface TrustDirectory {
  find(id: string): Promise<Listed | undefined>;
  /** The name of a known issuer, ours among them, that a stated name repeats, in whatever spelling. */
  findName(stated: string): Promise<string | undefined>;
}

interface Needs {
  readonly store: Pick<Store, 'readTrustedLists'>;
  readonly clock: Clock;
  /** As in the settings: the first list that names an issuer counts. */
  readonly sources: readonly string[];
  readonly issuer: Pick<IssuerConfig, 'name'>;
}

interface Held {
  readonly at: Instant;
  readonly byId: ReadonlyMap<string, Listed>;
  readonly byName: ReadonlyMap<string, string>;
}

export function makeTrustDirectory({ store, clock, sources, issuer }: Needs): TrustDirectory {
  let held: Held | undefined;
  const read = async (): Promise<Held> => {
    const at = clock.now();
    if (held && held.at <= at && at < secondsAfter(held.at, FRESH_SECONDS)) return held;
    const lists = sources.length === 0 ? [] : await store.readTrustedLists();
    const listed = inOrder(lists, sources)
      .filter((list) => isCurrent(list, at))
      .flatMap(entriesOf);
    held = {
      at,
      byId: new Map(listed.toReversed().map((one) => [one.id, one])),
      byName: new Map(listed.map(({ name }) => [foldedName(name), name])),
    };
    return held;
  };
  return {
    find: async (id) => (await read()).byId.get(id),
    findName: async (stated) => {
      const name = foldedName(stated);
      if (name === '') return undefined;
      return name === foldedName(issuer.name) ? issuer.name : (await read()).byName.get(name);
    },
  };
}

function inOrder(lists: readonly TrustedList[], sources: readonly string[]): readonly TrustedList[] {
  return sources.flatMap((source) => lists.filter((list) => list.source === source));
}

function isCurrent({ readAt, validUntil }: TrustedList, now: Instant): boolean {
  const ends = validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(validUntil);
  return now < secondsAfter(readAt, KEPT_SECONDS) && Date.parse(now) < ends;
}

function entriesOf({ name, readAt, issuers }: TrustedList): readonly Listed[] {
  return issuers.map((one) => ({ ...one, list: name, readAt }));
}

/** Case, accents, spaces and signs make no other name. */
function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLocaleLowerCase('fr');
}
