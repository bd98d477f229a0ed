import type { DataRequestKind } from '../../../domain/data-request.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';

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
