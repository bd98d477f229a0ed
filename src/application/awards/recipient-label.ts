import type { Recipient } from '../../domain/award/award-types.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';

/** What a recipient is called by in a list: a person by an address, a school by its UAI. */
export type RecipientLabel = { readonly email: string } | { readonly uai: Uai };

/** The label of a recipient; an erased person has an empty address. */
export async function readLabel(store: Store, recipient: Recipient): Promise<RecipientLabel> {
  if (recipient.kind === 'establishment') return { uai: recipient.uai };
  const [person] = await store.readPeople([recipient.personId]);
  return { email: person?.emails[0] ?? '' };
}
