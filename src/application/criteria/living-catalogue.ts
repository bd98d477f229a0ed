import { catalogueOf, criteriaVersions } from '../../catalogue/catalogue.ts';
import { loadCriteria } from '../../catalogue/load-criteria.ts';
import { type Instant, secondsAfter } from '../../domain/time/time.ts';
import type { Catalogue, Clock, Store } from '../ports.ts';

/** How long what was read stands before the register is asked again: a version is adopted for tomorrow at the earliest,
 *  so that every process knows it before it judges. */
const FRESH_SECONDS = 60;

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
}

/** The criteria published with the software and, after them, those adopted in this service. */
export interface LivingCatalogue extends Catalogue {
  /** Reads what was adopted since; nothing where that was asked within the last minute. */
  refresh(when?: 'now'): Promise<void>;
}

export function makeLivingCatalogue({ store, clock }: Needs): LivingCatalogue {
  let versions = criteriaVersions;
  let readAt: Instant | undefined;
  return {
    ...catalogueOf(() => versions),
    async refresh(when) {
      const now = clock.now();
      if (when !== 'now' && readAt && now < secondsAfter(readAt, FRESH_SECONDS)) return;
      const newest = versions.at(-1)?.version ?? 0;
      const adopted = await store.readCriteriaVersions(newest);
      versions = [...versions, ...adopted.map((document) => loadCriteria(JSON.parse(document)))];
      readAt = now;
    },
  };
}
