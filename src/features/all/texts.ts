// Made by tools/features.mjs. Do not change it by hand.
// The texts of the features in both languages.
export { texts as achievementEndorsements } from '../../standards/achievement-endorsements/texts.ts';
export { texts as badgeRecords } from '../../standards/badge-records/texts.ts';
export { texts as host } from '../../standards/host/texts.ts';
export { texts as vcApi } from '../../standards/vc-api/texts.ts';
export { texts as wallets } from '../../standards/wallets/texts.ts';
export { texts as campaigns } from '../campaigns/texts.ts';
export { texts as classProjects } from '../class-projects/texts.ts';
export { texts as contests } from '../contests/texts.ts';
export { texts as dataRequests } from '../data-requests/texts.ts';
export { texts as directory } from '../directory/texts.ts';
export { texts as endorsements } from '../endorsements/texts.ts';
export { texts as invitations } from '../invitations/texts.ts';
export { texts as means } from '../means/texts.ts';
export { texts as meetings } from '../meetings/texts.ts';
export { texts as messages } from '../messages/texts.ts';
export { texts as missionProposals } from '../mission-proposals/texts.ts';
export { texts as procedureSheets } from '../procedure-sheets/texts.ts';
export { texts as publicProfiles } from '../public-profiles/texts.ts';
export { texts as schoolProjects } from '../school-projects/texts.ts';
export { texts as support } from '../support/texts.ts';
export { texts as trainingWishes } from '../training-wishes/texts.ts';
export { texts as yearlyReports } from '../yearly-reports/texts.ts';
