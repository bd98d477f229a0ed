import { readCitedFacts } from '../../../../application/awards/read-cited-facts.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { readNames } from '../decisions/proposal-rows.ts';

/** At most 50 waiting badges are read; a person does not have more. */
const PROPOSALS = 50;
const MAX_AUDIT_ENTRIES = 200;

/** Everything recorded about one person. */
export type PersonRead = NonNullable<Awaited<ReturnType<typeof readPerson>>>;

/** Reads it; undefined if no person has this id. */
export async function readPerson(request: PageRequest, id: PersonId) {
  const { store, services, wording } = request;
  const [person] = await store.readPeople([id]);
  if (!person) return undefined;
  const recipient = { kind: 'person' as const, personId: id };
  const [[record], awards, refusals, proposals] = await Promise.all([
    store.readPersonRecords([id]),
    store.readAwardsOf([recipient]),
    store.readRefusals([recipient]),
    store.readProposals({ recipient, limit: PROPOSALS }),
  ]);
  const judged = await Array.fromAsync(services.evaluateRecipients({ scope: { kind: 'person-id', id } }));
  const evaluations = judged.flatMap((one) => one.evaluations);
  const audit = await store.readAuditOf(subjectsOf(id, awards), MAX_AUDIT_ENTRIES);
  const { engagements = [], reviews = [] } = record ?? {};
  const uais = [...engagements, ...reviews].map(({ uai }) => uai);
  const actors = [
    ...audit.map(({ actor }) => actor),
    ...awards.flatMap(({ award, credential }) => [
      award.grantedBy,
      credential?.revocation?.by ?? '',
      credential?.suspension?.by ?? '',
    ]),
    ...refusals.flatMap(({ by, reopened }) => [by, reopened?.by ?? '']),
  ];
  const [actorName, cited, { schoolOf }] = await Promise.all([
    readActors(store, actors.filter(Boolean)),
    readCitedFacts(store, evaluations),
    readNames(store, [], person.headOf ? [...uais, person.headOf] : uais),
  ]);
  return {
    ...{ person, record, awards, refusals, proposals, evaluations, audit, cited },
    schoolOf: (uai: Uai) => schoolOf(uai) ?? uai,
    nameOfActor: (actor: string) => actorName(actor, wording.locale),
  };
}

/** The audit's subjects that concern a person: the person, their awards and their credentials. */
function subjectsOf(id: PersonId, awards: readonly AwardWithCredential[]): readonly string[] {
  return [id, ...awards.flatMap(({ award, credential }) => [award.id, credential?.id ?? []].flat())];
}
