import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';

/** The person's record. Throws `unknown-person` where they have no engagement at the school. */
export async function requireMember(store: Store, uai: Uai, personId: PersonId): Promise<void> {
  const [record] = await store.readPersonRecords([personId]);
  if (!record?.engagements.some((one) => one.uai === uai)) throw new DomainError('unknown-person');
}
