import { Hono } from 'hono';
import { myClassProjectPages } from '../../../features/class-projects/my.tsx';
import { myContestPages } from '../../../features/contests/my.tsx';
import { myDirectoryPages } from '../../../features/directory/my.tsx';
import { myInvitationPages } from '../../../features/invitations/my.tsx';
import { myMissionPages } from '../../../features/mission-proposals/my.tsx';
import { profilePages } from '../../../features/public-profiles/my.tsx';
import { mySupportPages } from '../../../features/support/my.tsx';
import { myYearlyReportPages } from '../../../features/yearly-reports/my.tsx';
import { servicePages } from '../../../standards/host/my.tsx';
import { backpackPages } from '../../../standards/host/my-backpack.tsx';
import { sendingPages } from '../../../standards/host/my-send.tsx';
import { badgeRecordPages } from '../../../standards/badge-records/my.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { myPaperPages } from '../papers/my.tsx';
import { badgesPages } from './badges/list.tsx';
import { contributionPages } from './contributions.tsx';
import { dataPages } from './data.tsx';
import { engagementsPages } from './engagements/list.tsx';
import { homePages } from './home.tsx';
import { iprofPages } from './iprof.tsx';
import { trainingPages } from './trainings.tsx';

/** `/my`: every person's own space. */
export function myRoutes(deps: AppDeps) {
  return (
    new Hono<AppEnv>()
      .route('/', iprofPages(deps).routes)
      .route('/', homePages(deps).routes)
      .route('/', engagementsPages(deps).routes)
      .route('/', myContestPages(deps).routes)
      .route('/', myMissionPages(deps).routes)
      .route('/', myInvitationPages(deps).routes)
      .route('/', mySupportPages(deps).routes)
      .route('/', myClassProjectPages(deps).routes)
      .route('/', myYearlyReportPages(deps).routes)
      .route('/', trainingPages(deps).routes)
      .route('/', contributionPages(deps).routes)
      // These routes stand before the badges by id, because ids would match these names.
      .route('/', backpackPages(deps).routes)
      .route('/', sendingPages(deps).routes)
      .route('/', badgesPages(deps).routes)
      .route('/', profilePages(deps).routes)
      .route('/', badgeRecordPages(deps).routes)
      .route('/', myPaperPages(deps).routes)
      .route('/', myDirectoryPages(deps).routes)
      .route('/', servicePages(deps).routes)
      .route('/', dataPages(deps).routes)
  );
}
