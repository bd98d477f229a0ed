import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { actionPages } from './actions/actions.tsx';
import { schoolBadgePages } from './badge.tsx';
import { carryPages } from './carry-over/carry-over.tsx';
import { confirmationRoutes } from './confirmations/confirmation-routes.tsx';
import { schoolContestRoutes } from './contests/contest-routes.tsx';
import { meansPages } from './means.tsx';
import { schoolMeetingRoutes } from './meetings/meeting-routes.tsx';
import { missionRoutes } from './mission-proposals/mission-routes.tsx';
import { sharingRoutes } from './mission-sharing/mission-sharing-routes.tsx';
import { overviewPages } from './overview.tsx';
import { paperRoutes } from './papers/paper-routes.tsx';
import { schoolChangePages } from './people/change.tsx';
import { memberPages } from './people/member.tsx';
import { procedurePages } from './procedure-sheets.tsx';
import { projectPages } from './projects.tsx';
import { reviewPages } from './reviews/reviews.tsx';
import { schoolSupportRoutes } from './support/support-routes.tsx';
import { yearPages } from './year/year.tsx';

/** `/school/{uai}` and all pages under it: the principal's space. */
export function schoolRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', overviewPages(deps).routes)
    .route('/', confirmationRoutes(deps))
    .route('/', memberPages(deps).routes)
    .route('/', sharingRoutes(deps))
    .route('/', schoolChangePages(deps).routes)
    .route('/', schoolContestRoutes(deps))
    .route('/', reviewPages(deps).routes)
    .route('/', actionPages(deps).routes)
    .route('/', procedurePages(deps).routes)
    .route('/', meansPages(deps).routes)
    .route('/', projectPages(deps).routes)
    .route('/', missionRoutes(deps))
    .route('/', carryPages(deps).routes)
    .route('/', yearPages(deps).routes)
    .route('/', schoolSupportRoutes(deps))
    .route('/', schoolMeetingRoutes(deps))
    .route('/', paperRoutes(deps))
    .route('/', schoolBadgePages(deps).routes);
}
