import type { OutboxTask } from '../../../domain/outbox.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Json } from './columns.ts';

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
