import type { IdentityLink, Session, SignInAttempt, SignInDoubt } from '../../../domain/access/account.ts';
import type { ApiToken } from '../../../domain/access/api-token.ts';
import type { RestoredForm } from '../../../domain/access/restored-form.ts';
import type { StoredAuditEntry } from '../../../domain/audit/entry.ts';
import type { Proposal, Rejection } from '../../../domain/award/proposal.ts';
import type { ListPurpose } from '../../../domain/award/status-list.ts';
import type { Award, IssuedCredential, Recipient } from '../../../domain/award/types.ts';
import type { LogCheckpoint, LogTile } from '../../../domain/badge-log/entries.ts';
import type { ConfirmationRequest } from '../../../domain/confirmation/request.ts';
import type { MeasuredCoverage } from '../../../domain/coverage/measure.ts';
import type { BadgeDraft } from '../../../domain/criteria/badge-change.ts';
import type { CriteriaDraft } from '../../../domain/criteria/draft.ts';
import type { EngagementChangeKind, EngagementProposal } from '../../../domain/engagement/proposal.ts';
import type { EventDetails } from '../../../domain/event/details.ts';
import type { RollCall } from '../../../domain/event/roll-call.ts';
import type { FeatureTables } from '../../../domain/features/types.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { StoredInvariantAnswer } from '../../../domain/integrity/invariant.ts';
import type { OutboxTask } from '../../../domain/job/outbox.ts';
import type { Job, JobCommand } from '../../../domain/job/types.ts';
import type { PublicKeyRecord } from '../../../domain/keys/public.ts';
import type { Mail, MailKind, MailLanguage } from '../../../domain/mail/types.ts';
import type { Paper } from '../../../domain/paper/types.ts';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Event,
  Person,
  Profile,
  ProgressReview,
  School,
} from '../../../domain/records.ts';
import type { RetentionHold, RetentionNotice } from '../../../domain/retention.ts';
import type { PlannedReview, WrittenReview } from '../../../domain/review/planned.ts';
import type { Row } from '../../../domain/tables/column-names.ts';
import type { Flag, Folded, FromNetwork, Json, RowOf } from '../../../domain/tables/row-types.ts';
import type { Instant, LocalDate } from '../../../domain/time/calendar.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { ColumnMatch } from '../../../domain/upload/column-match.ts';
import type {
  ImportedKind,
  ImportRun,
  PreservedReason,
  UndoVerdict,
} from '../../../domain/upload/import-log.ts';
import type { LineOutcome, Upload } from '../../../domain/upload/types.ts';

/** The two columns that identify a recipient. */
interface RecipientColumns {
  recipient_kind: Recipient['kind'];
  recipient_id: string;
}

/** The columns of a claim. */
interface Claimed {
  claimed_by: string | null;
  claim_count: number;
  /** By the database's clock; only if that clock ends claims. */
  claimed_at: Instant | null;
}

/** Every table, exactly as the migrations make it. */
export interface Tables extends FeatureTables {
  /** Name and commune are folded. */
  establishment: Row<'establishment', School> & Folded;
  /** Both names are folded. */
  person: Row<'person', Omit<Person, 'emails' | 'profiles'>> & Folded;
  person_email: { address: string; person_id: PersonId; position: number };
  person_profile: { person_id: PersonId; profile: Profile };
  identity: RowOf<IdentityLink>;
  sign_in_doubt: Row<'sign_in_doubt', SignInDoubt>;
  sign_in_attempt: RowOf<SignInAttempt> & FromNetwork;
  session: RowOf<Session>;
  typed_form: RowOf<RestoredForm>;
  import_run: Row<'import_run', ImportRun>;
  import_batch: {
    import_id: string;
    position: number;
    kind: ImportedKind;
    /** Each entry is a list: the key, the digest after and, where the record existed, the record before. */
    entries: Json;
  };
  import_change: {
    import_id: string;
    position: number;
    kind: ImportedKind;
    record_key: string;
    entry: Json;
    created: Flag;
    verdict: UndoVerdict;
    reason: PreservedReason | null;
  };
  headship: { person_id: PersonId; uai: Uai; declared_at: Instant; checked_at: Instant | null };
  api_token: RowOf<ApiToken>;
  engagement: Row<'engagement', Engagement> & {
    /** Derived: 1 where the engagement is countable and has a single role. An index on it finds clashes. */
    holds_single_role: Flag;
  };
  engagement_request: { reference: string; person_id: PersonId; since: Instant };
  declared_engagement: {
    reference: string;
    person_id: PersonId;
    declared_at: Instant;
    segment_key: string | null;
  };
  documentary_confirmation: {
    engagement_reference: string;
    confirmed_at: Instant;
    confirmed_by: string;
    documents: string;
  };
  engagement_proposal: Row<'engagement_proposal', Omit<EngagementProposal, 'change' | 'before'>> & {
    kind: EngagementChangeKind;
    asked: Json;
    former: Json;
  };
  authorisation: Row<'authorisation', Authorisation>;
  procedure_part: { sheet_id: string; position: number; content: string };
  confirmation_request: RowOf<ConfirmationRequest>;
  establishment_coverage: Coverage;
  coverage_on_day: Coverage & { on_day: LocalDate };
  progress_review: Row<'progress_review', ProgressReview>;
  planned_review: Row<'planned_review', PlannedReview>;
  review_notes: Row<'review_notes', WrittenReview>;
  lived_day: { day: LocalDate };
  life: {
    id: 1;
    home: string;
    mark: string;
    mark_before: string | null;
    marked_at: Instant;
    moved_to: string | null;
  };
  retention_notice: RowOf<RetentionNotice>;
  retention_hold: RowOf<RetentionHold> & { id: 1 };
  paper: RowOf<Paper> & { once_key: string | null };
  event: RowOf<Event>;
  event_details: RowOf<EventDetails>;
  attendance: RowOf<Attendance>;
  roll_call: RowOf<RollCall>;
  contribution: Row<'contribution', Contribution>;
  criteria_version: {
    version: number;
    in_force_from: LocalDate;
    document: Json;
    adopted_at: Instant;
    adopted_by: string;
    withdrawn_at: Instant | null;
    withdrawn_by: PersonId | null;
  };
  office_version: {
    version: number;
    document: Json;
    is_first: 0 | 1;
    criteria_version: number | null;
    adopted_at: Instant;
    adopted_by: string;
  };
  /** The figures are those that differ from the base version. */
  criteria_draft: Row<'criteria_draft', CriteriaDraft>;
  badge_draft: RowOf<BadgeDraft>;
  award: RowOf<Omit<Award, 'recipient' | 'evaluation'>> &
    RecipientColumns &
    Claimed & {
      /** Empty once its recipient was erased. */
      evaluation: Json | '';
      signed: Flag;
      /** How many reminders before its end are still to come. */
      reminders_left: 0 | 1 | 2;
    };
  proposal: RowOf<Omit<Proposal, 'recipient'>> & RecipientColumns & { to_look_at: 0 | 1 };
  proposal_refusal: Row<'proposal_refusal', Omit<Rejection, 'recipient'>> & RecipientColumns;
  credential: Row<'credential', IssuedCredential>;
  status_list: {
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
    kept_for: ListPurpose;
  };
  log_entry: Digests & { position: number };
  log_tile: RowOf<LogTile>;
  log_checkpoint: RowOf<LogCheckpoint> & WrongClock;
  audit_tile: RowOf<LogTile>;
  audit_checkpoint: RowOf<LogCheckpoint> & WrongClock;
  log_unread: { id: string };
  log_waiting: Digests;
  public_key: {
    kid: string;
    algorithm: PublicKeyRecord['algorithm'];
    state: PublicKeyRecord['state'];
    created_at: Instant;
    retired_at: Instant | null;
    compromised_at: Instant | null;
    compromised_reason: string | null;
    /** The Multikey text of an Ed25519 key, the JWK of an RSA key. */
    public_half: string;
  };
  invariant_answer: Row<'invariant_answer', StoredInvariantAnswer>;
  job: Row<'job', Omit<Job, 'command'>> &
    Claimed & {
      kind: JobCommand['kind'];
      /** The command without its kind. */
      command: Json;
      /** Digest of the command and of whoever began it; null if the same command may be begun again. */
      once_key: string | null;
      /** Whether the person who began it was told of its end. */
      told: 0 | 1;
    };
  column_match: RowOf<ColumnMatch>;
  upload: RowOf<Upload>;
  upload_part: { upload_id: string; file: number; position: number; content: string };
  upload_line: {
    upload_id: string;
    position: number;
    file: string;
    line: number;
    outcome: LineOutcome;
    remarked: Flag;
    /** The differences and the remarks of the line. */
    details: Json;
    expires_at: Instant;
  };
  mail: RowOf<Mail>;
  mail_language: { person_id: PersonId; language: MailLanguage };
  mail_choice: { person_id: PersonId; kind: MailKind; wanted: Flag };
  outbox: Claimed & {
    id: string;
    kind: OutboxTask['kind'];
    /** The task without its kind. */
    payload: Json;
    created_at: Instant;
    due_at: Instant;
    attempts: number;
    done_at: Instant | null;
  };
  setting: { name: string; value: Json; changed_at: Instant; changed_by: string };
  audit: RowOf<StoredAuditEntry>;
  premise: { broken: string };
}

/** When the row was marked as written under a wrong clock. */
interface WrongClock {
  wrong_clock_at: Instant | null;
}

interface Digests {
  document: string;
  jws: string | null;
}

/** The families are their codes, one after the other. */
type Coverage = RowOf<MeasuredCoverage> & { measured_at: Instant };
