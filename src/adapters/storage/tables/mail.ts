import type { PersonId } from '../../../domain/ids.ts';
import type { MailKind, MailState } from '../../../domain/mail/mail.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Flag, Json } from './columns.ts';

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
