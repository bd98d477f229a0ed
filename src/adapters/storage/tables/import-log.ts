import type { Instant } from '../../../domain/time/time.ts';
import type { ImportedKind, KeptReason, UndoVerdict } from '../../../domain/upload/import-log.ts';
import type { Flag, Json } from './columns.ts';

export interface ImportRunTable {
  id: string;
  actor: string;
  begun_at: Instant;
  undone_at: Instant | null;
  undone_by: string | null;
}

export interface ImportBatchTable {
  import_id: string;
  position: number;
  kind: ImportedKind;
  /** Each entry is a list: the key, the digest after and, where the record existed, the record before. */
  entries: Json;
}

export interface ImportChangeTable {
  import_id: string;
  position: number;
  kind: ImportedKind;
  record_key: string;
  entry: Json;
  created: Flag;
  verdict: UndoVerdict;
  reason: KeptReason | null;
}
