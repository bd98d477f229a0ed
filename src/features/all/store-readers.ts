// Made by tools/features.mjs. Do not change it by hand.
// What reads the tables of the features.
export { makeAchievementEndorsementReader } from '../../standards/achievement-endorsements/store.ts';
export { makeBadgeRecordReader } from '../../standards/badge-records/store.ts';
export { makeHostReader } from '../../standards/host/store.ts';
export { makeHeldBadgeReader } from '../../standards/host/store-held-badges.ts';
export { makeTrustedListReader } from '../../standards/trusted-lists/store.ts';
export { makeProgramCredentialReader } from '../../standards/vc-api/store.ts';
export { makeWalletReader } from '../../standards/wallets/store.ts';
export { makeCampaignReader } from '../campaigns/store.ts';
export { makeCampaignSchoolReader } from '../campaigns/store-reads.ts';
export { makeClassProjectReader } from '../class-projects/store.ts';
export { makeContestReader } from '../contests/store.ts';
export { makeDataRequestReader } from '../data-requests/store.ts';
export { makeDirectoryReader } from '../directory/store.ts';
export { makeEndorsementReader } from '../endorsements/store.ts';
export { makeInvitationReader } from '../invitations/store.ts';
export { makeMeansReader } from '../means/store.ts';
export { makeSchoolMeetingReader } from '../meetings/store.ts';
export { makeMessageReader } from '../messages/store.ts';
export { makeMissionProposalReader } from '../mission-proposals/store.ts';
export { makeProcedureSheetReader } from '../procedure-sheets/store.ts';
export { makePublicProfileReader } from '../public-profiles/store.ts';
export { makeSchoolProjectReader } from '../school-projects/store.ts';
export { makeSupportReader } from '../support/store.ts';
export { makeWishedTrainingReader } from '../training-wishes/store.ts';
export { makeTrainingWishReader } from '../training-wishes/store-to-come.ts';
export { makeYearlyReportReader } from '../yearly-reports/store.ts';
