import type { Instant } from '../../../domain/time/time.ts';
import type { Json } from './columns.ts';

export interface TrustedListTable {
  source: string;
  name: string;
  read_at: Instant;
  valid_until: string | null;
  issuers: Json;
}
