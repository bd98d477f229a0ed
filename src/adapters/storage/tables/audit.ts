import type { Instant } from '../../../domain/time/time.ts';
import type { Json } from './columns.ts';

export interface AuditTable {
  at: Instant;
  actor: string;
  action: string;
  subject: string;
  details: Json | null;
}
