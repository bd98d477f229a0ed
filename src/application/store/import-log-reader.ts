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

/** The kinds of records to which other records refer. */
export type ReferredKind = 'establishment' | 'person' | 'event' | 'authorisation' | 'engagement' | 'review';

/** The number of records of one kind with the same verdict. */
export interface UndoCount {
  readonly kind: ImportedKind;
  readonly created: boolean;
  readonly verdict: UndoVerdict;
  readonly reason?: KeptReason;
  readonly count: number;
}

/** Reads the log of imports, and the records that rest on imported ones. */
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
  /** The people with these ids who have signed in. */
  readSignedInAmong(ids: readonly PersonId[]): Promise<readonly PersonId[]>;
  /** The keys to which records refer that would remain after the import is undone. */
  readReferredTo(importId: string, kind: ReferredKind, keys: readonly string[]): Promise<readonly string[]>;
  /** The people and schools for whom a paper was made since. */
  readOnPaperSince(
    since: Instant,
    among: { readonly personIds: readonly PersonId[]; readonly uais: readonly Uai[] },
  ): Promise<{ readonly personIds: readonly PersonId[]; readonly uais: readonly Uai[] }>;
}
