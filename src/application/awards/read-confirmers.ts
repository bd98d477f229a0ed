import { personIdsAmong } from '../../domain/ids.ts';
import type { Engagement, Person } from '../../domain/records.ts';
import type { Store } from '../ports.ts';

/** The confirmers of some segments, where an address or id of theirs is known. */
export async function readConfirmers(
  store: Pick<Store, 'readPeople' | 'readPeopleByEmail'>,
  engagements: readonly Pick<Engagement, 'confirmedBy'>[],
): Promise<readonly Person[]> {
  const written = [...new Set(engagements.flatMap(({ confirmedBy }) => confirmedBy ?? []))];
  const [byAddress, byId] = await Promise.all([
    store.readPeopleByEmail(written.filter((text) => text.includes('@')).map((text) => text.toLowerCase())),
    store.readPeople(personIdsAmong(written)),
  ]);
  return [...byAddress, ...byId];
}
