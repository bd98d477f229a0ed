import type { Context } from 'hono';
import { readCitedFacts } from '../../../../application/awards/read-cited-facts.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { readActors } from '../actors.ts';
import { readNames } from '../decisions/decision-views.ts';
import { badgesView } from './person-badges-view.ts';
import { historyView, subjectsOf } from './person-history-view.ts';
import { type PersonRead, readPerson } from './person-read.ts';

const AUDIT_LINES = 200;

export type PersonView = NonNullable<Awaited<ReturnType<typeof readPersonView>>>;

/** Everything recorded about one person, in words; undefined where no person has this id. */
export async function readPersonView(c: Context<AppEnv>, deps: AppDeps, id: PersonId) {
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
