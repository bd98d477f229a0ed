import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type {
  ImportBatch,
  ImportedKind,
  ImportRun,
  KeptReason,
  UndoLine,
  UndoVerdict,
} from '../../domain/upload/import-log.ts';

/** The kinds of records to which others refer. */
export type ReferredKind = 'establishment' | 'person' | 'event' | 'authorisation' | 'engagement' | 'review';

/** How many records of one kind share a verdict. */
export interface UndoCount {
  readonly kind: ImportedKind;
  readonly created: boolean;
  readonly verdict: UndoVerdict;
  readonly reason?: KeptReason;
  readonly count: number;
}

/** Reads what is kept of imports, and what rests on their records. */
export interface ImportLogReader {
  /** The latest first. */
  readImportRuns(limit: number): Promise<readonly ImportRun[]>;
  readImportRun(id: string): Promise<ImportRun | undefined>;
  countImportBatches(importId: string): Promise<number>;
  /** The last batch before this position, or the last of all. */
  readImportBatch(importId: string, before?: number): Promise<ImportBatch | undefined>;
  /** The lines with a verdict, those of the last batch first. */
  readUndoLines(
    importId: string,
    search: { readonly verdict: UndoVerdict; readonly before?: number; readonly limit: number },
  ): Promise<readonly UndoLine[]>;
  countUndoLines(importId: string): Promise<readonly UndoCount[]>;
  /** The people among these who have signed in. */
  readSignedInAmong(ids: readonly PersonId[]): Promise<readonly PersonId[]>;
  /** The keys among these to which something refers that would stay when the import is undone. */
  readReferredTo(importId: string, kind: ReferredKind, keys: readonly string[]): Promise<readonly string[]>;
  /** The people, and the schools, of whom a paper was made since. */
  readOnPaperSince(
    since: Instant,
    among: { readonly personIds: readonly PersonId[]; readonly uais: readonly Uai[] },
  ): Promise<{ readonly personIds: readonly PersonId[]; readonly uais: readonly Uai[] }>;
}
