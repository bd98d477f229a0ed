import { decideLeaving } from '../../domain/access/change-profiles.ts';
import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import { erasedNames } from '../../domain/erased-names.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/records.ts';
import { readPersonByEmail } from '../awards/judge-recipients.ts';
import type { Publish } from '../credentials/republish-status-list.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

/** A person, by an address or by the id, and the author of the act. */
export type WhoseData = ({ readonly email: string } | { readonly id: PersonId }) & { readonly actor: string };

async function readWhose(store: Store, whose: WhoseData): Promise<Person> {
  if ('email' in whose) return readPersonByEmail(store, whose.email);
  const [person] = await store.readPeople([whose.id]);
  if (!person) throw new DomainError('unknown-person');
  return person;
}

/** Erases a person (RGPD, art. 17). Facts, names, addresses and unsigned awards are deleted. Issued badges
 *  are revoked and answer 410; their status entries stay. Throws `unknown-person`, `last-dane-agent`. */
export const erasePerson = (ports: Ports, publish: Publish) => async (command: WhoseData) => {
  const done = await onceMore(() => erase(ports, command));
  await publish();
  return done;
};

async function erase({ store, clock, ids }: Ports, command: WhoseData) {
  const person = await readWhose(store, command);
  const awards = await store.readAwardsOf([{ kind: 'person', personId: person.id }]);
  const issued = awards.filter(({ credential }) => credential).length;
  const agents = await store.searchPeople({ profile: 'dane', limit: 2 });
  const premises = decideLeaving({ person, isAnotherAgent: agents.some(({ id }) => id !== person.id) });
  const at = clock.now();
  const lists = new Set(awards.flatMap(({ credential }) => credential?.statusListId ?? []));
  const republished = [...lists].map(
    (listId): Change => ({
      kind: 'outbox-added',
      id: ids.uuid(),
      task: { kind: 'publish-status-list', listId },
      at,
    }),
  );
  await store.commit([
    ...premises,
    { kind: 'person-erased', personId: person.id, names: erasedNames(person), at },
    ...republished,
    audit('person-erased', { at, actor: command.actor, subject: person.id }),
  ]);
  return { erasedAwards: awards.length - issued, revokedCredentials: issued };
}

/** All records about a person, table by table (RGPD, art. 15). Throws `unknown-person`. */
export const exportPerson =
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
