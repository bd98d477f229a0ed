import type {
  HeadshipTable,
  IdentityTable,
  SessionTable,
  SignInAttemptTable,
  SignInDoubtTable,
} from './accounts.ts';
import type { AuditTable } from './audit.ts';
import type { AuthorisationTable } from './authorisations.ts';
import type { AwardTable } from './awards.ts';
import type { BadgeRecordEntryTable, BadgeRecordTable } from './badge-records.ts';
import type { CampaignTable, ConfirmationRequestTable } from './campaigns.ts';
import type { ColumnMatchTable } from './column-matches.ts';
import type { ContestTable } from './contests.ts';
import type { ContributionTable } from './contributions.ts';
import type { EstablishmentCoverageTable } from './coverage.ts';
import type { CredentialTable } from './credentials.ts';
import type { CriteriaVersionTable } from './criteria.ts';
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
import type { JobTable } from './jobs.ts';
import type { MailChoiceTable, MailTable } from './mail.ts';
import type { MeansTable } from './means.ts';
import type { MissionProposalTable } from './mission-proposals.ts';
import type { OutboxTable } from './outbox.ts';
import type { PaperTable } from './papers.ts';
import type { PersonEmailTable, PersonProfileTable, PersonTable } from './people.ts';
import type { PremiseTable } from './premises.ts';
import type { ProposalRefusalTable, ProposalTable } from './proposals.ts';
import type { PublicKeyTable } from './public-keys.ts';
import type { PublicProfileBadgeTable, PublicProfileTable } from './public-profiles.ts';
import type { PlannedReviewTable, ProgressReviewTable, ReviewNotesTable } from './reviews.ts';
import type { SettingTable } from './settings.ts';
import type { StatusListTable } from './status-lists.ts';
import type { ApiTokenTable } from './tokens.ts';
import type { UploadLineTable, UploadPartTable, UploadTable } from './uploads.ts';

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
  headship: HeadshipTable;
  api_token: ApiTokenTable;
  engagement: EngagementTable;
  engagement_request: EngagementRequestTable;
  declared_engagement: DeclaredEngagementTable;
  documentary_confirmation: DocumentaryConfirmationTable;
  engagement_proposal: EngagementProposalTable;
  mission_proposal: MissionProposalTable;
  authorisation: AuthorisationTable;
  contest: ContestTable;
  campaign: CampaignTable;
  confirmation_request: ConfirmationRequestTable;
  establishment_coverage: EstablishmentCoverageTable;
  progress_review: ProgressReviewTable;
  planned_review: PlannedReviewTable;
  review_notes: ReviewNotesTable;
  means: MeansTable;
  paper: PaperTable;
  event: EventTable;
  attendance: AttendanceTable;
  roll_call: EventSheetTable;
  contribution: ContributionTable;
  criteria_version: CriteriaVersionTable;
  award: AwardTable;
  proposal: ProposalTable;
  proposal_refusal: ProposalRefusalTable;
  credential: CredentialTable;
  public_profile: PublicProfileTable;
  public_profile_badge: PublicProfileBadgeTable;
  endorsement: EndorsementTable;
  school_key: SchoolKeyTable;
  badge_record: BadgeRecordTable;
  badge_record_entry: BadgeRecordEntryTable;
  status_list: StatusListTable;
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
  audit: AuditTable;
  premise: PremiseTable;
}
