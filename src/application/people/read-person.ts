import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/records.ts';
import { readPersonByEmail } from '../awards/evaluate-recipients.ts';
import type { Store } from '../ports.ts';

/** A person, by an address or by the id, and the author of the act. */
export type WhoseData = ({ readonly email: string } | { readonly id: PersonId }) & { readonly actor: string };

/** The person of an act. Throws `unknown-person`. */
export async function readWhose(store: Store, whose: WhoseData): Promise<Person> {
  if ('email' in whose) return readPersonByEmail(store, whose.email);
  const [person] = await store.readPeople([whose.id]);
  if (!person) throw new DomainError('unknown-person');
  return person;
}
