import type { FileCounts, LineVerdict, SeenHeader, UnreadTable } from '../../../domain/upload/upload.ts';
import type { ImportEntry, RefusedLine } from './entry.ts';
import type { HeaderChoices } from './find-header.ts';

export interface ImportProgress {
  readonly file: string;
  /** Bytes of the file that are done, of `total`. Each file is read twice, so a byte counts as half in each
   *  reading. */
  readonly done: number;
  readonly total: number | undefined;
}

/** A line of a file, with the index of the file in the order of the import: the place where a part ends and
 *  the next begins. */
export interface ImportPlace {
  readonly file: number;
  readonly line: number;
}

export interface ImportOptions extends HeaderChoices {
  /** Runs the import on a copy and reports the same, without writing anything. */
  readonly dryRun: boolean;
  readonly actor: string;
  /** Language of the entries; French by default. */
  readonly locale?: 'fr' | 'en';
  /** Continues from this place. The lines above were imported by an earlier part. */
  readonly from?: ImportPlace;
  /** Ends the part after about this many lines; all lines by default. */
  readonly partLines?: number;
  /** Called with each refused line and each notice, file by file, as soon as it is known. */
  readonly onEntry?: (entry: ImportEntry) => void;
  /** Called with the verdicts on some hundreds of lines, after they are imported. The import waits for the
   *  result. */
  readonly onVerdicts?: (verdicts: readonly LineVerdict[]) => Promise<void>;
  /** Called with each refused line and its cells. */
  readonly onRefused?: (line: RefusedLine) => void;
  /** Called with the header of each table whose columns could be matched by hand. */
  readonly onHeader?: (header: SeenHeader) => void;
  /** Called with each file and sheet that is not read, before any line of the others. */
  readonly onUnread?: (table: UnreadTable) => void;
  /** Called with each table after it is imported, with the counts of its lines. */
  readonly onFile?: (file: FileCounts) => void;
  readonly onProgress?: (progress: ImportProgress) => void;
}
