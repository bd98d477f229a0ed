// Made by tools/features.mjs. Do not change it by hand.
// The columns whose names do not follow from their property.
export { achievementEndorsementColumns } from '../../standards/achievement-endorsements/feature-columns.ts';
export { badgeRecordColumns } from '../../standards/badge-records/feature-columns.ts';
export { hostColumns } from '../../standards/host/feature-columns.ts';
export { walletColumns } from '../../standards/wallets/feature-columns.ts';
export { classProjectColumns } from '../class-projects/feature-columns.ts';
export { contestColumns } from '../contests/feature-columns.ts';
export { dataRequestColumns } from '../data-requests/feature-columns.ts';
export { invitationColumns } from '../invitations/feature-columns.ts';
export { missionProposalColumns } from '../mission-proposals/feature-columns.ts';
export { publicProfileColumns } from '../public-profiles/feature-columns.ts';
export { schoolProjectColumns } from '../school-projects/feature-columns.ts';
