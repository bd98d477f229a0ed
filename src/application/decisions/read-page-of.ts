import type { Recipient } from '../../domain/award/award-types.ts';
import type { WalkedSlice } from '../jobs/walk-recipients.ts';
import type { Store } from '../ports.ts';

/** One person or school in the form of a page of recipients, to be judged like one. */
export async function readPageOf(
  store: Store,
  recipient: Recipient,
): Promise<Pick<WalkedSlice, 'people' | 'schools'>> {
  if (recipient.kind === 'establishment') {
    return { people: [], schools: await store.readEstablishmentRecords([recipient.uai]) };
  }
  const people = await store.readPeople([recipient.personId]);
  return { people: await store.readPersonRecords(people.map(({ id }) => id)), schools: [] };
}
