// Made by tools/features.mjs. Do not change it by hand.
import { achievementEndorsementErrors } from '../../standards/achievement-endorsements/feature-errors.ts';
import { badgeRecordErrors } from '../../standards/badge-records/feature-errors.ts';
import { vcApiErrors } from '../../standards/vc-api/feature-errors.ts';
import { classProjectErrors } from '../class-projects/feature-errors.ts';
import { contestErrors } from '../contests/feature-errors.ts';
import { endorsementErrors } from '../endorsements/feature-errors.ts';
import { invitationErrors } from '../invitations/feature-errors.ts';
import { meetingErrors } from '../meetings/feature-errors.ts';
import { messageErrors } from '../messages/feature-errors.ts';
import { missionProposalErrors } from '../mission-proposals/feature-errors.ts';
import { schoolProjectErrors } from '../school-projects/feature-errors.ts';
import { supportErrors } from '../support/feature-errors.ts';
import { yearlyReportErrors } from '../yearly-reports/feature-errors.ts';

/** The errors that only one feature throws, each with its HTTP status. */
export const FEATURE_ERRORS = {
  ...achievementEndorsementErrors,
  ...badgeRecordErrors,
  ...classProjectErrors,
  ...contestErrors,
  ...endorsementErrors,
  ...invitationErrors,
  ...meetingErrors,
  ...messageErrors,
  ...missionProposalErrors,
  ...schoolProjectErrors,
  ...supportErrors,
  ...vcApiErrors,
  ...yearlyReportErrors,
};

export type FeatureErrorCode = keyof typeof FEATURE_ERRORS;
