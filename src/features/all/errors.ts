// Made by tools/features.mjs. Do not change it by hand.
// The errors that only one feature throws, each with its HTTP status.
export { achievementEndorsementErrors } from '../../standards/achievement-endorsements/feature-errors.ts';
export { badgeRecordErrors } from '../../standards/badge-records/feature-errors.ts';
export { vcApiErrors } from '../../standards/vc-api/feature-errors.ts';
export { classProjectErrors } from '../class-projects/feature-errors.ts';
export { contestErrors } from '../contests/feature-errors.ts';
export { endorsementErrors } from '../endorsements/feature-errors.ts';
export { invitationErrors } from '../invitations/feature-errors.ts';
export { meetingErrors } from '../meetings/feature-errors.ts';
export { messageErrors } from '../messages/feature-errors.ts';
export { missionProposalErrors } from '../mission-proposals/feature-errors.ts';
export { schoolProjectErrors } from '../school-projects/feature-errors.ts';
export { supportErrors } from '../support/feature-errors.ts';
export { yearlyReportErrors } from '../yearly-reports/feature-errors.ts';
