import { decideProfiles } from '../../domain/access/change-profiles.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { affectsBadges, changedFields, mergePersons, seenPerson } from '../../domain/person/fields.ts';
import type { Person } from '../../domain/records.ts';
import { compact, type Whole } from '../../domain/text/omit-undefined.ts';
import type { Publish } from '../credentials/revoke.ts';
import { findProposals } from '../decisions/propose-awards.ts';
import { readPageOf } from '../decisions/reopen-proposal.ts';
import { requireSchoolOpen } from '../engagements/open-school.ts';
import { reissueTasks } from '../reissue/sign.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict } from '../use-cases.ts';
import { erasePerson, previewErasure } from './erase.ts';
import { readWhose, type WhoseData } from './read-person.ts';

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
 *  `unknown-establishment`, `establishment-closed`, `address-taken`, `own-profiles`, `last-dane-agent`, and `store-conflict` where the
 *  person was changed since they were shown: the values of a form opened earlier would undo that change. */
export const changePerson =
  ({ store, clock, ids }: Ports) =>
  (command: ChangePerson): Promise<void> =>
    retryOnConflict(async () => {
      // The owner of the address is read first: a merge that lands in between then leaves no person, and is not
      // told as an address that was taken.
      const [owner] = await store.readPeopleByEmail([command.email]);
      const [before] = await store.readPeople([command.id]);
      if (!before) throw new DomainError('unknown-person');
      if (command.seen !== seenPerson(before))
        throw new DomainError('store-conflict', { constraint: 'person_seen' });
      if (owner && owner.id !== command.id) throw new DomainError('address-taken', { email: command.email });
      const { headOf } = command;
      const isNewHead = headOf !== undefined && headOf !== before.headOf;
      const { email, actor, seen: _, ...said } = command;
      const emails = [email, ...before.emails.filter((one) => one !== email)];
      const person: Person = compact({ ...said, emails });
      const agents = await store.searchPeople({ profile: 'dane', limit: 2 });
      const preconditions = decideProfiles({
        person: before,
        profiles: command.profiles,
        actor,
        isAnotherAgent: agents.some(({ id }) => id !== before.id),
      });
      const at = clock.now();
      const reSigned = affectsBadges(before, person)
        ? reissueTasks({ ids, at }, await store.readAwardsOf([{ kind: 'person', personId: person.id }]))
        : [];
      await store.commit([
        ...(isNewHead ? await requireSchoolOpen(store, { uai: headOf, until: undefined }) : []),
        ...preconditions,
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

export interface MergePeople {
  /** The record to remove. */
  readonly from: PersonId;
  /** The record that stays, with its name and current address. */
  readonly into: PersonId;
  readonly actor: PersonId;
}

/** Merges two records of the same person (docs/rules.md, Merging two records). All records move to the one
 *  that stays, with an audit entry. The badges of the other are signed again for their new holder, and badges
 *  met by the merged record are proposed. Agents cannot merge their own record: decisions about the other
 *  record would become decisions about themselves. Throws `unknown-person`, `same-person`, `not-allowed`, and
 *  `store-conflict` where the two are changed again and again. */
export const mergePeople =
  (ports: Ports) =>
  async ({ from, into, actor }: MergePeople): Promise<void> => {
    const { store, clock, ids } = ports;
    if (from === into) throw new DomainError('same-person');
    if (from === actor || into === actor) throw new DomainError('not-allowed');
    await retryOnConflict(async () => {
      const people = await store.readPeople([from, into]);
      const goes = people.find(({ id }) => id === from);
      const stays = people.find(({ id }) => id === into);
      if (!goes || !stays) throw new DomainError('unknown-person');
      const at = clock.now();
      const reSigned = reissueTasks(
        { ids, at },
        await store.readAwardsOf([{ kind: 'person', personId: from }]),
      );
      await store.commit([
        { kind: 'records-as-read', of: 'person', records: [stays, goes] },
        { kind: 'people-merged', from, into },
        { kind: 'person-saved', person: mergePersons(stays, goes) },
        ...reSigned,
        audit('people-merged', { at, actor, subject: into, details: { from } }),
      ]);
    });
    // The merged record exists only after the commit. If this step fails, the timer judges the person later
    // with everyone.
    await retryOnConflict(async () => {
      const page = await readPageOf(store, { kind: 'person', personId: into });
      const found = await findProposals(ports, page);
      await store.commit([{ kind: 'proposals-replaced', ...found }]);
    });
  };

/** All records about a person, table by table (RGPD, art. 15). Throws `unknown-person`. */
const exportPerson =
  ({ store, clock }: Ports) =>
  async (command: WhoseData) => {
    const person = await readWhose(store, command);
    const tables = await store.exportPerson(person.id);
    if (!tables) throw new DomainError('unknown-person');
    await store.commit([
      audit('person-exported', { at: clock.now(), actor: command.actor, subject: person.id }),
    ]);
    return { exportedAt: clock.now(), person: person.id, tables };
  };

export const peopleServices = (ports: Ports, publish: Publish) => ({
  changePerson: changePerson(ports),
  mergePeople: mergePeople(ports),
  exportPerson: exportPerson(ports),
  previewErasure: previewErasure(ports),
  erasePerson: erasePerson(ports, publish),
});
