import type { ApiToken } from '../../../domain/change/change.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { MailKind, MailState } from '../../../domain/mail/mail.ts';
import type { OutboxTask } from '../../../domain/mail/outbox.ts';
import type { PublicKeyRecord } from '../../../domain/public-key.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { LineOutcome } from '../../../domain/work/upload.ts';
import type { Flag, Json } from './records.ts';

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

export interface UploadLineTable {
  upload_id: string;
  position: number;
  file: string;
  line: number;
  outcome: LineOutcome;
  remarked: Flag;
  /** The differences and the remarks. */
  details: Json;
  expires_at: Instant;
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
