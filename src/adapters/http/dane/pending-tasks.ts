import { countUndecided } from '../../../application/decisions/read-batch.ts';
import type { Store } from '../../../application/ports.ts';
import { silentSince } from '../../../domain/confirmation/request.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { localDateInParis } from '../../../domain/time/calendar.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { countStandings } from '../../../standards/achievement-endorsements/dane.tsx';
import type { AppDeps } from '../env.ts';
import type { PageContext } from '../layout/page-context.ts';

/** A waiting task: how many, in words, and its page. */
export interface DaneWait {
  readonly count: number;
  readonly text: string;
  readonly href: string;
}

/** Counting stops here for things that rarely wait in large numbers. */
const GLANCE = 99;

/** Everything that may wait for the DANE, the most frequent first: the number, the words and the address of
 *  each. A count may be 0. */
export async function readDaneWaiting(
  { services, ports: { store, clock, scope } }: AppDeps,
  { t: texts }: Pick<PageContext, 't'>,
  viewer: PersonId,
): Promise<readonly DaneWait[]> {
  const now = clock.now();
  const coverage = { scope, schoolYear: schoolYearOf(localDateInParis(now)) };
  const [decisions, doubts, contests, requests, departments, silent, headships, ...entered] =
    await Promise.all([
      countUndecided(store, {}),
      store.countSignInDoubts(),
      store.readContests({ limit: GLANCE }, true),
      store.readDataRequests({ limit: GLANCE }),
      store.readDepartmentCoverage(coverage),
      store.countSilentRequests(silentSince(now)),
      store.readDoubtedHeadships(GLANCE),
      store.countContributions({ validated: false }),
      store.countWaitingEngagementProposals(),
      store.countOpenSupportRequests(),
      store.countMeetingsForDane(),
      store.readAchievementEndorsements(),
      services.countLate(),
    ]);
  const [contributions, changes, support, meetings, endorsements, unanswered] = entered;
  const { lapsed } = countStandings(endorsements, now);
  const drafts = await countDraftsToRead(store, viewer);
  const { failing } = await store.countFailingJobs(now);
  const sum = (of: (one: (typeof departments)[number]) => number) =>
    departments.reduce((total, one) => total + of(one), 0);
  const [noOne, conflicts] = [sum(({ states }) => states.nobody), sum((one) => one.clashes)];
  const t = texts.dane.home.figures;
  return [
    { count: decisions, text: t.decisions(decisions), href: '/dane/decisions' },
    { count: contributions, text: t.contributions(contributions), href: '/dane/contributions' },
    { count: support, text: t.support(support), href: '/dane/support' },
    { count: meetings, text: texts.meetings.dane.figure(meetings), href: '/dane/meetings' },
    { count: changes, text: t.changes(changes), href: '/dane/proposals' },
    {
      count: unanswered,
      text: texts.dane.unanswered.figure(unanswered),
      href: '/dane/credentials/unanswered',
    },
    {
      count: noOne,
      text: t.withoutRupn(noOne),
      href: '/dane/coverage/schools?only=nobody',
    },
    { count: silent, text: t.silent(silent), href: '/dane/confirmations' },
    { count: conflicts, text: t.clashes(conflicts), href: '/dane/coverage/schools?only=clashes' },
    { count: contests.length, text: t.contests(contests.length), href: '/dane/contests' },
    { count: requests.length, text: t.requests(requests.length), href: '/dane/requests' },
    { count: doubts, text: t.doubts(doubts), href: '/dane/people/doubts' },
    { count: lapsed, text: t.endorsements(lapsed), href: '/dane/criteria#endorsements' },
    { count: headships.length, text: t.headships(headships.length), href: '/dane/people/headships' },
    ...(failing > 0
      ? [{ count: failing, text: texts.dane.jobs.failing.figure(failing), href: '/dane/jobs' }]
      : []),
    // Most offices require no second person, so the line is left out where no draft waits.
    ...(drafts > 0
      ? [{ count: drafts, text: texts.dane.criteria.drafts.figure(drafts), href: '/dane/criteria' }]
      : []),
  ];
}

/** Drafts of the criteria that another person than their author must judge. */
async function countDraftsToRead(store: Pick<Store, 'readCriteriaDrafts'>, viewer: PersonId) {
  const waiting = await store.readCriteriaDrafts({ limit: GLANCE, isWaiting: true });
  return waiting.filter(({ draftedBy }) => draftedBy !== viewer).length;
}
