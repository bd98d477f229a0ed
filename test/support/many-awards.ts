import { digestOf } from '../../src/application/digest.ts';
import { audit } from '../../src/domain/audit/entry.ts';
import type { Award } from '../../src/domain/award/types.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { AwardId, PersonId } from '../../src/domain/ids.ts';
import type { NodeContext } from '../../src/node.ts';
import { ONE_RUPN, toSource } from './servers/service.ts';

const COMMIT_SIZE = 500;

/** Grants the badge to this number of further people. */
export type GrantMore = (count: number) => Promise<void>;

/** Grants one badge like a person would, then the same to `count` more people, in commits of some hundreds.
 *  Returns a function that continues with others. */
export async function grantToMany(
  { services, ports }: Pick<NodeContext, 'services' | 'ports'>,
  count: number,
): Promise<GrantMore> {
  const files = Object.entries(ONE_RUPN).map(toSource);
  await services.importFiles(files, { dryRun: false, actor: 'test' });
  const person = { kind: 'person' as const, email: 'claire.dupont@ac-test.example', achievement: 'RUPN-ENG' };
  let given: Award | undefined;
  for await (const outcome of services.grantAwards({ scope: person, actor: 'test' })) {
    if (outcome.kind === 'granted') given = outcome.award;
  }
  if (!given) throw new Error('the first award was not granted');
  const first = given;
  let granted = 0;
  const grantMore: GrantMore = async (more) => {
    for (const end = granted + more; granted < end; ) {
      const size = Math.min(COMMIT_SIZE, end - granted);
      const numbers = Array.from({ length: size }, (_, at) => granted + at);
      const awards = await Promise.all(numbers.map((one) => toAward(first, one)));
      await ports.store.commit([
        ...numbers.map(toPerson),
        ...awards.map((award): Change => ({ kind: 'award-granted', award })),
        ...awards.map(({ id, grantedAt: at, grantedBy: actor }) =>
          audit('award-granted', { at, actor, subject: id, details: { achievement: first.achievement } }),
        ),
      ]);
      granted += size;
    }
  };
  await grantMore(count);
  return grantMore;
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

async function toAward(first: Award, number: number): Promise<Award> {
  const personId = personIdOf(number);
  const { evaluation } = first;
  if (evaluation.facts.kind !== 'person') throw new Error('the award is not a person’s');
  const facts = { ...evaluation.facts, personId };
  return {
    ...first,
    id: `${first.id}-${personId}` as AwardId,
    recipient: { kind: 'person', personId },
    evaluation: { ...evaluation, facts },
    factsDigest: await digestOf(facts),
  };
}
