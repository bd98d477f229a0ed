import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Json } from './columns.ts';

export interface CriteriaVersionTable {
  version: number;
  in_force_from: LocalDate;
  document: Json;
  adopted_at: Instant;
  adopted_by: PersonId;
  withdrawn_at: Instant | null;
  withdrawn_by: PersonId | null;
}
