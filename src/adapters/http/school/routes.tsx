import { Hono } from 'hono';
import { schoolContestPages } from '../../../features/contests/school.tsx';
import { schoolDirectoryPages } from '../../../features/directory/school.tsx';
import { meansPages } from '../../../features/means/school.tsx';
import { schoolMeetingPages } from '../../../features/meetings/school.tsx';
import { schoolMissionPages } from '../../../features/mission-proposals/school.tsx';
import { schoolNewcomerPages } from '../../../features/mission-proposals/school-newcomers.tsx';
import { procedurePages } from '../../../features/procedure-sheets/school.tsx';
import { projectPages } from '../../../features/school-projects/school.tsx';
import { schoolSupportPages } from '../../../features/support/school.tsx';
import { schoolConfirmationPages } from '../confirmations/school.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { schoolPaperPages } from '../papers/school.tsx';
import { actionPages } from './actions/actions.tsx';
import { carryPages } from './carry-over/pages.tsx';
import { overviewPages } from './overview.tsx';
import { schoolChangePages } from './people/change.tsx';
import { memberPages } from './people/member.tsx';
import { reviewPages } from './reviews/pages.tsx';
import { sharingPages } from './split/sharing.tsx';
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
