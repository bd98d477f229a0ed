import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/records.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type { Uai } from '../../domain/uai.ts';
import { requireSchoolOpen } from '../engagements/open-school.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict } from '../use-cases.ts';

interface AddPerson extends Pick<Person, 'givenName' | 'familyName' | 'profiles'> {
  readonly email: string;
  readonly headOf: Uai | undefined;
  readonly actor: PersonId;
}

/** Adds a person whom no file brought. Throws `address-taken`, `unknown-establishment`, `establishment-closed`. */
export const addPerson =
  ({ store, clock, ids }: Ports) =>
  ({ email, actor, ...said }: AddPerson): Promise<PersonId> =>
    retryOnConflict(async () => {
      const [owner] = await store.readPeopleByEmail([email]);
      if (owner) throw new DomainError('address-taken', { email });
      const at = clock.now();
      const { headOf } = said;
      const person: Person = compact({ ...said, id: ids.personId(), emails: [email] });
      await store.commit([
        ...(headOf ? await requireSchoolOpen(store, { uai: headOf, until: undefined }) : []),
        { kind: 'person-saved', person },
        audit('person-added', { at, actor, subject: person.id }),
      ]);
      return person.id;
    });
