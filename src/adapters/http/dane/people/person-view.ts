import type { Context } from 'hono';
import { readCitedFacts } from '../../../../application/awards/read-cited-facts.ts';
import { may } from '../../../../domain/access/may.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../../../domain/time/time.ts';
import { changeLine, readNamesOf } from '../../engagements/change-view.ts';
import { periodWords } from '../../engagements/engagement-words.ts';
import type { MemberSegment } from '../../engagements/member-segments.tsx';
import type { AppDeps, AppEnv } from '../../env.ts';
import { timelineView } from '../../my/engagements/timeline-view.ts';
import { wordingOf } from '../../school/school-context.ts';
import type { Wording } from '../../shell/wording.ts';
import { readActors } from '../actors.ts';
import { readNames } from '../decisions/decision-views.ts';
import { badgesView } from './person-badges-view.ts';
import { historyView, subjectsOf } from './person-history-view.ts';
import { type PersonRead, readPerson } from './person-read.ts';
import { removalHref } from './removal-href.ts';

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
  const href = `/dane/people/${id}`;
  const mayKeep = may(c.var.signedIn.actor, 'keep-record', { kind: 'person', personId: id });
  const wording = wordingOf(c, deps);
  const today = localDateInParis(deps.ports.clock.now());
  const nameOfActor = (actor: string) => actors(actor, locale);
  const heads = schoolOf(person.headOf);
  const latest = <Of>(all: readonly Of[] | undefined, dayOf: (one: Of) => string) =>
    (all ?? []).toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  return {
    person,
    ...(heads !== undefined && { heads }),
    ...(await summaryOf(c, deps, id)),
    ...(await changesOf(c, deps, id)),
    facts: {
      href,
      mayKeep,
      engagements: latest(record?.engagements, ({ period }) => period.from).map((one) =>
        toSegment(one, { school: schoolOf(one.uai) ?? one.uai, href, mayKeep, wording, today }),
      ),
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

/** The whole record in a line and as a drawing; undefined for a person without any engagement. */
async function summaryOf(c: Context<AppEnv>, deps: AppDeps, id: PersonId) {
  const own = await deps.services.readOwnRecord(id);
  if (own.record.engagements.length === 0) return {};
  const { duration, families, trainings } = own.facts;
  const { t } = wordingOf(c, deps);
  const counted = trainings.filter(({ expired }) => !expired);
  const trainingHours = counted.reduce((sum, { hours }) => sum + hours, 0);
  return {
    summary: t.dane.decisions.summary({
      duration,
      families: families.length,
      trainingHours,
      cautions: [],
    }),
    timeline: timelineView(own, t),
  };
}

/** The proposals that wait, and the history of changes. */
async function changesOf(c: Context<AppEnv>, deps: AppDeps, id: PersonId) {
  const { store } = deps.ports;
  const wording = wordingOf(c, deps);
  const proposals = await store.readEngagementProposalsOf(id);
  const name = await readNamesOf(store, proposals, wording);
  const lines = proposals.map((one) => changeLine(one, name, wording));
  return { waiting: lines.filter((one) => one.waiting), changes: lines.filter((one) => !one.waiting) };
}

interface SegmentContext {
  readonly school: string;
  readonly href: string;
  readonly mayKeep: boolean;
  readonly wording: Wording;
  readonly today: LocalDate;
}

function toSegment(
  { reference, period, missions, roles, confirmation, reservation }: Engagement,
  { school, href, mayKeep, wording, today }: SegmentContext,
): MemberSegment {
  const { t } = wording;
  const isContested = confirmation === 'contested';
  return {
    reference,
    school,
    period: periodWords(period, wording),
    missions: missions.join(', '),
    roles: roles.map((role) => t.records.roles[role]).join(', '),
    state: t.records.confirmations[confirmation],
    over: period.to !== undefined && period.to < today,
    ...(reservation && { note: t.dane.people.person.because(reservation) }),
    ...(isContested && { fixed: t.changes.person.contested }),
    ...(mayKeep &&
      !isContested && {
        changeHref: `${href}/engagements/${encodeURIComponent(reference)}`,
        removalHref: removalHref(href, { kind: 'engagement', reference }),
      }),
  };
}

function decidersOf({ awards, refusals }: PersonRead): readonly string[] {
  return [
    ...awards.flatMap(({ award, credential }) => [
      award.grantedBy,
      credential?.revocation?.by ?? '',
      credential?.suspension?.by ?? '',
    ]),
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
