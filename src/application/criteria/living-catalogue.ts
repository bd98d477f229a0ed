import { catalogueOf, criteriaVersions } from '../../catalogue/catalogue.ts';
import { loadCriteria } from '../../catalogue/load-criteria.ts';
import { type Instant, isWithin } from '../../domain/time/time.ts';
import type { Catalogue, Clock, Store } from '../ports.ts';

/** Seconds for which the versions stay valid after they were read. A version is adopted for tomorrow at the
 *  earliest, so every process knows it before it is in force. */
const FRESH_SECONDS = 60;

/** The criteria published with the software, followed by those adopted in this service. */
export interface LivingCatalogue extends Catalogue {
  /** Reads the versions adopted or withdrawn since. Without `now`, it does nothing within a minute of the
   *  last reading. */
  refresh(when?: 'now'): Promise<void>;
  /** The highest number ever given to a version, withdrawn ones included. No number is given twice. */
  lastNumber(): number;
  /** Whether the version was adopted in this service. Only such a version can be withdrawn. */
  isAdoptedHere(version: number): boolean;
}

export function makeLivingCatalogue({
  store,
  clock,
}: {
  readonly store: Pick<Store, 'readCriteriaVersions'>;
  readonly clock: Clock;
}): LivingCatalogue {
  let versions = criteriaVersions;
  let lastNumber = criteriaVersions.at(-1)?.version ?? 0;
  let readAt: Instant | undefined;
  return {
    ...catalogueOf(() => versions),
    async refresh(when) {
      const now = clock.now();
      if (when !== 'now' && readAt && isWithin(now, readAt, FRESH_SECONDS)) return;
      const adopted = await store.readCriteriaVersions();
      const published = criteriaVersions.at(-1)?.version ?? 0;
      const known = new Map(versions.map((one) => [one.version, one]));
      const standing = adopted.filter(({ version, withdrawn }) => !withdrawn && version > published);
      versions = [
        ...criteriaVersions,
        ...standing.map((one) => known.get(one.version) ?? loadCriteria(JSON.parse(one.document))),
      ];
      lastNumber = Math.max(published, adopted.at(-1)?.version ?? 0);
      readAt = now;
    },
    lastNumber: () => lastNumber,
    isAdoptedHere: (version) => !criteriaVersions.some((one) => one.version === version),
  };
}
