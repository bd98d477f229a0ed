import type { Context } from 'hono';
import { readCitedFacts } from '../../../../application/read-cited-facts.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import type { Proposal, Refusal } from '../../../../domain/award/proposal.ts';
import type { Evaluation } from '../../../../domain/criteria/evaluation.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Person, PersonRecord } from '../../../../domain/records.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { readActors } from '../actors.ts';
import { readNames } from '../decisions/decision-views.ts';
import { badgesView } from './person-badges-view.ts';
import { historyView, subjectsOf } from './person-history-view.ts';
import type { PersonView } from './person-page.tsx';

const AUDIT_LINES = 200;
/** More badges than there are wait for nobody. */
const PROPOSALS = 50;

/** Everything that the page of a person rests on. */
export interface PersonRead {
  readonly person: Person;
  readonly record: PersonRecord | undefined;
  readonly awards: readonly AwardWithCredential[];
  readonly refusals: readonly Refusal[];
  readonly proposals: readonly Proposal[];
  readonly evaluations: readonly Evaluation[];
}

/** All that is on record of one person, in words; undefined where there is nobody of this id. */
export async function readPersonView(
  c: Context<AppEnv>,
  deps: AppDeps,
  id: PersonId,
): Promise<PersonView | undefined> {
  const { store } = deps.ports;
  const { locale } = c.var;
  const read = await readPerson(deps, id);
  if (!read) return undefined;
  const { person, record, awards, refusals, evaluations } = read;
  const audit = await store.readAuditOf(subjectsOf(id, awards), AUDIT_LINES);
  const [actors, cited, { schoolOf }] = await Promise.all([
    readActors(store, [...audit.map(({ actor }) => actor), ...decidersOf(read)]),
    readCitedFacts(store, evaluations),
    readNames(store, [], schoolsOf(read)),
  ]);
  const nameOfActor = (actor: string) => actors(actor, locale);
  const heads = schoolOf(person.headOf);
  const latest = <Of>(all: readonly Of[] | undefined, dayOf: (one: Of) => string) =>
    (all ?? []).toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  return {
    person,
    ...(heads !== undefined && { heads }),
    facts: {
      engagements: latest(record?.engagements, ({ period }) => period.from).map((one) => ({
        ...one,
        school: schoolOf(one.uai) ?? one.uai,
      })),
      attended: latest(record?.attended, ({ event }) => event.startsOn),
      reviews: latest(record?.reviews, ({ on }) => on).map((one) => ({
        ...one,
        school: schoolOf(one.uai) ?? one.uai,
      })),
      contributions: latest(record?.contributions, ({ on }) => on),
    },
    badges: badgesView(read, { c, deps, cited, nameOfActor }),
    history: historyView(audit, { deps, locale, awards, refusals, nameOfActor }),
  };
}

async function readPerson({ ports, services }: AppDeps, id: PersonId): Promise<PersonRead | undefined> {
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

function decidersOf({ awards, refusals }: PersonRead): readonly string[] {
  return [
    ...awards.flatMap(({ award, credential }) => [award.grantedBy, credential?.revocation?.by ?? '']),
    ...refusals.flatMap(({ by, reopened }) => [by, reopened?.by ?? '']),
  ].filter(Boolean);
}

function schoolsOf({ person, record }: PersonRead) {
  return [
    ...(record?.engagements ?? []).map(({ uai }) => uai),
    ...(record?.reviews ?? []).map(({ uai }) => uai),
    ...(person.headOf ? [person.headOf] : []),
  ];
}
