// Made by tools/features.mjs. Do not change it by hand.
// What the features declare.
export { feature as achievementEndorsements } from '../../standards/achievement-endorsements/feature.ts';
export { feature as badgeRecords } from '../../standards/badge-records/feature.ts';
export { feature as host } from '../../standards/host/feature.ts';
export { feature as trustedLists } from '../../standards/trusted-lists/feature.ts';
export { feature as vcApi } from '../../standards/vc-api/feature.ts';
export { feature as wallets } from '../../standards/wallets/feature.ts';
export { feature as campaigns } from '../campaigns/feature.ts';
export { feature as classProjects } from '../class-projects/feature.ts';
export { feature as contests } from '../contests/feature.ts';
export { feature as dataRequests } from '../data-requests/feature.ts';
export { feature as directory } from '../directory/feature.ts';
export { feature as endorsements } from '../endorsements/feature.ts';
export { feature as invitations } from '../invitations/feature.ts';
export { feature as means } from '../means/feature.ts';
export { feature as meetings } from '../meetings/feature.ts';
export { feature as messages } from '../messages/feature.ts';
export { feature as missionProposals } from '../mission-proposals/feature.ts';
export { feature as procedureSheets } from '../procedure-sheets/feature.ts';
export { feature as publicProfiles } from '../public-profiles/feature.ts';
export { feature as schoolProjects } from '../school-projects/feature.ts';
export { feature as support } from '../support/feature.ts';
export { feature as trainingWishes } from '../training-wishes/feature.ts';
export { feature as yearlyReports } from '../yearly-reports/feature.ts';
