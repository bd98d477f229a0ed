// Made by tools/features.mjs. Do not change it by hand.
// The use cases of the features.

export { achievementEndorsementServices } from '../../standards/achievement-endorsements/actions.ts';
export { shownEndorsementServices } from '../../standards/achievement-endorsements/actions-read-shown.ts';
export { badgeRecordServices } from '../../standards/badge-records/actions.ts';
export { hostAccessServices } from '../../standards/host/actions-access.ts';
export { heldBadgeServices } from '../../standards/host/actions-held-badges.ts';
export { hostGrantServices } from '../../standards/host/actions-oauth.ts';
export { campaignServices } from '../campaigns/actions.ts';
export { classProjectServices } from '../class-projects/actions.ts';
export { contestServices } from '../contests/actions.ts';
export { dataRequestServices } from '../data-requests/actions.ts';
export { directoryServices } from '../directory/actions.ts';
export { endorsementServices } from '../endorsements/actions.ts';
export { withoutCommentServices } from '../endorsements/actions-without-word.ts';
export { invitationServices } from '../invitations/actions.ts';
export { meansServices } from '../means/actions.ts';
export { meetingServices } from '../meetings/actions.ts';
export { messageServices } from '../messages/actions.ts';
export { missionServices } from '../mission-proposals/actions.ts';
export { invitationToMissionServices } from '../mission-proposals/actions-invite.ts';
export { procedureSheetServices } from '../procedure-sheets/actions.ts';
export { profileServices } from '../public-profiles/actions.ts';
export { projectServices } from '../school-projects/actions.ts';
export { supportServices } from '../support/actions.ts';
export { wishServices } from '../training-wishes/actions.ts';
export { wishToComeServices } from '../training-wishes/actions-to-come.ts';
export { yearlyReportServices } from '../yearly-reports/actions.ts';
export { ownReportServices } from '../yearly-reports/actions-write.ts';
