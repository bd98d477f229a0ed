// Made by tools/features.mjs. Do not change it by hand.
// The pages of the features. The first word of a name is the space.

export { daneEndorsementPages } from '../../standards/achievement-endorsements/dane.tsx';
export { myBadgeRecordPages } from '../../standards/badge-records/my.tsx';
export { myServicePages } from '../../standards/host/my.tsx';
export { myBackpackPages } from '../../standards/host/my-backpack.tsx';
export { mySendingPages } from '../../standards/host/my-send.tsx';
export { daneCampaignPages } from '../campaigns/dane.tsx';
export { daneClassProjectPages } from '../class-projects/dane.tsx';
export { myClassProjectPages } from '../class-projects/my.tsx';
export { daneContestPages } from '../contests/dane.tsx';
export { myContestPages } from '../contests/my.tsx';
export { schoolContestPages } from '../contests/school.tsx';
export { daneDataRequestPages } from '../data-requests/dane.tsx';
export { daneDirectoryPages } from '../directory/dane.tsx';
export { myDirectoryPages } from '../directory/my.tsx';
export { schoolDirectoryPages } from '../directory/school.tsx';
export { daneInvitationPages } from '../invitations/dane.tsx';
export { myInvitationPages } from '../invitations/my.tsx';
export { schoolMeansPages } from '../means/school.tsx';
export { daneMeetingPages } from '../meetings/dane.tsx';
export { schoolMeetingPages } from '../meetings/school.tsx';
export { daneMessagePages } from '../messages/dane.tsx';
export { myMissionPages } from '../mission-proposals/my.tsx';
export { schoolMissionPages } from '../mission-proposals/school.tsx';
export { schoolNewcomerPages } from '../mission-proposals/school-newcomers.tsx';
export { schoolProcedurePages } from '../procedure-sheets/school.tsx';
export { myProfilePages } from '../public-profiles/my.tsx';
export { schoolProjectPages } from '../school-projects/school.tsx';
export { daneSupportPages } from '../support/dane.tsx';
export { mySupportPages } from '../support/my.tsx';
export { schoolSupportPages } from '../support/school.tsx';
export { daneWishPages } from '../training-wishes/dane.tsx';
export { daneYearlyReportPages } from '../yearly-reports/dane.tsx';
export { myYearlyReportPages } from '../yearly-reports/my.tsx';
