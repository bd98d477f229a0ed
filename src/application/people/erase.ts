import { decideLeaving } from '../../domain/access/change-profiles.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { erasedNames } from '../../domain/person/erased-names.ts';
import type { Mention } from '../../domain/person/mentions.ts';
import type { Person } from '../../domain/records.ts';
import type { Publish } from '../credentials/revoke.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict } from '../use-cases.ts';
import { readWhose, type WhoseData } from './read-person.ts';

/** Erases a person (RGPD, art. 17). Facts, names, addresses and unsigned awards are deleted. Issued badges
 *  are revoked and answer 410; their status entries stay. Throws `unknown-person`, `last-dane-agent`. */
export const erasePerson = (ports: Ports, publish: Publish) => async (command: WhoseData) => {
  const done = await retryOnConflict(() => erase(ports, command));
  await publish();
  return done;
};

async function erase({ store, clock, ids }: Ports, command: WhoseData) {
  const person = await readWhose(store, command);
  const awards = await store.readAwardsOf([{ kind: 'person', personId: person.id }]);
  const issued = awards.filter(({ credential }) => credential).length;
  const agents = await store.searchPeople({ profile: 'dane', limit: 2 });
  const preconditions = decideLeaving({ person, isAnotherAgent: agents.some(({ id }) => id !== person.id) });
  const at = clock.now();
  const left = await readMentions(store, person);
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
    ...preconditions,
    { kind: 'person-erased', personId: person.id, names: erasedNames(person), at },
    ...republished,
    audit('person-erased', {
      ...{ at, actor: command.actor, subject: person.id },
      ...(left.length > 0 && { details: { textsLeft: left.length } }),
    }),
  ]);
  return { erasedAwards: awards.length - issued, revokedCredentials: issued };
}

/** The most texts of one table that the page of an erasure lists. */
const MOST_MENTIONS = 50;

/** The texts of other records that contain the person's name or an address. An erasure leaves them. */
async function readMentions(store: Store, person: Person): Promise<readonly Mention[]> {
  const found = await store.findMentions(erasedNames(person), MOST_MENTIONS);
  return found.filter(({ place, id }) => place !== 'person' || id !== person.id);
}

/** What an erasure takes away, and what it leaves in the texts of others. Read before it is done. */
export interface ErasurePreview {
  readonly facts: number;
  readonly badges: number;
  readonly left: readonly Mention[];
}

export const previewErasure =
  ({ store }: Ports) =>
  async (person: Person): Promise<ErasurePreview> => {
    const { id: personId } = person;
    const [[record], awards, left] = await Promise.all([
      store.readPersonRecords([personId]),
      store.readAwardsOf([{ kind: 'person', personId }]),
      readMentions(store, person),
    ]);
    const { engagements = [], attended = [], reviews = [], contributions = [] } = record ?? {};
    const facts = [engagements, attended, reviews, contributions].flat().length;
    return { facts, badges: awards.filter(({ credential }) => !credential?.erasedAt).length, left };
  };
