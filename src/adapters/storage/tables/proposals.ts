import type { Recipient } from '../../../domain/award/award-types.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Json } from './columns.ts';

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
