import { Hono } from 'hono';
import { schoolConfirmationPages } from '../confirmations/school.tsx';
import { schoolContestPages } from '../contests/contests-of-school.tsx';
import { schoolDirectoryPages } from '../directory/directory-of-school.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { schoolMeetingPages } from '../meetings/meetings-of-school.tsx';
import { schoolMissionPages } from '../missions/missions-of-school.tsx';
import { schoolNewcomerPages } from '../missions/newcomers-of-school.tsx';
import { sharingPages } from '../missions/sharing-of-school.tsx';
import { schoolPaperPages } from '../papers/school.tsx';
import { schoolSupportPages } from '../support/support-of-school.tsx';
import { actionPages } from './actions/actions.tsx';
import { carryPages } from './carry-over/pages.tsx';
import { meansPages } from './means.tsx';
import { overviewPages } from './overview.tsx';
import { schoolChangePages } from './people/change.tsx';
import { memberPages } from './people/member.tsx';
import { procedurePages } from './procedure-sheets-page.tsx';
import { projectPages } from './projects.tsx';
import { reviewPages } from './reviews/pages.tsx';
import { schoolBadgePages } from './team-badge.tsx';
import { yearPages } from './year/pages.tsx';

/** `/school/{uai}` and all pages under it: the principal's space. */
export function schoolRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', overviewPages(deps).routes)
    .route('/', schoolConfirmationPages(deps).routes)
    .route('/', memberPages(deps).routes)
    .route('/', sharingPages(deps).routes)
    .route('/', schoolChangePages(deps).routes)
    .route('/', schoolContestPages(deps).routes)
    .route('/', reviewPages(deps).routes)
    .route('/', actionPages(deps).routes)
    .route('/', procedurePages(deps).routes)
    .route('/', meansPages(deps).routes)
    .route('/', schoolDirectoryPages(deps).routes)
    .route('/', projectPages(deps).routes)
    .route('/', schoolMissionPages(deps).routes)
    .route('/', schoolNewcomerPages(deps).routes)
    .route('/', carryPages(deps).routes)
    .route('/', yearPages(deps).routes)
    .route('/', schoolSupportPages(deps).routes)
    .route('/', schoolMeetingPages(deps).routes)
    .route('/', schoolPaperPages(deps).routes)
    .route('/', schoolBadgePages(deps).routes);
}
