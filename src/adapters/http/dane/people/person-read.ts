import type { Evaluation } from '../../../../domain/criteria/evaluation.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { AppDeps } from '../../env.ts';

/** At most 50 waiting badges are read; a person does not have more. */
const PROPOSALS = 50;

/** Everything that the page of a person needs. */
export type PersonRead = NonNullable<Awaited<ReturnType<typeof readPerson>>>;

/** Reads it; undefined where no person has this id. */
export async function readPerson({ ports, services }: AppDeps, id: PersonId) {
  const { store } = ports;
  const [person] = await store.readPeople([id]);
  if (!person) return undefined;
  const recipient = { kind: 'person' as const, personId: id };
  const [[record], awards, refusals, proposals] = await Promise.all([
    store.readPersonRecords([id]),
    store.readAwardsOf([recipient]),
    store.readRefusals([recipient]),
    store.readProposals({ recipient, limit: PROPOSALS }),
  ]);
  const evaluations: Evaluation[] = [];
  for await (const found of services.evaluateRecipients({ scope: { kind: 'person-id', id } })) {
    evaluations.push(...found.evaluations);
  }
  return { person, record, awards, refusals, proposals, evaluations };
}
