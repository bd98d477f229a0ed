import { schoolConfirmationPages } from '../confirmations/school.tsx';
import type { AppDeps } from '../env.ts';
import { schoolPaperPages } from '../papers/school.tsx';
import { featurePages } from '../routing/feature-pages.ts';
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
  return featurePages('school', deps)
    .route('/', overviewPages(deps).routes)
    .route('/', schoolConfirmationPages(deps).routes)
    .route('/', memberPages(deps).routes)
    .route('/', sharingPages(deps).routes)
    .route('/', schoolChangePages(deps).routes)
    .route('/', reviewPages(deps).routes)
    .route('/', actionPages(deps).routes)
    .route('/', carryPages(deps).routes)
    .route('/', yearPages(deps).routes)
    .route('/', schoolPaperPages(deps).routes)
    .route('/', schoolBadgePages(deps).routes);
}
