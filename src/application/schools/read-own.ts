import type { PersonId } from '../../domain/ids.ts';
import type { School } from '../../domain/records.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Ports } from '../service-ports.ts';

/** The schools for which a person may speak: schools that they head, and schools where they have an
 *  engagement that has not ended and that no one contests. Sorted by name. */
export const readOwnSchools =
  ({ store, clock }: Ports) =>
  async (person: {
    readonly personId: PersonId;
    readonly heads: readonly Uai[];
  }): Promise<readonly School[]> => {
    const today = localDateInParis(clock.now());
    const [record] = await store.readPersonRecords([person.personId]);
    const engaged = (record?.engagements ?? [])
      .filter(({ confirmation, period: { to } }) => confirmation !== 'contested' && (!to || to >= today))
      .map(({ uai }) => uai);
    const uais = [...new Set([...person.heads, ...engaged])];
    if (uais.length === 0) return [];
    return (await store.readSchoolsByUai(uais)).toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  };
