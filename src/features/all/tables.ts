// Made by tools/features.mjs. Do not change it by hand.
import type { AchievementEndorsementsTables } from '../../standards/achievement-endorsements/feature.ts';
import type { BadgeRecordsTables } from '../../standards/badge-records/feature.ts';
import type { HostTables } from '../../standards/host/feature.ts';
import type { TrustedListsTables } from '../../standards/trusted-lists/feature.ts';
import type { VcApiTables } from '../../standards/vc-api/feature.ts';
import type { WalletsTables } from '../../standards/wallets/feature.ts';
import type { CampaignsTables } from '../campaigns/feature.ts';
import type { ClassProjectsTables } from '../class-projects/feature.ts';
import type { ContestsTables } from '../contests/feature.ts';
import type { DataRequestsTables } from '../data-requests/feature.ts';
import type { DirectoryTables } from '../directory/feature.ts';
import type { EndorsementsTables } from '../endorsements/feature.ts';
import type { InvitationsTables } from '../invitations/feature.ts';
import type { MeansTables } from '../means/feature.ts';
import type { MeetingsTables } from '../meetings/feature.ts';
import type { MessagesTables } from '../messages/feature.ts';
import type { MissionProposalsTables } from '../mission-proposals/feature.ts';
import type { ProcedureSheetsTables } from '../procedure-sheets/feature.ts';
import type { PublicProfilesTables } from '../public-profiles/feature.ts';
import type { SchoolProjectsTables } from '../school-projects/feature.ts';
import type { SupportTables } from '../support/feature.ts';
import type { TrainingWishesTables } from '../training-wishes/feature.ts';
import type { WishedTrainingsTables } from '../wished-trainings/feature.ts';
import type { YearlyReportsTables } from '../yearly-reports/feature.ts';

/** The rows of the tables of all features. */
export interface FeatureTables
  extends AchievementEndorsementsTables,
    BadgeRecordsTables,
    CampaignsTables,
    ClassProjectsTables,
    ContestsTables,
    DataRequestsTables,
    DirectoryTables,
    EndorsementsTables,
    HostTables,
    InvitationsTables,
    MeansTables,
    MeetingsTables,
    MessagesTables,
    MissionProposalsTables,
    ProcedureSheetsTables,
    PublicProfilesTables,
    SchoolProjectsTables,
    SupportTables,
    TrainingWishesTables,
    TrustedListsTables,
    VcApiTables,
    WalletsTables,
    WishedTrainingsTables,
    YearlyReportsTables {}
