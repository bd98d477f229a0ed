import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { mergePersons } from '../../domain/person-fields.ts';
import { findProposals } from '../decisions/propose-awards.ts';
import { readPageOf } from '../decisions/read-page-of.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { reSignTasks } from './re-sign-tasks.ts';

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
    await onceMore(async () => {
      const people = await store.readPeople([from, into]);
      const goes = people.find(({ id }) => id === from);
      const stays = people.find(({ id }) => id === into);
      if (!goes || !stays) throw new DomainError('unknown-person');
      const at = clock.now();
      const reSigned = reSignTasks(
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
    await onceMore(async () => {
      const page = await readPageOf(store, { kind: 'person', personId: into });
      const found = await findProposals(ports, page);
      await store.commit([{ kind: 'proposals-replaced', ...found }]);
    });
  };
