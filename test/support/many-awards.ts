import type { Award } from '../../src/domain/award/award-types.ts';
import type { Change } from '../../src/domain/change/change.ts';
import type { AwardId, PersonId } from '../../src/domain/ids.ts';
import type { NodeContext } from '../../src/node.ts';
import { ONE_RUPN, toSource } from './service.ts';

const COMMIT_SIZE = 500;

/** Grants one badge as a person would, then the same to `count` more people, in commits of some hundreds. */
export async function grantToMany(
  { services, ports }: Pick<NodeContext, 'services' | 'ports'>,
  count: number,
): Promise<void> {
  const files = Object.entries(ONE_RUPN).map(toSource);
  await services.importFiles(files, { dryRun: false, actor: 'test' });
  const person = { kind: 'person' as const, email: 'claire.dupont@ac-test.example', achievement: 'RUPN-ENG' };
  let first: Award | undefined;
  for await (const outcome of services.grantAwards({ scope: person, actor: 'test' })) {
    if (outcome.kind === 'granted') first = outcome.award;
  }
  if (!first) throw new Error('the first award was not granted');
  for (let from = 0; from < count; from += COMMIT_SIZE) {
    const numbers = Array.from({ length: Math.min(COMMIT_SIZE, count - from) }, (_, at) => from + at);
    const people = numbers.map(toPerson);
    const awards = numbers.map((number) => toAward(first, number));
    await ports.store.commit([...people, ...awards]);
  }
}

const personIdOf = (number: number) => `many-${String(number).padStart(6, '0')}` as PersonId;

function toPerson(number: number): Change {
  const id = personIdOf(number);
  const emails = [`${id}@ac-test.example`];
  return {
    kind: 'person-saved',
    person: { id, givenName: 'Camille', familyName: `Martin ${number}`, emails, profiles: ['rupn'] },
  };
}

function toAward(first: Award, number: number): Change {
  const personId = personIdOf(number);
  const { evaluation } = first;
  if (evaluation.facts.kind !== 'person') throw new Error('the award is not a person’s');
  return {
    kind: 'award-granted',
    award: {
      ...first,
      id: `${first.id}-${personId}` as AwardId,
      recipient: { kind: 'person', personId },
      evaluation: { ...evaluation, facts: { ...evaluation.facts, personId } },
    },
  };
}
