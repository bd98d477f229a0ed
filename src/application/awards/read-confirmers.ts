import { personIdsAmong } from '../../domain/ids.ts';
import type { Engagement, Person } from '../../domain/records.ts';
import type { Store } from '../ports.ts';

/** Those who confirmed some segments, as far as the service knows them by an address or an id. */
export async function readConfirmers(
  store: Store,
  engagements: readonly Pick<Engagement, 'confirmedBy'>[],
): Promise<readonly Person[]> {
  const written = [...new Set(engagements.flatMap(({ confirmedBy }) => confirmedBy ?? []))];
  const [byAddress, byId] = await Promise.all([
    store.readPeopleByEmail(written.filter((text) => text.includes('@')).map((text) => text.toLowerCase())),
    store.readPeople(personIdsAmong(written)),
  ]);
  return [...byAddress, ...byId];
}
