import type { Recipient } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import { personIdsAmong } from '../../domain/ids.ts';
import { parseUai, type Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';

/** The label of a recipient in a list: the address of a person, the UAI of a school. */
export type RecipientLabel = { readonly email: string } | { readonly uai: Uai };

/** The label of a recipient. The address of an erased person is empty. */
export async function readLabel(store: Store, recipient: Recipient): Promise<RecipientLabel> {
  if (recipient.kind === 'establishment') return { uai: recipient.uai };
  const [person] = await store.readPeople([recipient.personId]);
  return { email: person?.emails[0] ?? '' };
}

/** The place reached in a walk over all recipients, in the form in which the API returns it. Clients send it
 *  back unchanged. */
export function toRecipientPlace(recipient: Recipient): string {
  return recipient.kind === 'person' ? `person:${recipient.personId}` : `establishment:${recipient.uai}`;
}

/** Reads a place that a client sent back. Throws `invalid-request`. */
export function parseRecipientPlace(text: string): Recipient {
  const [, kind, id = ''] = /^(person|establishment):(.{1,100})$/.exec(text) ?? [];
  if (kind === 'establishment') return { kind, uai: parseUai(id) };
  const [personId] = personIdsAmong([id]);
  if (!personId) throw new DomainError('invalid-request', { reason: 'after: not a place that was answered' });
  return { kind: 'person', personId };
}
