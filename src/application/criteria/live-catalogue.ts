import { defaultDocument, defaultPack } from '../../catalogue/default-pack.ts';
import { loadCriteria } from '../../catalogue/load-criteria.ts';
import { type OfficePack, type PackDocument, readPack } from '../../catalogue/office-pack.ts';
import { catalogueOf } from '../../catalogue/versions.ts';
import type { Criteria } from '../../domain/criteria/definition.ts';
import { type Instant, isWithin } from '../../domain/time/calendar.ts';
import type { Catalogue, Clock, Store } from '../ports.ts';

/** Seconds for which the versions stay valid after they were read. A version that asks something else of anyone
 *  is adopted for tomorrow at the earliest, so every process knows it before it is in force. */
const FRESH_SECONDS = 60;

/** The office's pack, and the criteria published with it, followed by those adopted in this service. */
export interface LiveCatalogue extends Catalogue {
  /** Reads what was adopted or withdrawn since. Without `now`, it does nothing within a minute of the last
   *  reading. */
  refresh(when?: 'now'): Promise<void>;
  /** The highest number ever given to a version of the criteria, withdrawn ones included. No number is given
   *  twice. */
  lastNumber(): number;
  /** Whether the version was adopted in this service. Only such a version can be withdrawn. */
  isAdoptedHere(version: number): boolean;
  /** The newest pack as one value, and its number; 0 for the pack that comes with the program. */
  newestPack(): { readonly version: number; readonly document: PackDocument };
}

interface KnownPack {
  readonly version: number;
  readonly document: PackDocument;
  readonly pack: OfficePack;
}

const SHIPPED: KnownPack = { version: 0, document: defaultDocument, pack: defaultPack };

export function makeLiveCatalogue({
  store,
  clock,
}: {
  readonly store: Pick<Store, 'readCriteriaVersions' | 'readOfficeVersions'>;
  readonly clock: Clock;
}): LiveCatalogue {
  // The pack that the service began with gives the first version of the criteria.
  let first = SHIPPED;
  let newest = SHIPPED;
  let versions: readonly Criteria[] = [first.pack.criteria];
  let lastNumber = first.pack.criteria.version;
  let readAt: Instant | undefined;

  const readPacks = async () => {
    for (const { version, document, isFirst } of await store.readOfficeVersions(newest.version)) {
      const value = JSON.parse(document) as PackDocument;
      newest = { version, document: value, pack: readPack(value) };
      if (isFirst) first = newest;
    }
  };
  return Object.assign(catalogueOf({ pack: () => newest.pack, versions: () => versions }), {
    async refresh(when?: 'now') {
      const now = clock.now();
      if (when !== 'now' && readAt && isWithin(now, readAt, FRESH_SECONDS)) return;
      await readPacks();
      const adopted = await store.readCriteriaVersions();
      const base = first.pack.criteria;
      const known = new Map(versions.map((one) => [one.version, one]));
      const standing = adopted.filter(({ version, withdrawn }) => !withdrawn && version > base.version);
      versions = [
        base,
        ...standing.map(
          (one) => known.get(one.version) ?? loadCriteria(JSON.parse(one.document), newest.pack.framework),
        ),
      ];
      lastNumber = Math.max(base.version, adopted.at(-1)?.version ?? 0);
      readAt = now;
    },
    lastNumber: () => lastNumber,
    isAdoptedHere: (version: number) => version !== first.pack.criteria.version,
    newestPack: () => ({ version: newest.version, document: newest.document }),
  });
}
