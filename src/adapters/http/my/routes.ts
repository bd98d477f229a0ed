import { Hono } from 'hono';
import { myClassProjectPages } from '../class-projects/class-projects-of-mine.tsx';
import { myContestPages } from '../contests/contests-of-mine.tsx';
import { myDirectoryPages } from '../directory/directory-of-mine.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { myInvitationPages } from '../invitations/invitations-of-mine.tsx';
import { myMissionPages } from '../missions/missions-of-mine.tsx';
import { myPaperPages } from '../papers/my.tsx';
import { mySupportPages } from '../support/support-of-mine.tsx';
import { myYearlyReportPages } from '../yearly-reports/yearly-reports-of-mine.tsx';
import { backpackPages } from './backpack.tsx';
import { badgeRecordPages } from './badge-record.tsx';
import { badgesPages } from './badges/list.tsx';
import { contributionPages } from './contributions.tsx';
import { dataPages } from './data.tsx';
import { engagementsPages } from './engagements/list.tsx';
import { homePages } from './home.tsx';
import { iprofPages } from './iprof.tsx';
import { profilePages } from './profile.tsx';
import { sendingPages } from './send-to-host.tsx';
import { servicePages } from './services.tsx';
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
