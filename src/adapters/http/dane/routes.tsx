import { Hono } from 'hono';
import { silentSince } from '../../../domain/engagement/campaign.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireMay, requireSignedIn, theService } from '../middleware/signed-in.ts';
import { answerPage } from '../page-answer.tsx';
import { workspaceFrame } from '../workspace-frame.ts';
import { campaignRoutes } from './campaigns/campaign-routes.tsx';
import { daneConfirmationRoutes } from './campaigns/confirmation-routes.tsx';
import { countWithoutRupn, coverageRoutes } from './coverage/coverage-routes.tsx';
import { criteriaRoutes } from './criteria/criteria-routes.tsx';
import { decisionRoutes } from './decisions/decision-routes.tsx';
import { revocationRoutes } from './decisions/revocation-routes.tsx';
import { attendanceRoutes } from './events/event-attendance-routes.tsx';
import { eventRoutes } from './events/event-routes.tsx';
import { sheetRoutes } from './events/event-sheet-routes.tsx';
import { exportRoutes } from './exports/export-routes.tsx';
import { DaneHomePage } from './home-page.tsx';
import { importRoutes } from './imports/import-routes.tsx';
import { jobRoutes } from './jobs/job-routes.tsx';
import { peopleRoutes } from './people/people-routes.tsx';
import { dataRequestRoutes } from './requests/data-request-routes.tsx';
import { settingsRoutes } from './settings/settings-routes.tsx';

/** How many are counted of what seldom waits in numbers. */
const GLANCE = 99;

/** The DANE's space. */
export function daneRoutes(deps: AppDeps) {
  const { store, clock } = deps.ports;
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane', ...reads, async (c) => {
      const frame = workspaceFrame(c, deps, 'dane');
      const t = frame.t.dane.home;
      const [decisions, doubts, contests, requests, withoutRupn, silent] = await Promise.all([
        store.countProposals({}),
        store.countSignInDoubts(),
        store.readContests({ limit: GLANCE }, true),
        store.readDataRequests({ limit: GLANCE }),
        countWithoutRupn(deps),
        store.countSilentRequests(silentSince(clock.now())),
      ]);
      const { coverage, campaigns } = frame.t.dane;
      const waiting = [
        ...(decisions > 0 ? [{ text: t.decisions(decisions), href: '/dane/decisions' }] : []),
        ...(contests.length > 0 ? [{ text: t.contests(contests.length), href: '/dane/contests' }] : []),
        ...(requests.length > 0 ? [{ text: t.requests(requests.length), href: '/dane/requests' }] : []),
        ...(withoutRupn > 0 ? [{ text: coverage.home(withoutRupn), href: '/dane/coverage' }] : []),
        ...(silent > 0 ? [{ text: campaigns.home(silent), href: '/dane/confirmations' }] : []),
        ...(doubts > 0 ? [{ text: t.doubts(doubts), href: '/dane/people/doubts' }] : []),
      ];
      return answerPage(c, <DaneHomePage frame={frame} view={{ waiting }} />);
    })
    .route('/', decisionRoutes(deps))
    .route('/', coverageRoutes(deps))
    .route('/', campaignRoutes(deps))
    .route('/', daneConfirmationRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', dataRequestRoutes(deps))
    .route('/', revocationRoutes(deps))
    .route('/', criteriaRoutes(deps))
    .route('/', jobRoutes(deps))
    .route('/', importRoutes(deps))
    .route('/', eventRoutes(deps))
    .route('/', attendanceRoutes(deps))
    .route('/', sheetRoutes(deps))
    .route('/', exportRoutes(deps))
    .route('/', settingsRoutes(deps));
}
