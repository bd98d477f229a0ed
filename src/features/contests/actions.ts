import { SYSTEM_ACTOR } from '../../application/audit/context.ts';
import { readConfirmers } from '../../application/awards/read-confirmers.ts';
import { type Allowance, UNLIMITED } from '../../application/concurrency/query-budget.ts';
import { roleChanges, roleSubjects } from '../../application/confirmations/decide-engagement.ts';
import { mailAbout } from '../../application/mail/queue.ts';
import type { Clock, Store } from '../../application/ports.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import type { Decider } from '../../domain/confirmation/confirm.ts';
import type { RoleSettlement } from '../../domain/engagement/resolve-role-conflict.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import type { Engagement, Person, School } from '../../domain/records.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import { type Contest, isOpen } from './feature.ts';
import { type ContestResult, type ContestVerdict, decideContest } from './feature-decide.ts';

/** A contest with the records needed to show it. */
export interface ContestCaseFile {
  readonly contest: Contest;
  /** The engagements of the decision or, before it, the contested engagement. */
  readonly engagements: readonly Engagement[];
  readonly person: Person;
  readonly establishment: School;
  /** The known confirmers of the engagements. */
  readonly confirmers: readonly Person[];
}

/** One contest with its records; undefined if it does not exist. */
const readContest =
  ({ store }: Ports) =>
  async (id: string): Promise<ContestCaseFile | undefined> => {
    const contest = await store.readContest(id);
    const [file] = contest ? await openFiles(store, [contest]) : [];
    return file;
  };

/** Contests that wait for a decision, or those that are over, one slice at a time. */
const readContests =
  ({ store }: Ports) =>
  async (page: Slice<string>, open: boolean): Promise<readonly ContestCaseFile[]> =>
    openFiles(store, await store.readContests(page, open));

/** All contests of one person's engagements, the newest first. */
const readOwnContests =
  ({ store }: Ports) =>
  async (personId: Contest['personId']): Promise<readonly ContestCaseFile[]> =>
    openFiles(store, await store.readContestsOfPerson(personId));

async function openFiles(store: Store, contests: readonly Contest[]): Promise<readonly ContestCaseFile[]> {
  const [people, schools, engagements] = await Promise.all([
    store.readPeople(contests.map(({ personId }) => personId)),
    store.readSchoolsByUai(contests.map(({ uai }) => uai)),
    store.readEngagements(contests.flatMap(referencesOf)),
  ]);
  const confirmers = await readConfirmers(store, engagements);
  return contests.flatMap((contest) => {
    const person = people.find(({ id }) => id === contest.personId);
    const establishment = schools.find(({ uai }) => uai === contest.uai);
    const references = referencesOf(contest);
    const own = engagements.filter(({ reference }) => references.includes(reference));
    return person && establishment ? [{ contest, engagements: own, person, establishment, confirmers }] : [];
  });
}

/** The contested engagement and, once decided, its parts. */
export function referencesOf({ engagementReference, decision }: Contest): readonly string[] {
  return [...new Set([engagementReference, ...(decision?.references ?? [])])];
}

interface AnswerCommand {
  readonly id: string;
  readonly answer: string;
  readonly by: PersonId;
}

/** Records the teacher's answer to a contest of their engagement. A new answer replaces the last one until
 *  the DANE decides. Throws `not-found` for another person's contest, `contest-decided` where it is over. */
const answerContest =
  (
    ports: Ports & {
      readonly store: Store;
      readonly clock: Clock;
    },
  ) =>
  async ({ id, answer, by }: AnswerCommand): Promise<void> => {
    const { store, clock } = ports;
    const contest = await store.readContest(id);
    if (contest?.personId !== by) throw new DomainError('not-found');
    if (!isOpen(contest)) throw new DomainError('contest-decided');
    const at = clock.now();
    const details = { contest: id };
    await store.commit([
      { kind: 'contest-answered', id, answer, at },
      ...(await notifyPrincipals(ports, contest, at)),
      audit('contest-answered', { at, actor: by, subject: by, details }),
    ]);
  };

export interface SettleCommand {
  readonly id: string;
  readonly verdict: ContestVerdict;
  readonly reason: string;
  readonly by: Decider;
  /** The decision on each single role that another person holds. */
  readonly settlements?: readonly RoleSettlement[];
}

/** Records the DANE's only decision on a contest, and tells the teacher and the principals. Where a clash has
 *  no settlement, the clash is returned and nothing is written. Throws `not-found`, `contest-decided`,
 *  `not-a-part`, `own-engagement`, `role-day-outside`, `store-conflict`. */
const settleContest =
  (ports: Ports) =>
  async ({ id, verdict, reason, by, settlements = [] }: SettleCommand): Promise<ContestResult> => {
    const { store, clock, ids } = ports;
    const contest = await store.readContest(id);
    const [engagement] = contest ? await store.readEngagements([contest.engagementReference]) : [];
    if (!contest || !engagement) throw new DomainError('not-found');
    if (!isOpen(contest)) throw new DomainError('contest-decided');
    const at = clock.now();
    const newReference = () => `${engagement.reference}-${ids.salt().slice(0, 12)}`;
    const others = await store.readSingleRoleEngagements([engagement]);
    const on = localDateInParis(at);
    const result = decideContest({ engagement, by, on, others, settlements, newReference }, verdict);
    if (result.kind === 'clash') return result;
    const references = [engagement, ...result.rest].map(({ reference }) => reference);
    const decision = { outcome: verdict.outcome, reason, by: by.personId, at, references };
    await store.commit([
      ...roleChanges(ports, result.cuts, { actor: by.personId, at }),
      {
        kind: 'engagement-decided',
        asRead: engagement,
        engagement: result.engagement,
        cutOff: result.rest,
      },
      { kind: 'contest-decided', id, decision },
      ...mailAbout(ports, {
        kind: 'decision',
        personId: contest.personId,
        subjectIds: [engagement.reference, ...standingSubjects(verdict), ...roleSubjects(result.applied)],
        at,
      }),
      ...(await notifyPrincipals(ports, contest, at)),
      audit(`contest-${verdict.outcome}`, {
        at,
        actor: by.personId,
        subject: contest.personId,
        details: { contest: id },
      }),
    ]);
    return result;
  };

/** Marks the mail about a contest that stands as bad news, which leaves at once. */
function standingSubjects({ outcome }: ContestVerdict): readonly string[] {
  if (outcome === 'lifted') return [];
  return [formatSubject({ kind: 'standing', id: outcome === 'maintained' ? 'whole' : 'part' })];
}

/** Queues a mail to each principal of the school about the progress of a contest. */
async function notifyPrincipals(
  ports: Ports & { readonly store: Store },
  { uai, engagementReference, personId: teacher }: Contest,
  at: Instant,
): Promise<readonly Change[]> {
  const heads = await ports.store.readHeadsOf(uai);
  return heads
    .filter((id) => id !== teacher)
    .flatMap((personId) =>
      mailAbout(ports, { kind: 'contest', personId, subjectIds: [engagementReference], at }),
    );
}

/** Number of engagements in one commit. */
const STEP_SIZE = 200;
/** The number is smaller for closings, because each takes two statements. */
const CLOSING_STEP_SIZE = 20;
/** The most queries of one step. */
const STEP_QUERIES = 50;

/** Opens a contest for every engagement that a file contested, so that its teacher can answer and the DANE can
 *  decide. It closes the contest where a later file does not contest the engagement. It runs after an import
 *  and by the timer; running it again changes nothing. */
export const openImportedContests =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    const { store } = ports;
    let more = true;
    while (more && allowance.has(STEP_QUERIES)) {
      const [segments, obsolete] = await Promise.all([
        store.readUnopenedContests(STEP_SIZE),
        store.readObsoleteContests(CLOSING_STEP_SIZE),
      ]);
      const changes = [
        ...segments.flatMap((segment) => [opened(ports, segment), ...contestReports(ports, segment)]),
        ...withdrawn(ports, obsolete),
      ];
      // Changes of one kind are grouped, so that they are sent as one statement (pack-rows), whatever their
      // number.
      const together = [...Map.groupBy(changes, ({ kind }) => kind).values()].flat();
      const done = await commitIfFirst(ports, together);
      more = done && (segments.length === STEP_SIZE || obsolete.length === CLOSING_STEP_SIZE);
    }
  };

/** Commits, unless another process does the same at the same moment. The next run then does the rest. */
async function commitIfFirst({ store }: Ports, changes: readonly Change[]): Promise<boolean> {
  if (changes.length === 0) return true;
  try {
    await store.commit(changes);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    return false;
  }
}

/** The contest to open. Its motive is the reservation that the file gives next to the contest, if there is
 *  one. */
function opened({ ids, clock }: Ports, { reference, personId, uai, reservation }: Engagement): Change {
  const contest: Contest = {
    id: ids.uuid(),
    engagementReference: reference,
    personId,
    uai,
    openedAt: clock.now(),
    ...(reservation && { motive: reservation }),
  };
  return { kind: 'contest-opened', contest };
}

function contestReports(ports: Ports, { reference, personId, uai }: Engagement): readonly Change[] {
  const at = ports.clock.now();
  return [
    ...mailAbout(ports, { kind: 'contest', personId, subjectIds: [reference], at }),
    audited('engagement-contested', { at, subject: personId, details: { reference, uai } }),
  ];
}

function withdrawn({ clock }: Ports, ids: readonly string[]): readonly Change[] {
  const at = clock.now();
  return ids.map((id) => ({ kind: 'contest-withdrawn', id, at }));
}

function audited(
  action: AuditAction,
  entry: {
    readonly at: Instant;
    readonly subject: string;
    readonly details: Readonly<Record<string, string>>;
  },
): Change {
  return audit(action, { actor: SYSTEM_ACTOR, ...entry });
}

export const contestServices = useCases({
  readContest,
  readContests,
  readOwnContests,
  answerContest,
  settleContest,
});
