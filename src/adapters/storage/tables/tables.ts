import type {
  HeadshipTable,
  IdentityTable,
  SessionTable,
  SignInAttemptTable,
  SignInDoubtTable,
} from './accounts.ts';
import type {
  AwardTable,
  CredentialTable,
  CriteriaVersionTable,
  JobTable,
  ProposalRefusalTable,
  ProposalTable,
  StatusListTable,
} from './awards.ts';
import type {
  AttendanceTable,
  AuthorisationTable,
  ContributionTable,
  EngagementTable,
  EstablishmentTable,
  EventTable,
  PersonEmailTable,
  PersonProfileTable,
  PersonTable,
  ProgressReviewTable,
} from './records.ts';
import type {
  ApiTokenTable,
  AuditTable,
  EventSheetTable,
  MailChoiceTable,
  MailTable,
  OutboxTable,
  PremiseTable,
  PublicKeyTable,
  SettingTable,
  UploadLineTable,
  UploadPartTable,
  UploadTable,
} from './service.ts';
import type {
  CampaignTable,
  ConfirmationRequestTable,
  ContestTable,
  DataRequestTable,
  DeclaredEngagementTable,
  DocumentaryConfirmationTable,
  EngagementRequestTable,
  EstablishmentCoverageTable,
  MeansTable,
  PaperTable,
  PlannedReviewTable,
  ReviewNotesTable,
} from './spaces.ts';

/** Every table, exactly as the migrations make it. */
export interface Tables {
  establishment: EstablishmentTable;
  person: PersonTable;
  person_email: PersonEmailTable;
  person_profile: PersonProfileTable;
  engagement: EngagementTable;
  authorisation: AuthorisationTable;
  event: EventTable;
  attendance: AttendanceTable;
  progress_review: ProgressReviewTable;
  contribution: ContributionTable;
  award: AwardTable;
  status_list: StatusListTable;
  credential: CredentialTable;
  api_token: ApiTokenTable;
  public_key: PublicKeyTable;
  audit: AuditTable;
  outbox: OutboxTable;
  identity: IdentityTable;
  sign_in_doubt: SignInDoubtTable;
  sign_in_attempt: SignInAttemptTable;
  session: SessionTable;
  headship: HeadshipTable;
  criteria_version: CriteriaVersionTable;
  proposal: ProposalTable;
  proposal_refusal: ProposalRefusalTable;
  job: JobTable;
  mail: MailTable;
  mail_choice: MailChoiceTable;
  engagement_request: EngagementRequestTable;
  contest: ContestTable;
  planned_review: PlannedReviewTable;
  review_notes: ReviewNotesTable;
  means: MeansTable;
  paper: PaperTable;
  declared_engagement: DeclaredEngagementTable;
  data_request: DataRequestTable;
  upload: UploadTable;
  upload_part: UploadPartTable;
  upload_line: UploadLineTable;
  event_sheet: EventSheetTable;
  setting: SettingTable;
  premise: PremiseTable;
  establishment_coverage: EstablishmentCoverageTable;
  campaign: CampaignTable;
  confirmation_request: ConfirmationRequestTable;
  documentary_confirmation: DocumentaryConfirmationTable;
}
