import type {
  HeadshipTable,
  IdentityTable,
  SessionTable,
  SignInAttemptTable,
  SignInDoubtTable,
  TypedFormTable,
} from './accounts.ts';
import type { AchievementEndorsementTable } from './achievement-endorsements.ts';
import type { AuditTable } from './audit.ts';
import type { AuthorisationTable } from './authorisations.ts';
import type { AwardTable } from './awards.ts';
import type {
  LogCheckpointTable,
  LogEntryTable,
  LogTileTable,
  LogUnreadTable,
  LogWaitingTable,
} from './badge-log.ts';
import type { BadgeRecordEntryTable, BadgeRecordTable } from './badge-records.ts';
import type { CampaignTable } from './campaigns.ts';
import type { ClassParticipationTable, ClassProjectTable } from './class-projects.ts';
import type { ColumnMatchTable } from './column-matches.ts';
import type { ConfirmationRequestTable } from './confirmation-requests.ts';
import type { ContestTable } from './contests.ts';
import type { ContributionTable } from './contributions.ts';
import type { CoverageOnDayTable, EstablishmentCoverageTable } from './coverage.ts';
import type { CredentialTable } from './credentials.ts';
import type { CriteriaDraftTable, CriteriaVersionTable } from './criteria.ts';
import type { DataRequestTable } from './data-requests.ts';
import type { EndorsementTable, SchoolKeyTable } from './endorsements.ts';
import type { EngagementProposalTable } from './engagement-proposals.ts';
import type {
  DeclaredEngagementTable,
  DocumentaryConfirmationTable,
  EngagementRequestTable,
  EngagementTable,
} from './engagements.ts';
import type { EstablishmentTable } from './establishments.ts';
import type { AttendanceTable, EventSheetTable, EventTable } from './events.ts';
import type { HeldBadgeTable } from './held-badges.ts';
import type {
  BadgeSendingTable,
  HostClientTable,
  HostCodeTable,
  HostGrantTable,
  HostProfileTable,
  HostTokenTable,
} from './host.ts';
import type { ImportBatchTable, ImportChangeTable, ImportRunTable } from './import-log.ts';
import type { EventInvitationTable } from './invitations.ts';
import type { JobTable } from './jobs.ts';
import type { MailChoiceTable, MailTable } from './mail.ts';
import type { MeansTable } from './means.ts';
import type { MissionProposalTable } from './mission-proposals.ts';
import type { OutboxTable } from './outbox.ts';
import type { PaperTable } from './papers.ts';
import type { PersonEmailTable, PersonProfileTable, PersonTable } from './people.ts';
import type { PremiseTable } from './premises.ts';
import type { ProcedurePartTable, ProcedureSheetTable } from './procedure-sheets.ts';
import type { ProgramCredentialTable } from './program-credentials.ts';
import type { ProposalRefusalTable, ProposalTable } from './proposals.ts';
import type { PublicKeyTable } from './public-keys.ts';
import type { PublicProfileBadgeTable, PublicProfileTable } from './public-profiles.ts';
import type { LifeTable, LivedDayTable, RetentionHoldTable, RetentionNoticeTable } from './retention.ts';
import type { PlannedReviewTable, ProgressReviewTable, ReviewNotesTable } from './reviews.ts';
import type { SchoolMeetingTable } from './school-meetings.ts';
import type { SchoolProjectMemberTable, SchoolProjectTable } from './school-projects.ts';
import type { SettingTable } from './settings.ts';
import type { StatusListTable } from './status-lists.ts';
import type { SupportRequestTable } from './support-requests.ts';
import type { ApiTokenTable } from './tokens.ts';
import type { TrustedListTable } from './trusted-lists.ts';
import type { UploadLineTable, UploadPartTable, UploadTable } from './uploads.ts';
import type { WalletNonceTable, WalletOfferTable } from './wallets.ts';
import type { PlannedWishTable } from './wished-trainings.ts';

/** Every table, exactly as the migrations make it. */
export interface Tables {
  establishment: EstablishmentTable;
  person: PersonTable;
  person_email: PersonEmailTable;
  person_profile: PersonProfileTable;
  data_request: DataRequestTable;
  identity: IdentityTable;
  sign_in_doubt: SignInDoubtTable;
  sign_in_attempt: SignInAttemptTable;
  session: SessionTable;
  typed_form: TypedFormTable;
  import_run: ImportRunTable;
  import_batch: ImportBatchTable;
  import_change: ImportChangeTable;
  headship: HeadshipTable;
  api_token: ApiTokenTable;
  engagement: EngagementTable;
  engagement_request: EngagementRequestTable;
  declared_engagement: DeclaredEngagementTable;
  documentary_confirmation: DocumentaryConfirmationTable;
  engagement_proposal: EngagementProposalTable;
  mission_proposal: MissionProposalTable;
  support_request: SupportRequestTable;
  authorisation: AuthorisationTable;
  procedure_sheet: ProcedureSheetTable;
  procedure_part: ProcedurePartTable;
  contest: ContestTable;
  campaign: CampaignTable;
  confirmation_request: ConfirmationRequestTable;
  establishment_coverage: EstablishmentCoverageTable;
  coverage_on_day: CoverageOnDayTable;
  progress_review: ProgressReviewTable;
  planned_review: PlannedReviewTable;
  review_notes: ReviewNotesTable;
  planned_wish: PlannedWishTable;
  means: MeansTable;
  lived_day: LivedDayTable;
  life: LifeTable;
  retention_notice: RetentionNoticeTable;
  retention_hold: RetentionHoldTable;
  school_project: SchoolProjectTable;
  school_project_member: SchoolProjectMemberTable;
  paper: PaperTable;
  event: EventTable;
  attendance: AttendanceTable;
  roll_call: EventSheetTable;
  event_invitation: EventInvitationTable;
  school_meeting: SchoolMeetingTable;
  class_project: ClassProjectTable;
  class_participation: ClassParticipationTable;
  contribution: ContributionTable;
  criteria_version: CriteriaVersionTable;
  criteria_draft: CriteriaDraftTable;
  award: AwardTable;
  proposal: ProposalTable;
  proposal_refusal: ProposalRefusalTable;
  credential: CredentialTable;
  public_profile: PublicProfileTable;
  public_profile_badge: PublicProfileBadgeTable;
  host_client: HostClientTable;
  host_grant: HostGrantTable;
  host_code: HostCodeTable;
  host_token: HostTokenTable;
  host_profile: HostProfileTable;
  held_badge: HeldBadgeTable;
  badge_sending: BadgeSendingTable;
  wallet_offer: WalletOfferTable;
  wallet_nonce: WalletNonceTable;
  endorsement: EndorsementTable;
  school_key: SchoolKeyTable;
  achievement_endorsement: AchievementEndorsementTable;
  badge_record: BadgeRecordTable;
  badge_record_entry: BadgeRecordEntryTable;
  program_credential: ProgramCredentialTable;
  status_list: StatusListTable;
  log_entry: LogEntryTable;
  log_tile: LogTileTable;
  log_checkpoint: LogCheckpointTable;
  log_unread: LogUnreadTable;
  log_waiting: LogWaitingTable;
  public_key: PublicKeyTable;
  job: JobTable;
  column_match: ColumnMatchTable;
  upload: UploadTable;
  upload_part: UploadPartTable;
  upload_line: UploadLineTable;
  mail: MailTable;
  mail_choice: MailChoiceTable;
  outbox: OutboxTable;
  setting: SettingTable;
  trusted_list: TrustedListTable;
  audit: AuditTable;
  premise: PremiseTable;
}
