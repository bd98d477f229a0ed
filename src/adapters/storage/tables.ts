import type { DoubtReason } from '../../domain/access/account.ts';
import type { ApiToken } from '../../domain/access/api-token.ts';
import type { IdentityProviderId } from '../../domain/access/signed-in-identity.ts';
import type { HolderChoice, NameChoice, Recipient, SuspensionCause } from '../../domain/award/award-types.ts';
import type { KeptFor } from '../../domain/award/status-list.ts';
import type { ContestOutcome } from '../../domain/contest/contest.ts';
import type { DraftOutcome } from '../../domain/criteria/draft.ts';
import type { DataRequestKind } from '../../domain/data-request.ts';
import type {
  AchievementEndorsement,
  EndorsementLook,
} from '../../domain/endorsement/achievement-endorsement.ts';
import type { ProposalOutcome, SegmentChangeKind } from '../../domain/engagement/engagement-proposal.ts';
import type { MeansKind } from '../../domain/engagement/means.ts';
import type { MissionCode } from '../../domain/engagement/mission.ts';
import type { MissionProposalOutcome } from '../../domain/engagement/mission-proposal.ts';
import type { InvitationAnswer } from '../../domain/event/invitation.ts';
import type { MeetingSide, MeetingState } from '../../domain/event/school-meeting.ts';
import type { HeldBadge } from '../../domain/host/held-badge.ts';
import type { HostToken } from '../../domain/host/host-grant.ts';
import type { AwardId, CredentialId, PersonId, ProfileId, RecordId } from '../../domain/ids.ts';
import type { JobCommand } from '../../domain/job/job.ts';
import type { MailKind, MailState } from '../../domain/mail/mail.ts';
import type { OutboxTask } from '../../domain/outbox.ts';
import type { PaperId, PaperKind } from '../../domain/paper/paper.ts';
import type { PublicKeyRecord } from '../../domain/public-key.ts';
import type {
  Confirmation,
  ContributionKind,
  Establishment,
  EventKind,
  Profile,
  ProofLevel,
  ReviewKind,
} from '../../domain/records.ts';
import type { SupportKind, SupportState } from '../../domain/support/support-request.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Instant, LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { ImportedKind, KeptReason, UndoVerdict } from '../../domain/upload/import-log.ts';
import type { LineOutcome } from '../../domain/upload/upload.ts';
import type { Flag, Json } from './columns.ts';

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

export interface IdentityTable {
  issuer: string;
  subject: string;
  person_id: PersonId;
  provider: IdentityProviderId;
  linked_at: Instant;
  linked_by: string;
}

export interface SignInDoubtTable {
  id: string;
  issuer: string;
  subject: string;
  provider: IdentityProviderId;
  email: string | null;
  given_name: string | null;
  family_name: string | null;
  reason: DoubtReason;
  first_at: Instant;
  last_at: Instant;
}

export interface SignInAttemptTable {
  secret_hash: string;
  attempt: Json;
  expires_at: Instant;
  /** Absent in rows that an older version wrote. */
  network: string | null;
}

export interface SessionTable {
  id: string;
  secret_hash: string;
  person_id: PersonId;
  provider: IdentityProviderId;
  may_head: Json;
  device: string | null;
  id_token: string | null;
  acr: string | null;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
}

export interface TypedFormTable {
  secret_hash: string;
  person_id: PersonId;
  path: string;
  back: string;
  fields: Json;
  expires_at: Instant;
}

export interface HeadshipTable {
  person_id: PersonId;
  uai: Uai;
  declared_at: Instant;
  checked_at: Instant | null;
}

export interface AchievementEndorsementTable {
  id: string;
  endorsement_key: string;
  achievement: string;
  version: number;
  language: AchievementEndorsement['language'];
  form: AchievementEndorsement['form'];
  content: string;
  issuer_id: string;
  issuer_name: string | null;
  trusted_list: string | null;
  key_id: string;
  words: string | null;
  valid_from: string;
  ends_at: Instant | null;
  kept_at: Instant;
  result: EndorsementLook['result'];
  verdict: string;
  fault: string | null;
  looked_at: Instant;
  verified_at: Instant;
  withdrawn_at: Instant | null;
  withdrawal_reason: string | null;
}

export interface AuditTable {
  at: Instant;
  actor: string;
  action: string;
  subject: string;
  details: Json | null;
}

export interface AuthorisationTable {
  uai: Uai;
  mission: MissionCode;
  local_authority: string;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  convention: string | null;
}

export interface AwardTable {
  id: AwardId;
  recipient_kind: Recipient['kind'];
  recipient_id: string;
  achievement: string;
  version: number;
  school_year: number;
  sequence: number;
  granted_at: Instant;
  granted_by: string;
  override_reason: string | null;
  /** Empty once its recipient was erased. */
  evaluation: Json | '';
  facts_digest: string;
  valid_until: Instant | null;
  signed: Flag;
  claimed_by: string | null;
  claim_count: number;
  /** By the database's clock; only where that clock ends claims. */
  claimed_at: Instant | null;
  /** How many reminders before its end are still to come. */
  reminders_left: 0 | 1 | 2;
}

export interface LogEntryTable extends LogWaitingTable {
  position: number;
}

export interface LogTileTable {
  level: number;
  number: number;
  width: number;
  hashes: string;
}

export interface LogCheckpointTable {
  day: LocalDate;
  size: number;
  note: string;
  signed_at: Instant;
}

export interface LogWaitingTable {
  document: string;
  jws: string | null;
}

export interface LogUnreadTable {
  id: string;
}

export interface BadgeRecordTable {
  person_id: PersonId;
  id: RecordId;
  name_form: NameChoice;
  revision: number;
  valid_from: Instant;
  document: string;
  jws: string;
  key_ids: Json;
  subject_id: string;
  made_of: string;
}

export interface BadgeRecordEntryTable {
  record_id: RecordId;
  status_list_id: string;
  status_index: number;
  withdrawn: Flag;
}

export interface CampaignTable {
  id: string;
  name: string;
  /** The name without capitals and accents. No two campaigns have the same. */
  folded_name: string;
  school_year: number;
  closes_on: LocalDate;
  opened_at: Instant;
  opened_by: PersonId;
  closed_at: Instant | null;
  cancelled: Flag;
}

export interface ClassProjectTable {
  id: string;
  title: string;
  url: string | null;
  audience: string;
  school_year: SchoolYear;
  joins_until: LocalDate;
  made_by: PersonId;
  made_at: Instant;
  ended_at: Instant | null;
}

export interface ClassParticipationTable {
  project_id: string;
  person_id: PersonId;
  uai: Uai;
  classes: string;
  class_count: number;
  joined_at: Instant;
}

export interface ColumnMatchTable {
  person_id: PersonId;
  fingerprint: string;
  kind: string;
  titles: Json;
  columns: Json;
  made_at: Instant;
}

export interface ConfirmationRequestTable {
  engagement_reference: string;
  campaign_id: string | null;
  requested_at: Instant;
  first_reminder_at: Instant | null;
  second_reminder_at: Instant | null;
}

export interface ContestTable {
  id: string;
  engagement_reference: string;
  person_id: PersonId;
  uai: Uai;
  motive: string;
  opened_by: PersonId;
  opened_at: Instant;
  answer: string | null;
  answered_at: Instant | null;
  outcome: ContestOutcome | null;
  decision_reason: string | null;
  decided_by: PersonId | null;
  decided_at: Instant | null;
  decided_references: Json | null;
  withdrawn_at: Instant | null;
}

export interface ContributionTable {
  reference: string;
  person_id: PersonId;
  kind: ContributionKind;
  dated_on: LocalDate;
  title: string | null;
  description: string | null;
  url: string | null;
  validated: Flag;
  judged_by: PersonId | null;
  judged_at: Instant | null;
}

export interface EstablishmentCoverageTable {
  uai: Uai;
  school_year: number;
  rupn: number;
  requested: number;
  contested: number;
  clashes: number;
  families: string;
  measured_at: Instant;
}

/** The coverage of a chosen day. */
export interface CoverageOnDayTable extends EstablishmentCoverageTable {
  on_day: LocalDate;
}

export interface CredentialTable {
  id: CredentialId;
  award_id: AwardId;
  revision: number;
  valid_from: Instant;
  document: string;
  jws: string;
  key_ids: Json;
  status_list_id: string;
  status_index: number;
  subject_id: string;
  salt: string;
  acceptance: HolderChoice['acceptance'];
  visibility: HolderChoice['visibility'];
  hidden: Flag;
  shown_name: HolderChoice['name'];
  title_form: HolderChoice['form'];
  show_schools: Flag;
  email_identifier: Flag;
  shown_words: HolderChoice['words'];
  revoked_at: Instant | null;
  revoked_by: string | null;
  revocation_reason: string | null;
  erased_at: Instant | null;
  suspended_at: Instant | null;
  suspended_by: string | null;
  suspension_cause: SuspensionCause | null;
  suspension_reason: string | null;
  suspension_note: string | null;
}

export interface CriteriaVersionTable {
  version: number;
  in_force_from: LocalDate;
  document: Json;
  adopted_at: Instant;
  adopted_by: PersonId;
  withdrawn_at: Instant | null;
  withdrawn_by: PersonId | null;
}

export interface CriteriaDraftTable {
  id: string;
  base_version: number;
  /** The figures that differ from the base version. */
  figures: Json;
  in_force_from: LocalDate;
  drafted_by: PersonId;
  drafted_at: Instant;
  outcome: DraftOutcome | null;
  settled_by: PersonId | null;
  settled_at: Instant | null;
  words: string | null;
  version: number | null;
}

export interface DataRequestTable {
  id: string;
  person_id: PersonId;
  kind: DataRequestKind;
  message: string;
  made_at: Instant;
  settled_at: Instant | null;
  settled_by: string | null;
  answer: string | null;
}

export interface EndorsementTable {
  id: string;
  person_id: PersonId;
  uai: Uai;
  comment: string;
  offered_at: Instant;
  declined: Flag;
  credential_id: CredentialId | null;
}

export interface SchoolKeyTable {
  kid: string;
  uai: Uai;
  public_key_multibase: string;
  issuer_kid: string;
}

export interface EngagementProposalTable {
  id: string;
  engagement_reference: string;
  person_id: PersonId;
  uai: Uai;
  kind: SegmentChangeKind;
  asked: Json;
  former: Json;
  proposed_by: PersonId;
  proposed_at: Instant;
  reason: string | null;
  outcome: ProposalOutcome | null;
  settled_by: PersonId | null;
  settled_at: Instant | null;
  settled_reason: string | null;
}

export interface EngagementTable {
  reference: string;
  person_id: PersonId;
  uai: Uai;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  missions: Json;
  roles: Json;
  /** Derived: 1 where the segment is countable and has a single role. An index on it finds clashes. */
  holds_single_role: Flag;
  confirmation: Confirmation;
  confirmed_by: string | null;
  confirmed_on: LocalDate | null;
  reservation: string | null;
  decided_by: string | null;
  decided_on: LocalDate | null;
  decided_from: Confirmation | null;
  sharing: Json | null;
}

export interface EngagementRequestTable {
  reference: string;
  person_id: PersonId;
  since: Instant;
}

export interface DeclaredEngagementTable {
  reference: string;
  person_id: PersonId;
  declared_at: Instant;
  segment_key: string | null;
}

export interface DocumentaryConfirmationTable {
  engagement_reference: string;
  confirmed_at: Instant;
  confirmed_by: string;
  documents: string;
}

export interface EstablishmentTable {
  uai: Uai;
  type: string;
  name: string;
  postal_code: string;
  commune: string;
  department_code: string;
  department: string;
  sector: Establishment['sector'];
  agricultural: Flag;
  /** Name and commune in the folded form that searches use. */
  folded_name: string;
}

export interface EventTable {
  code: string;
  kind: EventKind;
  title: string;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  hours: number | null;
  tags: Json;
  uai: Uai | null;
}

export interface AttendanceTable {
  person_id: PersonId;
  event_code: string;
  hours: number | null;
  proof: ProofLevel;
}

export interface EventSheetTable {
  secret: string;
  event_code: string;
  opens_at: Instant;
  closes_at: Instant;
  made_at: Instant;
  made_by: PersonId;
}

export interface HeldBadgeTable {
  id: string;
  person_id: PersonId;
  badge_key: string;
  form: HeldBadge['form'];
  content: string;
  characters: number;
  picture: string | null;
  name: string | null;
  issuer_id: string;
  issuer_name: string | null;
  credential_id: string;
  valid_from: string;
  valid_until: string | null;
  sent_by: string | null;
  received_at: Instant;
  verified: Flag;
  verdict: string;
  verified_at: Instant;
}

export interface HostClientTable {
  id: string;
  secret_hash: string;
  metadata: Json;
  registered_at: Instant;
  last_granted_at: Instant | null;
  network: string | null;
}

export interface HostGrantTable {
  id: string;
  client_id: string;
  person_id: PersonId;
  scopes: Json;
  granted_at: Instant;
  expires_at: Instant;
  last_used_on: LocalDate | null;
}

export interface HostCodeTable {
  secret_hash: string;
  grant_id: string;
  person_id: PersonId;
  redirect_uri: string;
  challenge: string;
  expires_at: Instant;
}

export interface HostTokenTable {
  secret_hash: string;
  kind: HostToken['kind'];
  grant_id: string;
  person_id: PersonId;
  scopes: Json;
  made_from: string;
  expires_at: Instant;
}

export interface HostProfileTable {
  person_id: PersonId;
  document: string;
  updated_at: Instant;
}

export interface BadgeSendingTable {
  state_hash: string;
  person_id: PersonId;
  sealed: string;
  expires_at: Instant;
}

export interface ImportRunTable {
  id: string;
  actor: string;
  begun_at: Instant;
  undone_at: Instant | null;
  undone_by: string | null;
}

export interface ImportBatchTable {
  import_id: string;
  position: number;
  kind: ImportedKind;
  /** Each entry is a list: the key, the digest after and, where the record existed, the record before. */
  entries: Json;
}

export interface ImportChangeTable {
  import_id: string;
  position: number;
  kind: ImportedKind;
  record_key: string;
  entry: Json;
  created: Flag;
  verdict: UndoVerdict;
  reason: KeptReason | null;
}

export interface EventInvitationTable {
  event_code: string;
  person_id: PersonId;
  invited_at: Instant;
  invited_by: PersonId;
  reminded_at: Instant | null;
  answer: InvitationAnswer | null;
  answered_at: Instant | null;
  cancelled_at: Instant | null;
}

export interface JobTable {
  id: string;
  kind: JobCommand['kind'];
  /** The command without its kind. */
  command: Json;
  progress: Json;
  done: number;
  total: number;
  made_by: PersonId;
  made_at: Instant;
  starts_at: Instant | null;
  finished_at: Instant | null;
  claimed_by: string | null;
  claim_count: number;
  /** By the database's clock; only where that clock ends claims. */
  claimed_at: Instant | null;
  /** Digest of the command and of whoever began it; null where the same command may be begun again. */
  once_key: string | null;
  /** Whether the person who began it was told of its end. */
  told: 0 | 1;
}

export interface MailTable {
  id: string;
  kind: MailKind;
  person_id: PersonId;
  subject_ids: Json;
  message_id: string;
  created_at: Instant;
  state: MailState;
  closed_at: Instant | null;
  reason: string | null;
}

export interface MailChoiceTable {
  person_id: PersonId;
  kind: MailKind;
  wanted: Flag;
}

export interface MeansTable {
  person_id: PersonId;
  uai: Uai;
  kind: MeansKind;
  description: string;
  since: LocalDate;
}

export interface MissionProposalTable {
  id: string;
  uai: Uai;
  person_id: PersonId;
  missions: Json;
  roles: Json;
  from_day: LocalDate;
  to_day: LocalDate | null;
  sharing: Json | null;
  carried_into: number | null;
  words: string | null;
  proposed_by: PersonId;
  proposed_at: Instant;
  outcome: MissionProposalOutcome | null;
  settled_at: Instant | null;
}

export interface OutboxTable {
  id: string;
  kind: OutboxTask['kind'];
  /** The task without its kind. */
  payload: Json;
  created_at: Instant;
  due_at: Instant;
  attempts: number;
  claimed_by: string | null;
  claim_count: number;
  /** By the database's clock; only where that clock ends claims. */
  claimed_at: Instant | null;
  done_at: Instant | null;
}

export interface PaperTable {
  id: PaperId;
  kind: PaperKind;
  person_id: PersonId | null;
  uai: Uai;
  school_year: number;
  facts: Json;
  made_by: PersonId;
  made_at: Instant;
}

export interface PersonTable {
  id: PersonId;
  given_name: string;
  family_name: string;
  head_of_uai: Uai | null;
  /** Both names in the folded form that searches use. */
  folded_name: string;
}

export interface PersonEmailTable {
  address: string;
  person_id: PersonId;
  position: number;
}

export interface PersonProfileTable {
  person_id: PersonId;
  profile: Profile;
}

export interface PremiseTable {
  broken: string;
}

export interface ProcedureSheetTable {
  id: string;
  uai: Uai;
  mission: MissionCode;
  local_authority: string;
  starts_on: LocalDate;
  url: string | null;
  size_bytes: number | null;
  parts: number;
  kept_by: PersonId;
  kept_at: Instant;
}

export interface ProcedurePartTable {
  sheet_id: string;
  position: number;
  content: string;
}

export interface ProgramCredentialTable extends StandingColumns {
  id: string;
  digest: string;
  status_list_id: string;
  status_index: number;
  signed_at: Instant;
  signed_by: string;
}

export interface StandingColumns {
  revoked_at: Instant | null;
  suspended_at: Instant | null;
}

export interface ProposalTable {
  id: string;
  recipient_kind: Recipient['kind'];
  recipient_id: string;
  achievement: string;
  version: number;
  judged_on: LocalDate;
  school_year: number;
  uai: Uai | null;
  department_code: string | null;
  summary: Json;
  to_look_at: 0 | 1;
}

export interface ProposalRefusalTable {
  recipient_kind: Recipient['kind'];
  recipient_id: string;
  achievement: string;
  school_year: number;
  refused_at: Instant;
  refused_by: PersonId;
  reason: string;
  reopened_at: Instant | null;
  reopened_by: string | null;
}

export interface PublicKeyTable {
  kid: string;
  algorithm: PublicKeyRecord['algorithm'];
  state: PublicKeyRecord['state'];
  created_at: Instant;
  retired_at: Instant | null;
  compromised_at: Instant | null;
  compromised_reason: string | null;
  /** The Multikey text of an Ed25519 key, the JWK of an RSA key. */
  public_half: string;
}

export interface PublicProfileTable {
  person_id: PersonId;
  id: ProfileId;
  name_form: NameChoice;
  searchable: 0 | 1;
  made_at: Instant;
}

export interface PublicProfileBadgeTable {
  person_id: PersonId;
  credential_id: CredentialId;
}

export interface LivedDayTable {
  day: LocalDate;
}

export interface LifeTable {
  id: 1;
  home: string;
  mark: string;
  mark_before: string | null;
  marked_at: Instant;
}

export interface RetentionNoticeTable {
  person_id: PersonId;
  before: LocalDate;
  announced_on: LocalDate;
  engagements: number;
  attended: number;
  reviews: number;
  contributions: number;
}

export interface RetentionHoldTable {
  id: 1;
  begun_on: LocalDate;
  until_on: LocalDate;
  reason: string;
  held_by: PersonId;
}

export interface ProgressReviewTable {
  person_id: PersonId;
  uai: Uai;
  held_on: LocalDate;
  kind: ReviewKind;
}

export interface PlannedReviewTable {
  person_id: PersonId;
  uai: Uai;
  school_year: number;
  planned_on: LocalDate;
  planned_by: PersonId;
}

export interface ReviewNotesTable {
  person_id: PersonId;
  uai: Uai;
  held_on: LocalDate;
  notes: Json;
  review_known: Flag;
  written_by: PersonId;
  written_at: Instant;
}

export interface SchoolMeetingTable {
  id: string;
  uai: Uai;
  asked_by: PersonId;
  asked_at: Instant;
  words: string | null;
  state: MeetingState;
  proposed_by: MeetingSide | null;
  day: LocalDate | null;
  projects: string | null;
  difficulties: string | null;
  prospects: string | null;
  noted_by: PersonId | null;
  noted_as: MeetingSide | null;
  noted_at: Instant | null;
  event_code: string | null;
  revision: number;
}

export interface SchoolProjectTable {
  id: string;
  uai: Uai;
  title: string;
  description: string;
  url: string | null;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  kept_by: PersonId;
  kept_at: Instant;
}

export interface SchoolProjectMemberTable {
  project_id: string;
  person_id: PersonId;
}

export interface SettingTable {
  name: string;
  value: Json;
  changed_at: Instant;
  changed_by: PersonId;
}

export interface StatusListTable {
  id: string;
  size: number;
  revision: number;
  opened_at: Instant;
  published_revision: number | null;
  document: string | null;
  valid_until: Instant | null;
  suspension_document: string | null;
  /** Number of the list, from 1. */
  ordinal: number;
  kept_for: KeptFor;
}

export interface SupportRequestTable {
  id: string;
  kind: SupportKind;
  uai: Uai;
  person_id: PersonId;
  title: string;
  messages: Json;
  asked_at: Instant;
  state: SupportState;
  queue_rank: 0 | 1;
  planned_on: LocalDate | null;
  changed_at: Instant;
  revision: number;
}

export interface ApiTokenTable {
  id: string;
  name: string;
  role: ApiToken['role'];
  secret_hash: string;
  created_at: Instant;
  revoked_at: Instant | null;
  expires_at: Instant;
  last_used_on: LocalDate | null;
}

export interface TrustedListTable {
  source: string;
  name: string;
  read_at: Instant;
  valid_until: string | null;
  issuers: Json;
}

export interface UploadTable {
  id: string;
  owner_id: PersonId;
  made_at: Instant;
  expires_at: Instant;
  files: Json;
  report: Json;
  imported_at: Instant | null;
  event: string | null;
}

export interface UploadPartTable {
  upload_id: string;
  file: number;
  position: number;
  content: string;
}

export interface UploadLineTable {
  upload_id: string;
  position: number;
  file: string;
  line: number;
  outcome: LineOutcome;
  remarked: Flag;
  /** The differences and the remarks of the line. */
  details: Json;
  expires_at: Instant;
}

export interface WalletOfferTable {
  id: string;
  person_id: PersonId;
  credential_id: CredentialId;
  secret_hash: string;
  code_hash: string;
  pin_hash: string | null;
  wrong_pins: number;
  token_hash: string | null;
  challenge_hash: string | null;
  created_at: Instant;
  expires_at: Instant;
  taken_at: Instant | null;
  holder: string | null;
}

export interface WalletNonceTable {
  nonce_hash: string;
  expires_at: Instant;
  /** Absent in rows that an older version wrote. */
  network: string | null;
}

export interface PlannedWishTable {
  school_year: number;
  wish: string;
  event_code: string;
  taken_by: PersonId;
  taken_at: Instant;
}
