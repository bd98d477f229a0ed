import type { Recipient } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import { personIdsAmong } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { parseUai, type Uai } from '../../domain/uai.ts';
import { readSchoolLabels, readSchoolsOf } from '../people/schools.ts';
import type { Store } from '../ports.ts';

/** The label of a recipient in a list: the address of a person, with name and school where the list is read by
 *  people; the UAI of a school, with its name and place. */
export type RecipientLabel =
  | { readonly email: string; readonly name?: string; readonly school?: string }
  | { readonly uai: Uai; readonly school?: string };

/** A label among the fields of a line. */
export interface Labelled {
  readonly email?: string;
  readonly uai?: string;
  readonly name?: string;
  readonly school?: string;
}

/** The labels of recipients as people read them, in three reads. The address of an erased person is empty. */
export async function readLabels(
  store: Pick<Store, 'readPeople' | 'readLatestSchools' | 'readSchoolsByUai'>,
  recipients: readonly Recipient[],
): Promise<(recipient: Recipient) => RecipientLabel> {
  const ids = recipients.flatMap((one) => (one.kind === 'person' ? one.personId : []));
  const uais = recipients.flatMap((one) => (one.kind === 'establishment' ? one.uai : []));
  const people = ids.length > 0 ? await store.readPeople([...new Set(ids)]) : [];
  const [schoolOf, schools] = await Promise.all([
    readSchoolsOf(store, people),
    readSchoolLabels(store, uais),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  return (recipient) => {
    if (recipient.kind === 'establishment') {
      const { uai } = recipient;
      return compact({ uai, school: schools.get(uai) });
    }
    const person = byId.get(recipient.personId);
    if (!person) return { email: '' };
    return compact({ email: person.emails[0] ?? '', name: fullName(person), school: schoolOf(person) });
  };
}

export async function readLabel(store: Store, recipient: Recipient): Promise<RecipientLabel> {
  return (await readLabels(store, [recipient]))(recipient);
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
