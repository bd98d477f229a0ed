// Made by tools/features.mjs. Do not change it by hand.

import { endorsementsApi } from '../../standards/achievement-endorsements/api.ts';
import { daneEndorsementPages } from '../../standards/achievement-endorsements/dane.tsx';
import { myBadgeRecordPages } from '../../standards/badge-records/my.tsx';
import { recordRoutes } from '../../standards/badge-records/public.tsx';
import { hostRoutes } from '../../standards/host/api.ts';
import { oauthRoutes } from '../../standards/host/api-oauth.ts';
import { myServicePages } from '../../standards/host/my.tsx';
import { myBackpackPages } from '../../standards/host/my-backpack.tsx';
import { mySendingPages } from '../../standards/host/my-send.tsx';
import { legacyRoutes } from '../../standards/legacy/api.ts';
import { vcApiRoutes } from '../../standards/vc-api/api.ts';
import { oid4vciRoutes } from '../../standards/wallets/api.ts';
import { interactionRoutes } from '../../standards/wallets/public.tsx';
import { daneCampaignPages } from '../campaigns/dane.tsx';
import { daneClassProjectPages } from '../class-projects/dane.tsx';
import { myClassProjectPages } from '../class-projects/my.tsx';
import { daneContestPages } from '../contests/dane.tsx';
import { myContestPages } from '../contests/my.tsx';
import { schoolContestPages } from '../contests/school.tsx';
import { daneDataRequestPages } from '../data-requests/dane.tsx';
import { directoryApi } from '../directory/api.ts';
import { daneDirectoryPages } from '../directory/dane.tsx';
import { myDirectoryPages } from '../directory/my.tsx';
import { schoolDirectoryPages } from '../directory/school.tsx';
import { daneInvitationPages } from '../invitations/dane.tsx';
import { myInvitationPages } from '../invitations/my.tsx';
import { schoolMeansPages } from '../means/school.tsx';
import { daneMeetingPages } from '../meetings/dane.tsx';
import { schoolMeetingPages } from '../meetings/school.tsx';
import { daneMessagePages } from '../messages/dane.tsx';
import { myMissionPages } from '../mission-proposals/my.tsx';
import { schoolMissionPages } from '../mission-proposals/school.tsx';
import { schoolNewcomerPages } from '../mission-proposals/school-newcomers.tsx';
import { schoolProcedurePages } from '../procedure-sheets/school.tsx';
import { myProfilePages } from '../public-profiles/my.tsx';
import { schoolProjectPages } from '../school-projects/school.tsx';
import { daneSupportPages } from '../support/dane.tsx';
import { mySupportPages } from '../support/my.tsx';
import { schoolSupportPages } from '../support/school.tsx';
import { daneWishPages } from '../wished-trainings/dane.tsx';
import { daneYearlyReportPages } from '../yearly-reports/dane.tsx';
import { myYearlyReportPages } from '../yearly-reports/my.tsx';

/** The pages of the features in each space, their API under /api/v1, and the routes of the standards. */
export const FEATURE_PAGES = {
  my: [
    myBadgeRecordPages,
    myClassProjectPages,
    myContestPages,
    myDirectoryPages,
    myBackpackPages,
    mySendingPages,
    myServicePages,
    myInvitationPages,
    myMissionPages,
    myProfilePages,
    mySupportPages,
    myYearlyReportPages,
  ],
  dane: [
    daneEndorsementPages,
    daneCampaignPages,
    daneClassProjectPages,
    daneContestPages,
    daneDataRequestPages,
    daneDirectoryPages,
    daneInvitationPages,
    daneMeetingPages,
    daneMessagePages,
    daneSupportPages,
    daneWishPages,
    daneYearlyReportPages,
  ],
  school: [
    schoolContestPages,
    schoolDirectoryPages,
    schoolMeansPages,
    schoolMeetingPages,
    schoolNewcomerPages,
    schoolMissionPages,
    schoolProcedurePages,
    schoolProjectPages,
    schoolSupportPages,
  ],
  standardApis: [endorsementsApi],
  apis: [directoryApi],
  routes: [
    recordRoutes,
    oauthRoutes,
    hostRoutes,
    legacyRoutes,
    vcApiRoutes,
    oid4vciRoutes,
    interactionRoutes,
  ],
} as const;
