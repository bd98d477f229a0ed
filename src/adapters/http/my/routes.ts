import { Hono } from 'hono';
import { myClassProjectPages } from '../class-projects/class-projects-of-mine.tsx';
import { myContestPages } from '../contests/contests-of-mine.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { myInvitationPages } from '../invitations/invitations-of-mine.tsx';
import { myMissionPages } from '../missions/missions-of-mine.tsx';
import { myPaperPages } from '../papers/papers-of-mine.tsx';
import { mySupportPages } from '../support/support-of-mine.tsx';
import { backpackRoutes } from './backpack/backpack-routes.tsx';
import { recordFormRoutes } from './badge-record/record-form-routes.tsx';
import { badgeRoutes } from './badges/badge-routes.tsx';
import { dataRoutes } from './data/data-routes.tsx';
import { engagementRoutes } from './engagements/engagement-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { profileFormRoutes } from './profile/profile-form-routes.tsx';
import { recordRoutes } from './records/record-routes.tsx';
import { sendingRoutes } from './send-to-host/sending-routes.tsx';
import { serviceRoutes } from './services/service-routes.tsx';

/** `/my`: every person's own space. */
export function myRoutes(deps: AppDeps) {
  return (
    new Hono<AppEnv>()
      .route('/', homeRoutes(deps))
      .route('/', engagementRoutes(deps))
      .route('/', myContestPages(deps).routes)
      .route('/', myMissionPages(deps).routes)
      .route('/', myInvitationPages(deps).routes)
      .route('/', mySupportPages(deps).routes)
      .route('/', myClassProjectPages(deps).routes)
      .route('/', recordRoutes(deps))
      // These routes stand before the badges by id, because ids would match these names.
      .route('/', backpackRoutes(deps))
      .route('/', sendingRoutes(deps))
      .route('/', badgeRoutes(deps))
      .route('/', profileFormRoutes(deps))
      .route('/', recordFormRoutes(deps))
      .route('/', myPaperPages(deps).routes)
      .route('/', serviceRoutes(deps))
      .route('/', dataRoutes(deps))
  );
}
