import { personIdsAmong } from '../../domain/ids.ts';
import { emailsAmong } from '../../domain/person/mail-address.ts';
import type { Engagement, Person } from '../../domain/records.ts';
import type { Store } from '../ports.ts';

/** The people who confirmed some engagements, as far as the register has the address or id noted there. */
export async function readConfirmers(
  store: Store,
  engagements: readonly Pick<Engagement, 'confirmedBy'>[],
): Promise<readonly Person[]> {
  const written = [...new Set(engagements.flatMap(({ confirmedBy }) => confirmedBy ?? []))];
  const [byAddress, byId] = await Promise.all([
    store.readPeopleByEmail(emailsAmong(written)),
    store.readPeople(personIdsAmong(written)),
  ]);
  return [...byAddress, ...byId];
}
