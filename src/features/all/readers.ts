// Made by tools/features.mjs. Do not change it by hand.
import type { AchievementEndorsementReader } from '../../standards/achievement-endorsements/feature.ts';
import type { BadgeRecordReader } from '../../standards/badge-records/feature.ts';
import type { HostReader } from '../../standards/host/feature.ts';
import type { HeldBadgeReader } from '../../standards/host/feature-held-badge.ts';
import type { TrustedListReader } from '../../standards/trusted-lists/feature.ts';
import type { ProgramCredentialReader } from '../../standards/vc-api/feature.ts';
import type { WalletReader } from '../../standards/wallets/feature.ts';
import type { CampaignReader } from '../campaigns/feature.ts';
import type { ClassProjectReader } from '../class-projects/feature.ts';
import type { ContestReader } from '../contests/feature.ts';
import type { DataRequestReader } from '../data-requests/feature.ts';
import type { DirectoryReader } from '../directory/feature.ts';
import type { EndorsementReader } from '../endorsements/feature.ts';
import type { InvitationReader } from '../invitations/feature.ts';
import type { MeansReader } from '../means/feature.ts';
import type { SchoolMeetingReader } from '../meetings/feature.ts';
import type { MessageReader } from '../messages/feature.ts';
import type { MissionProposalReader } from '../mission-proposals/feature.ts';
import type { ProcedureSheetReader } from '../procedure-sheets/feature.ts';
import type { PublicProfileReader } from '../public-profiles/feature.ts';
import type { SchoolProjectReader } from '../school-projects/feature.ts';
import type { SupportReader } from '../support/feature.ts';
import type { TrainingWishReader } from '../training-wishes/feature.ts';
import type { WishedTrainingReader } from '../wished-trainings/feature.ts';
import type { YearlyReportReader } from '../yearly-reports/feature.ts';

/** What the store reads for all features. */
export interface FeatureReaders
  extends AchievementEndorsementReader,
    BadgeRecordReader,
    CampaignReader,
    ClassProjectReader,
    ContestReader,
    DataRequestReader,
    DirectoryReader,
    EndorsementReader,
    HeldBadgeReader,
    HostReader,
    InvitationReader,
    MeansReader,
    SchoolMeetingReader,
    MessageReader,
    MissionProposalReader,
    ProcedureSheetReader,
    PublicProfileReader,
    SchoolProjectReader,
    SupportReader,
    TrainingWishReader,
    TrustedListReader,
    ProgramCredentialReader,
    WalletReader,
    WishedTrainingReader,
    YearlyReportReader {}
