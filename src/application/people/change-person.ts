import { decideProfiles } from '../../domain/access/change-profiles.ts';
import { audit } from '../../domain/audit.ts';
import { compact, type Whole } from '../../domain/compact.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { changedFields, isSaidDifferently, seenPerson } from '../../domain/person-fields.ts';
import type { Person } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { reSignTasks } from './re-sign-tasks.ts';

/** The new values of all fields. A field that is undefined is removed. */
export interface ChangePerson extends Omit<Whole<Person>, 'emails'> {
  /** The new current address. The earlier addresses stay with the person. */
  readonly email: string;
  /** The person that was shown when these values were chosen (`seenPerson`). */
  readonly seen: string | undefined;
  readonly actor: PersonId;
}

/** Changes a person's name, address or profiles (docs/rules.md, Name changes). A badge that shows or hashes a
 *  changed value is signed again under the same id, by a task after the commit. Throws `unknown-person`,
 *  `unknown-establishment`, `address-taken`, `own-profiles`, `last-dane-agent`, and `store-conflict` where the
 *  person was changed since they were shown: the values of a form opened earlier would undo that change. */
export const changePerson =
  ({ store, clock, ids }: Ports) =>
  (command: ChangePerson): Promise<void> =>
    onceMore(async () => {
      const [before] = await store.readPeople([command.id]);
      if (!before) throw new DomainError('unknown-person');
      if (command.seen !== seenPerson(before))
        throw new DomainError('store-conflict', { constraint: 'person_seen' });
      await checkAddress(store, command);
      await checkSchool(store, command.headOf);
      const { email, actor, seen: _, ...said } = command;
      const emails = [email, ...before.emails.filter((one) => one !== email)];
      const person: Person = compact({ ...said, emails });
      const agents = await store.searchPeople({ profile: 'dane', limit: 2 });
      const premises = decideProfiles({
        person: before,
        profiles: command.profiles,
        actor,
        isAnotherAgent: agents.some(({ id }) => id !== before.id),
      });
      const at = clock.now();
      const reSigned = isSaidDifferently(before, person)
        ? reSignTasks({ ids, at }, await store.readAwardsOf([{ kind: 'person', personId: person.id }]))
        : [];
      await store.commit([
        ...premises,
        { kind: 'records-as-read', of: 'person', records: [before] },
        { kind: 'person-saved', person },
        ...reSigned,
        audit('person-changed', {
          at,
          actor,
          subject: person.id,
          details: { badges: reSigned.length, changed: changedFields(before, person).join(' ') },
        }),
      ]);
    });

async function checkAddress(store: Store, { id, email }: ChangePerson): Promise<void> {
  const [owner] = await store.readPeopleByEmail([email]);
  if (owner && owner.id !== id) throw new DomainError('address-taken', { email });
}

async function checkSchool(store: Store, uai: Uai | undefined): Promise<void> {
  if (!uai) return;
  const [school] = await store.readEstablishments([uai]);
  if (!school) throw new DomainError('unknown-establishment', { uai });
}
