import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Json } from './columns.ts';

export interface SettingTable {
  name: string;
  value: Json;
  changed_at: Instant;
  changed_by: PersonId;
}
