import type { AccountReader } from './account-reader.ts';
import type { AchievementEndorsementReader } from './achievement-endorsement-reader.ts';
import type { AuditReader } from './audit-reader.ts';
import type { AwardReader } from './award-reader.ts';
import type { BadgeLogReader } from './badge-log-reader.ts';
import type { BadgeRecordReader } from './badge-record-reader.ts';
import type { CampaignReader } from './campaign-reader.ts';
import type { ClassProjectReader } from './class-project-reader.ts';
import type { ClockReader } from './clock-reader.ts';
import type { ConfirmationRequestReader } from './confirmation-request-reader.ts';
import type { ContestReader } from './contest-reader.ts';
import type { ContributionReader } from './contribution-reader.ts';
import type { CountReader } from './count-reader.ts';
import type { CoverageReader } from './coverage-reader.ts';
import type { CredentialReader } from './credential-reader.ts';
import type { CriteriaReader } from './criteria-reader.ts';
import type { DataRequestReader } from './data-request-reader.ts';
import type { EndorsementReader } from './endorsement-reader.ts';
import type { EngagementProposalReader } from './engagement-proposal-reader.ts';
import type { EngagementReader } from './engagement-reader.ts';
import type { EstablishmentReader } from './establishment-reader.ts';
import type { EventReader } from './event-reader.ts';
import type { ExportReader } from './export-reader.ts';
import type { HeadshipReader } from './headship-reader.ts';
import type { HeldBadgeReader } from './held-badge-reader.ts';
import type { HostReader } from './host-reader.ts';
import type { ImportLogReader } from './import-log-reader.ts';
import type { ImportReader } from './import-reader.ts';
import type { InvitationReader } from './invitation-reader.ts';
import type { JobReader } from './job-reader.ts';
import type { MailReader } from './mail-reader.ts';
import type { MeansReader } from './means-reader.ts';
import type { MissionProposalReader } from './mission-proposal-reader.ts';
import type { PaperReader } from './paper-reader.ts';
import type { PersonReader } from './person-reader.ts';
import type { ProcedureSheetReader } from './procedure-sheet-reader.ts';
import type { ProgramCredentialReader } from './program-credential-reader.ts';
import type { ProposalReader } from './proposal-reader.ts';
import type { PublicKeyReader } from './public-key-reader.ts';
import type { PublicProfileReader } from './public-profile-reader.ts';
import type { RegisterExportReader } from './register-export-reader.ts';
import type { RetentionReader } from './retention-reader.ts';
import type { ReviewReader } from './review-reader.ts';
import type { SchoolMeetingReader } from './school-meeting-reader.ts';
import type { SchoolProjectReader } from './school-project-reader.ts';
import type { SettingsReader } from './settings-reader.ts';
import type { StatusListReader } from './status-list-reader.ts';
import type { SupportReader } from './support-reader.ts';
import type { TokenReader } from './token-reader.ts';
import type { TrustedListReader } from './trusted-list-reader.ts';
import type { UploadReader } from './upload-reader.ts';
import type { WalletReader } from './wallet-reader.ts';
import type { WishedTrainingReader } from './wished-training-reader.ts';

/** What the store reads, by subject. */
export interface Readers
  extends EstablishmentReader,
    PersonReader,
    DataRequestReader,
    AccountReader,
    HeadshipReader,
    TokenReader,
    EngagementReader,
    EngagementProposalReader,
    MissionProposalReader,
    BadgeLogReader,
    SupportReader,
    ClassProjectReader,
    ContributionReader,
    ContestReader,
    CampaignReader,
    ConfirmationRequestReader,
    CoverageReader,
    ReviewReader,
    WishedTrainingReader,
    RetentionReader,
    MeansReader,
    ProcedureSheetReader,
    SchoolProjectReader,
    WalletReader,
    EventReader,
    InvitationReader,
    SchoolMeetingReader,
    PaperReader,
    CriteriaReader,
    ProposalReader,
    AwardReader,
    CredentialReader,
    PublicProfileReader,
    HostReader,
    HeldBadgeReader,
    BadgeRecordReader,
    ProgramCredentialReader,
    EndorsementReader,
    AchievementEndorsementReader,
    StatusListReader,
    PublicKeyReader,
    JobReader,
    UploadReader,
    MailReader,
    SettingsReader,
    TrustedListReader,
    AuditReader,
    CountReader,
    ImportReader,
    ImportLogReader,
    ExportReader,
    RegisterExportReader,
    ClockReader {}
