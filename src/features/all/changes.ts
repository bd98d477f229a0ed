// Made by tools/features.mjs. Do not change it by hand.
import type { AchievementEndorsementChange } from '../../standards/achievement-endorsements/feature.ts';
import type { BadgeRecordChange } from '../../standards/badge-records/feature.ts';
import type { HostChange } from '../../standards/host/feature.ts';
import type { HeldBadgeChange } from '../../standards/host/feature-held-badge.ts';
import type { TrustedListChange } from '../../standards/trusted-lists/feature.ts';
import type { ProgramCredentialChange } from '../../standards/vc-api/feature.ts';
import type { WalletChange } from '../../standards/wallets/feature.ts';
import type { CampaignChange } from '../campaigns/feature.ts';
import type { ClassProjectChange } from '../class-projects/feature.ts';
import type { ContestChange } from '../contests/feature.ts';
import type { DataRequestChange } from '../data-requests/feature.ts';
import type { DirectoryChange } from '../directory/feature.ts';
import type { EndorsementChange } from '../endorsements/feature.ts';
import type { InvitationChange } from '../invitations/feature.ts';
import type { MeansChange } from '../means/feature.ts';
import type { SchoolMeetingChange } from '../meetings/feature.ts';
import type { NetworkMessageChange } from '../messages/feature.ts';
import type { MissionProposalChange } from '../mission-proposals/feature.ts';
import type { ProcedureSheetChange } from '../procedure-sheets/feature.ts';
import type { PublicProfileChange } from '../public-profiles/feature.ts';
import type { SchoolProjectChange } from '../school-projects/feature.ts';
import type { SupportChange } from '../support/feature.ts';
import type { TrainingWishChange } from '../training-wishes/feature.ts';
import type { WishedTrainingChange } from '../wished-trainings/feature.ts';
import type { YearlyReportChange } from '../yearly-reports/feature.ts';

/** The changes of all features. */
export type FeatureChange =
  | AchievementEndorsementChange
  | BadgeRecordChange
  | CampaignChange
  | ClassProjectChange
  | ContestChange
  | DataRequestChange
  | DirectoryChange
  | EndorsementChange
  | HeldBadgeChange
  | HostChange
  | InvitationChange
  | MeansChange
  | SchoolMeetingChange
  | NetworkMessageChange
  | MissionProposalChange
  | ProcedureSheetChange
  | PublicProfileChange
  | SchoolProjectChange
  | SupportChange
  | TrainingWishChange
  | TrustedListChange
  | ProgramCredentialChange
  | WalletChange
  | WishedTrainingChange
  | YearlyReportChange;
