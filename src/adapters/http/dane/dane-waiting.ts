import { silentSince } from '../../../domain/engagement/campaign.ts';
import type { AppDeps } from '../env.ts';
import type { PageFrame } from '../pages/page-frame.ts';
import { countWithoutRupn } from './coverage/coverage-routes.tsx';

/** How many are counted of what seldom waits in numbers. */
const GLANCE = 99;

/** One thing that waits for the DANE: how many, in words, and where. */
export interface DaneWaiting {
  readonly text: string;
  readonly href: string;
}

/** What waits for the DANE. */
export async function readDaneWaiting(deps: AppDeps, frame: PageFrame): Promise<readonly DaneWaiting[]> {
  const { store, clock } = deps.ports;
  const { home: t, coverage, campaigns } = frame.t.dane;
  const [decisions, doubts, contests, requests, withoutRupn, silent, headships] = await Promise.all([
    store.countProposals({}),
    store.countSignInDoubts(),
    store.readContests({ limit: GLANCE }, true),
    store.readDataRequests({ limit: GLANCE }),
    countWithoutRupn(deps),
    store.countSilentRequests(silentSince(clock.now())),
    store.readDoubtedHeadships(GLANCE),
  ]);
  return [
    ...(decisions > 0 ? [{ text: t.decisions(decisions), href: '/dane/decisions' }] : []),
    ...(contests.length > 0 ? [{ text: t.contests(contests.length), href: '/dane/contests' }] : []),
    ...(requests.length > 0 ? [{ text: t.requests(requests.length), href: '/dane/requests' }] : []),
    ...(withoutRupn > 0 ? [{ text: coverage.home(withoutRupn), href: '/dane/coverage' }] : []),
    ...(silent > 0 ? [{ text: campaigns.home(silent), href: '/dane/campaigns' }] : []),
    ...(doubts > 0 ? [{ text: t.doubts(doubts), href: '/dane/people/doubts' }] : []),
    ...(headships.length > 0
      ? [{ text: t.headships(headships.length), href: '/dane/people/headships' }]
      : []),
  ];
}
