import type { Deciding } from '../../../../application/engagements/change.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { personIdsAmong } from '../../../../domain/ids.ts';
import type { Engagement, Person } from '../../../../domain/records.ts';
import type { Choice } from '../../forms/inputs.tsx';
import type { Right } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { deciderOf } from '../../school/context.ts';

/** Keeping the record of the person that the address names: no one keeps their own. */
export const EDIT_RECORD: Right = {
  may: 'keep-record',
  of: ({ param }) => {
    const [personId] = personIdsAmong([param('id')]);
    return personId && { kind: 'person', personId };
  },
};

/** Address of the page of the person that the address names. */
export function personPath({ param }: PageRequest): string {
  return `/dane/people/${param('id')}`;
}

/** The person that the address names; undefined if it names no one. */
export async function findPersonOf({ store, param }: PageRequest): Promise<Person | undefined> {
  const [person] = await store.readPeople(personIdsAmong([param('id')]));
  return person;
}

/** The person that the address names. Throws `not-found`. */
export async function personOf(request: PageRequest): Promise<Person> {
  const person = await findPersonOf(request);
  if (!person) throw new DomainError('not-found');
  return person;
}

/** The schools of these engagements, to choose from. */
export async function schoolChoices(
  { store }: PageRequest,
  engagements: readonly Engagement[] = [],
): Promise<readonly Choice[]> {
  const schools = await store.readSchoolsByUai([...new Set(engagements.map(({ uai }) => uai))]);
  return schools.map(({ uai, name, commune }) => {
    return { value: uai, label: [name, commune].filter(Boolean).join(', ') };
  });
}

/** The signed-in agent, as the author of a change. */
export function agentOf({ c }: PageRequest, confirms = false): Deciding {
  return { ...deciderOf(c), as: 'dane', confirms };
}
