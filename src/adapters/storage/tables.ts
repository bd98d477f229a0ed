import type { DoubtReason } from '../../domain/account.ts';
import type { HolderChoice, Recipient } from '../../domain/award-types.ts';
import type { ApiToken } from '../../domain/change.ts';
import type { ContestOutcome } from '../../domain/contest.ts';
import type { AwardId, CredentialId, PersonId } from '../../domain/ids.ts';
import type { JobCommand } from '../../domain/job.ts';
import type { MailKind, MailState } from '../../domain/mail.ts';
import type { MeansKind } from '../../domain/means.ts';
import type { MissionCode } from '../../domain/mission.ts';
import type { DataRequestKind } from '../../domain/my-change.ts';
import type { OutboxTask } from '../../domain/outbox.ts';
import type { PaperId, PaperKind } from '../../domain/paper.ts';
import type {
  Confirmation,
  ContributionKind,
  Establishment,
  EventKind,
  Profile,
  ProofLevel,
  ReviewKind,
} from '../../domain/records.ts';
import type { IdentityProviderId } from '../../domain/signed-in-identity.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Uai } from '../../domain/uai.ts';

/** 0 or 1: no engine of ours needs a boolean of its own. */
export type Flag = 0 | 1;
type Json = string;
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
}

export interface PersonTable {
  id: PersonId;
  given_name: string;
  family_name: string;
  head_of_uai: Uai | null;
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

export interface EngagementTable {
  reference: string;
  person_id: PersonId;
  uai: Uai;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  missions: Json;
  roles: Json;
  /** Derived (countable, and lists a single role), so that a clash is looked for through an index. */
  holds_single_role: Flag;
  confirmation: Confirmation;
  confirmed_by: string | null;
  confirmed_on: LocalDate | null;
  reservation: string | null;
  decided_by: string | null;
  decided_on: LocalDate | null;
}

export interface AuthorisationTable {
  uai: Uai;
  mission: MissionCode;
  local_authority: string;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  convention: string | null;
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

export interface ProgressReviewTable {
  person_id: PersonId;
  uai: Uai;
  held_on: LocalDate;
  kind: ReviewKind;
}

export interface ContributionTable {
  reference: string;
  person_id: PersonId;
  kind: ContributionKind;
  dated_on: LocalDate;
  url: string | null;
  validated: Flag;
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
  claimed_until: Instant | null;
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
  show_schools: Flag;
  revoked_at: Instant | null;
  revoked_by: string | null;
  revocation_reason: string | null;
  erased_at: Instant | null;
}

export interface StatusListTable {
  id: string;
  size: number;
  revision: number;
  opened_at: Instant;
  published_revision: number | null;
  document: string | null;
  valid_until: Instant | null;
  /** The first list is 1; none where it was opened before lists were numbered. */
  ordinal: number | null;
}

export interface ApiTokenTable {
  id: string;
  name: string;
  role: ApiToken['role'];
  secret_hash: string;
  created_at: Instant;
  revoked_at: Instant | null;
}

export interface AuditTable {
  at: Instant;
  actor: string;
  action: string;
  subject: string;
  details: Json | null;
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
  claimed_until: Instant | null;
  done_at: Instant | null;
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
}

export interface SessionTable {
  id: string;
  secret_hash: string;
  person_id: PersonId;
  provider: IdentityProviderId;
  may_head: Json;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
}

export interface HeadshipTable {
  person_id: PersonId;
  uai: Uai;
  declared_at: Instant;
}

export interface CriteriaVersionTable {
  version: number;
  in_force_from: LocalDate;
  document: Json;
  adopted_at: Instant;
  adopted_by: PersonId;
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
}

export interface ProposalRefusalTable {
  recipient_kind: Recipient['kind'];
  recipient_id: string;
  achievement: string;
  school_year: number;
  refused_at: Instant;
  refused_by: PersonId;
  reason: string;
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
  finished_at: Instant | null;
  claimed_by: string | null;
  claimed_until: Instant | null;
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

export interface EngagementRequestTable {
  reference: string;
  person_id: PersonId;
  since: Instant;
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
  written_by: PersonId;
  written_at: Instant;
}

export interface MeansTable {
  person_id: PersonId;
  uai: Uai;
  kind: MeansKind;
  description: string;
  since: LocalDate;
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

export interface DeclaredEngagementTable {
  reference: string;
  person_id: PersonId;
  declared_at: Instant;
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

export interface CampaignTable {
  id: string;
  name: string;
  school_year: number;
  closes_on: LocalDate;
  opened_at: Instant;
  opened_by: PersonId;
}

export interface ConfirmationRequestTable {
  engagement_reference: string;
  campaign_id: string;
  requested_at: Instant;
  first_reminder_at: Instant | null;
  second_reminder_at: Instant | null;
}

interface DocumentaryConfirmationTable {
  engagement_reference: string;
  confirmed_at: Instant;
  confirmed_by: string;
  documents: string;
}

export interface UploadTable {
  id: string;
  owner_id: PersonId;
  made_at: Instant;
  expires_at: Instant;
  files: Json;
  report: Json;
  imported_at: Instant | null;
}

export interface UploadPartTable {
  upload_id: string;
  file: number;
  position: number;
  content: string;
}

export interface EventSheetTable {
  secret: string;
  event_code: string;
  opens_at: Instant;
  closes_at: Instant;
  made_at: Instant;
  made_by: PersonId;
}

export interface SettingTable {
  name: string;
  value: Json;
  changed_at: Instant;
  changed_by: PersonId;
}

export interface PremiseTable {
  broken: string;
}

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
  event_sheet: EventSheetTable;
  setting: SettingTable;
  premise: PremiseTable;
  establishment_coverage: EstablishmentCoverageTable;
  campaign: CampaignTable;
  confirmation_request: ConfirmationRequestTable;
  documentary_confirmation: DocumentaryConfirmationTable;
  campaign_premise: PremiseTable;
}
