import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { backpackRoutes } from './backpack/backpack-routes.tsx';
import { recordFormRoutes } from './badge-record/record-form-routes.tsx';
import { badgeRoutes } from './badges/badge-routes.tsx';
import { myClassProjectRoutes } from './class-projects/project-routes.tsx';
import { myContestRoutes } from './contests/contest-routes.tsx';
import { dataRoutes } from './data/data-routes.tsx';
import { engagementRoutes } from './engagements/engagement-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { myInvitationRoutes } from './invitations/invitation-routes.tsx';
import { myMissionRoutes } from './mission-proposals/mission-routes.tsx';
import { documentRoutes } from './papers/paper-routes.tsx';
import { profileFormRoutes } from './profile/profile-form-routes.tsx';
import { recordRoutes } from './records/record-routes.tsx';
import { sendingRoutes } from './send-to-host/sending-routes.tsx';
import { serviceRoutes } from './services/service-routes.tsx';
import { mySupportRoutes } from './support/support-routes.tsx';

/** `/my`: every person's own space. */
export function myRoutes(deps: AppDeps) {
  return (
    new Hono<AppEnv>()
      .route('/', homeRoutes(deps))
      .route('/', engagementRoutes(deps))
      .route('/', myContestRoutes(deps))
      .route('/', myMissionRoutes(deps))
      .route('/', myInvitationRoutes(deps))
      .route('/', mySupportRoutes(deps))
      .route('/', myClassProjectRoutes(deps))
      .route('/', recordRoutes(deps))
      // These routes stand before the badges by id, because ids would match these names.
      .route('/', backpackRoutes(deps))
      .route('/', sendingRoutes(deps))
      .route('/', badgeRoutes(deps))
      .route('/', profileFormRoutes(deps))
      .route('/', recordFormRoutes(deps))
      .route('/', documentRoutes(deps))
      .route('/', serviceRoutes(deps))
      .route('/', dataRoutes(deps))
  );
}
