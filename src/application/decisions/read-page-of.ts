import type { Recipient } from '../../domain/award/award-types.ts';
import type { Store } from '../ports.ts';

/** One person or school, in the form of a page of recipients to judge. */
export async function readPageOf(
  store: Pick<Store, 'readEstablishmentRecords' | 'readPeople' | 'readPersonRecords'>,
  recipient: Recipient,
) {
  if (recipient.kind === 'establishment') {
    const schools = await store.readEstablishmentRecords([recipient.uai]);
    return { people: [], records: new Map(), schools };
  }
  const ids = [recipient.personId];
  const [people, records] = await Promise.all([store.readPeople(ids), store.readPersonRecords(ids)]);
  return { people, records: new Map(records.map((one) => [one.personId, one])), schools: [] };
}
