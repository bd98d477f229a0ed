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
  claimed_until: Instant | null;
  done_at: Instant | null;
}
