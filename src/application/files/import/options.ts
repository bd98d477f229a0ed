import type { FileCounts, LineVerdict, UnreadTable } from '../../../domain/work/upload.ts';
import type { ImportEntry, RefusedLine } from './entry.ts';

export interface ImportProgress {
  readonly file: string;
  /** Bytes of the file that are behind, of `total`; each file is read twice and advances half a byte at a time. */
  readonly done: number;
  readonly total: number | undefined;
}

/** A line of a file, by the place of the file in the order of the import: where a part ends and the next begins. */
export interface ImportPlace {
  readonly file: number;
  readonly line: number;
}

export interface ImportOptions {
  /** Does it all on a copy, says the same, writes nothing. */
  readonly dryRun: boolean;
  readonly actor: string;
  /** Language of the entries; French where absent. */
  readonly locale?: 'fr' | 'en';
  /** Goes on from here; the lines above were imported by an earlier part. */
  readonly from?: ImportPlace;
  /** Ends the part after about so many lines; all of them where absent. */
  readonly partLines?: number;
  /** Each refused line and each notice, file by file, as soon as it is known. */
  readonly onEntry?: (entry: ImportEntry) => void;
  /** What is done with each line, some hundreds at a time, once it is done; waited for. */
  readonly onVerdicts?: (verdicts: readonly LineVerdict[]) => Promise<void>;
  /** Each refused line once more, with its cells. */
  readonly onRefused?: (line: RefusedLine) => void;
  /** Each file and each sheet that is not read, before any line of the others. */
  readonly onUnread?: (table: UnreadTable) => void;
  /** Each table once it was imported, with what its lines did. */
  readonly onFile?: (file: FileCounts) => void;
  readonly onProgress?: (progress: ImportProgress) => void;
}
