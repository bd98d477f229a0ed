import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireMay, requireSignedIn, theService } from '../middleware/signed-in.ts';
import { answerPage } from '../page-answer.tsx';
import { workspaceFrame } from '../workspace-frame.ts';
import { campaignRoutes } from './campaigns/campaign-routes.tsx';
import { coverageRoutes } from './coverage/coverage-routes.tsx';
import { criteriaRoutes } from './criteria/criteria-routes.tsx';
import { readDaneWaiting } from './dane-waiting.ts';
import { awardRoutes } from './decisions/award-routes.tsx';
import { decisionRoutes } from './decisions/decision-routes.tsx';
import { revocationRoutes } from './decisions/revocation-routes.tsx';
import { attendanceRoutes } from './events/event-attendance-routes.tsx';
import { eventRoutes } from './events/event-routes.tsx';
import { sheetRoutes } from './events/event-sheet-routes.tsx';
import { exportRoutes } from './exports/export-routes.tsx';
import { DaneHomePage } from './home-page.tsx';
import { importRoutes } from './imports/import-routes.tsx';
import { jobRoutes } from './jobs/job-routes.tsx';
import { doubtRoutes } from './people/doubt-routes.tsx';
import { mergeRoutes } from './people/merge-routes.tsx';
import { peopleRoutes } from './people/people-routes.tsx';
import { dataRequestRoutes } from './requests/data-request-routes.tsx';
import { settingsRoutes } from './settings/settings-routes.tsx';

/** The DANE's space. */
export function daneRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane', ...reads, async (c) => {
      const frame = workspaceFrame(c, deps, 'dane');
      const waiting = await readDaneWaiting(deps, frame);
      return answerPage(c, <DaneHomePage frame={frame} view={{ waiting }} />);
    })
    .route('/', decisionRoutes(deps))
    .route('/', coverageRoutes(deps))
    .route('/', campaignRoutes(deps))
    .route('/', doubtRoutes(deps))
    .route('/', mergeRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', awardRoutes(deps))
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
