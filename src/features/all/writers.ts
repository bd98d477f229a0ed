// Made by tools/features.mjs. Do not change it by hand.
// The writer of each kind of change of a feature.
export { achievementEndorsementWriters } from '../../standards/achievement-endorsements/store.ts';
export { badgeRecordWriters } from '../../standards/badge-records/store.ts';
export { hostWriters } from '../../standards/host/store.ts';
export { heldBadgeWriters } from '../../standards/host/store-held-badges.ts';
export { trustedListWriters } from '../../standards/trusted-lists/store.ts';
export { programCredentialWriters } from '../../standards/vc-api/store.ts';
export { walletWriters } from '../../standards/wallets/store.ts';
export { campaignWriters } from '../campaigns/store.ts';
export { classProjectWriters } from '../class-projects/store.ts';
export { contestWriters } from '../contests/store.ts';
export { dataRequestWriters } from '../data-requests/store.ts';
export { directoryWriters } from '../directory/store.ts';
export { endorsementWriters } from '../endorsements/store.ts';
export { invitationWriters } from '../invitations/store.ts';
export { meansWriters } from '../means/store.ts';
export { meetingWriters } from '../meetings/store.ts';
export { messageWriters } from '../messages/store.ts';
export { missionProposalWriters } from '../mission-proposals/store.ts';
export { procedureSheetWriters } from '../procedure-sheets/store.ts';
export { publicProfileWriters } from '../public-profiles/store.ts';
export { schoolProjectWriters } from '../school-projects/store.ts';
export { supportWriters } from '../support/store.ts';
export { wishedTrainingWriters } from '../training-wishes/store.ts';
export { trainingWishWriters } from '../training-wishes/store-to-come.ts';
export { yearlyReportWriters } from '../yearly-reports/store.ts';
