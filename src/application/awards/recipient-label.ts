import type { Recipient } from '../../domain/award/award-types.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';

/** The label of a recipient in a list: the address of a person, the UAI of a school. */
export type RecipientLabel = { readonly email: string } | { readonly uai: Uai };

/** The label of a recipient. The address of an erased person is empty. */
export async function readLabel(store: Store, recipient: Recipient): Promise<RecipientLabel> {
  if (recipient.kind === 'establishment') return { uai: recipient.uai };
  const [person] = await store.readPeople([recipient.personId]);
  return { email: person?.emails[0] ?? '' };
}
