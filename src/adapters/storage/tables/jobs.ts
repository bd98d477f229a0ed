import type { PersonId } from '../../../domain/ids.ts';
import type { JobCommand } from '../../../domain/job/job.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Json } from './columns.ts';

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
  claim_count: number;
  /** By the database's clock; only where that clock ends claims. */
  claimed_at: Instant | null;
  /** Digest of the command and of whoever began it; null where the same command may be begun again. */
  once_key: string | null;
  /** Whether the person who began it was told of its end. */
  told: 0 | 1;
}
