import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { LineOutcome } from '../../../domain/upload/upload.ts';
import type { Flag, Json } from './columns.ts';

export interface UploadTable {
  id: string;
  owner_id: PersonId;
  made_at: Instant;
  expires_at: Instant;
  files: Json;
  report: Json;
  imported_at: Instant | null;
  event: string | null;
}

export interface UploadPartTable {
  upload_id: string;
  file: number;
  position: number;
  content: string;
}

export interface UploadLineTable {
  upload_id: string;
  position: number;
  file: string;
  line: number;
  outcome: LineOutcome;
  remarked: Flag;
  /** The differences and the remarks of the line. */
  details: Json;
  expires_at: Instant;
}
