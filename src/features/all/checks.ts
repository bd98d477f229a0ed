// Made by tools/features.mjs. Do not change it by hand.
// What the doctor checks in the tables of the features.
export { achievementEndorsementChecks } from '../../standards/achievement-endorsements/store.ts';
export { badgeRecordChecks } from '../../standards/badge-records/store.ts';
export { hostChecks } from '../../standards/host/store.ts';
export { trustedListChecks } from '../../standards/trusted-lists/store.ts';
export { programCredentialChecks } from '../../standards/vc-api/store.ts';
export { walletChecks } from '../../standards/wallets/store.ts';
export { campaignChecks } from '../campaigns/store.ts';
export { classProjectChecks } from '../class-projects/store.ts';
export { contestChecks } from '../contests/store.ts';
export { dataRequestChecks } from '../data-requests/store.ts';
export { directoryChecks } from '../directory/store.ts';
export { endorsementChecks } from '../endorsements/store.ts';
export { invitationChecks } from '../invitations/store.ts';
export { meetingChecks } from '../meetings/store.ts';
export { messageChecks } from '../messages/store.ts';
export { missionProposalChecks } from '../mission-proposals/store.ts';
export { procedureSheetChecks } from '../procedure-sheets/store.ts';
export { publicProfileChecks } from '../public-profiles/store.ts';
export { schoolProjectChecks } from '../school-projects/store.ts';
export { supportChecks } from '../support/store.ts';
export { wishedTrainingChecks } from '../training-wishes/store.ts';
export { trainingWishChecks } from '../training-wishes/store-to-come.ts';
export { yearlyReportChecks } from '../yearly-reports/store.ts';
