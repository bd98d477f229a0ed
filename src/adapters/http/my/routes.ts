import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { backpackPages } from './backpack.tsx';
import { badgeRecordPages } from './badge-record.tsx';
import { badgesPages } from './badges/badges.tsx';
import { myClassProjectRoutes } from './class-projects/project-routes.tsx';
import { myContestRoutes } from './contests/contest-routes.tsx';
import { contributionPages } from './contributions.tsx';
import { dataPages } from './data.tsx';
import { engagementsPages } from './engagements/engagements.tsx';
import { homePages } from './home.tsx';
import { myInvitationRoutes } from './invitations/invitation-routes.tsx';
import { iprofPages } from './iprof.tsx';
import { myMissionRoutes } from './mission-proposals/mission-routes.tsx';
import { documentRoutes } from './papers/paper-routes.tsx';
import { profilePages } from './profile.tsx';
import { sendingPages } from './send-to-host.tsx';
import { servicePages } from './services.tsx';
import { mySupportRoutes } from './support/support-routes.tsx';
import { trainingPages } from './trainings.tsx';

/** `/my`: every person's own space. */
export function myRoutes(deps: AppDeps) {
  return (
    new Hono<AppEnv>()
      .route('/', iprofPages(deps).routes)
      .route('/', homePages(deps).routes)
      .route('/', engagementsPages(deps).routes)
      .route('/', myContestRoutes(deps))
      .route('/', myMissionRoutes(deps))
      .route('/', myInvitationRoutes(deps))
      .route('/', mySupportRoutes(deps))
      .route('/', myClassProjectRoutes(deps))
      .route('/', trainingPages(deps).routes)
      .route('/', contributionPages(deps).routes)
      // These routes stand before the badges by id, because ids would match these names.
      .route('/', backpackPages(deps).routes)
      .route('/', sendingPages(deps).routes)
      .route('/', badgesPages(deps).routes)
      .route('/', profilePages(deps).routes)
      .route('/', badgeRecordPages(deps).routes)
      .route('/', documentRoutes(deps))
      .route('/', servicePages(deps).routes)
      .route('/', dataPages(deps).routes)
  );
}
