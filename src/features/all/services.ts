// Made by tools/features.mjs. Do not change it by hand.

import type { Ports } from '../../application/service-ports.ts';
import { achievementEndorsementServices } from '../../standards/achievement-endorsements/actions.ts';
import { shownEndorsementServices } from '../../standards/achievement-endorsements/actions-read-shown.ts';
import { badgeRecordServices } from '../../standards/badge-records/actions.ts';
import { hostAccessServices } from '../../standards/host/actions-access.ts';
import { heldBadgeServices } from '../../standards/host/actions-held-badges.ts';
import { hostGrantServices } from '../../standards/host/actions-oauth.ts';
import { campaignServices } from '../campaigns/actions.ts';
import { classProjectServices } from '../class-projects/actions.ts';
import { contestServices } from '../contests/actions.ts';
import { dataRequestServices } from '../data-requests/actions.ts';
import { directoryServices } from '../directory/actions.ts';
import { endorsementServices } from '../endorsements/actions.ts';
import { withoutCommentServices } from '../endorsements/actions-without-word.ts';
import { invitationServices } from '../invitations/actions.ts';
import { meansServices } from '../means/actions.ts';
import { meetingServices } from '../meetings/actions.ts';
import { messageServices } from '../messages/actions.ts';
import { missionServices } from '../mission-proposals/actions.ts';
import { invitationToMissionServices } from '../mission-proposals/actions-invite.ts';
import { procedureSheetServices } from '../procedure-sheets/actions.ts';
import { profileServices } from '../public-profiles/actions.ts';
import { projectServices } from '../school-projects/actions.ts';
import { supportServices } from '../support/actions.ts';
import { trainingWishServices } from '../training-wishes/actions.ts';
import { wishServices } from '../wished-trainings/actions.ts';
import { yearlyReportServices } from '../yearly-reports/actions.ts';
import { ownReportServices } from '../yearly-reports/actions-write.ts';

/** The use cases of all features. */
export const featureServices = (ports: Ports) => ({
  ...shownEndorsementServices(ports),
  ...achievementEndorsementServices(ports),
  ...badgeRecordServices(ports),
  ...campaignServices(ports),
  ...classProjectServices(ports),
  ...contestServices(ports),
  ...dataRequestServices(ports),
  ...directoryServices(ports),
  ...withoutCommentServices(ports),
  ...endorsementServices(ports),
  ...hostAccessServices(ports),
  ...heldBadgeServices(ports),
  ...hostGrantServices(ports),
  ...invitationServices(ports),
  ...meansServices(ports),
  ...meetingServices(ports),
  ...messageServices(ports),
  ...invitationToMissionServices(ports),
  ...missionServices(ports),
  ...procedureSheetServices(ports),
  ...profileServices(ports),
  ...projectServices(ports),
  ...supportServices(ports),
  ...trainingWishServices(ports),
  ...wishServices(ports),
  ...ownReportServices(ports),
  ...yearlyReportServices(ports),
});
