import { type Context, Hono } from 'hono';
import { isOpen, silentSince } from '../../../domain/engagement/campaign.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { localDateInParis } from '../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireMay, requireSignedIn, theService } from '../middleware/signed-in.ts';
import { answerPage } from '../page-answer.tsx';
import { workspaceFrame } from '../workspace-frame.ts';
import { DaneHomePage } from './home-page.tsx';

/** How many are counted of what seldom waits in numbers. */
const GLANCE = 99;
/** The newest campaigns; the page shows those that are open. */
const CAMPAIGNS = 5;

/** `/dane`: what waits, in figures, each with the way to it. */
export function homeRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  return new Hono<AppEnv>().get('/dane', ...reads, async (c) => {
    const [waiting, campaigns] = await Promise.all([readWaiting(c, deps), readCampaigns(deps)]);
    const frame = workspaceFrame(c, deps, 'dane');
    return answerPage(c, <DaneHomePage frame={frame} view={{ waiting, campaigns }} />);
  });
}

async function readWaiting(c: Context<AppEnv>, deps: AppDeps) {
  const { store, clock, scope } = deps.ports;
  const now = clock.now();
  const coverage = { scope, schoolYear: schoolYearOf(localDateInParis(now)) };
  const [decisions, doubts, contests, requests, departments, silent] = await Promise.all([
    store.countProposals({}),
    store.countSignInDoubts(),
    store.readContests({ limit: GLANCE }, true),
    store.readDataRequests({ limit: GLANCE }),
    store.readDepartmentCoverage(coverage),
    store.countSilentRequests(silentSince(now)),
  ]);
  const sum = (of: 'withoutRupn' | 'clashes') => departments.reduce((total, one) => total + one[of], 0);
  const t = workspaceFrame(c, deps, 'dane').t.dane.home.figures;
  return [
    { count: decisions, text: t.decisions(decisions), href: '/dane/decisions' },
    {
      count: sum('withoutRupn'),
      text: t.withoutRupn(sum('withoutRupn')),
      href: '/dane/coverage/schools?only=without',
    },
    { count: silent, text: t.silent(silent), href: '/dane/campaigns' },
    { count: sum('clashes'), text: t.clashes(sum('clashes')), href: '/dane/coverage/schools?only=clashes' },
    { count: contests.length, text: t.contests(contests.length), href: '/dane/contests' },
    { count: requests.length, text: t.requests(requests.length), href: '/dane/requests' },
    { count: doubts, text: t.doubts(doubts), href: '/dane/people/doubts' },
  ];
}

async function readCampaigns({ ports: { store, clock } }: AppDeps) {
  const now = clock.now();
  const today = localDateInParis(now);
  const open = (await store.readCampaigns({ limit: CAMPAIGNS })).filter((one) => isOpen(one, today));
  return Promise.all(
    open.map(async ({ id, name, closesOn }) => {
      const { answered, waiting, reminded, silent } = await store.countCampaignRequests(id, silentSince(now));
      const asked = answered + waiting + reminded + silent;
      return { name, closesOn, answered, asked, href: `/dane/campaigns/${id}` };
    }),
  );
}
