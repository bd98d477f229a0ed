import type { HolderChoice, Recipient } from '../../../domain/award/award-types.ts';
import type { AwardId, CredentialId, PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { JobCommand } from '../../../domain/work/job.ts';
import type { Flag, Json } from './records.ts';

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
  email_identifier: Flag;
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
  /** The first list is 1. */
  ordinal: number;
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
  reopened_at: Instant | null;
  reopened_by: PersonId | null;
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
  claimed_until: Instant | null;
}
