import type { FileCounts, LineVerdict, SeenHeader, UnreadTable } from '../../../domain/upload/upload.ts';
import type { ImportEntry, RefusedLine } from './entry.ts';
import type { HeaderChoices } from './find-header.ts';

export interface ImportProgress {
  readonly file: string;
  /** The part of `total` bytes of the file that is done. Each file is read twice, so a byte counts half in
   *  each reading. */
  readonly done: number;
  readonly total: number | undefined;
}

/** The place where a part of an import ends and the next begins: a line, and the index of its file in the
 *  order of import. */
export interface ImportPlace {
  readonly file: number;
  readonly line: number;
}

export interface ImportOptions extends HeaderChoices {
  /** True to run the import without writing, with the same reports. */
  readonly dryRun: boolean;
  readonly actor: string;
  /** Language of the entries; French by default. */
  readonly locale?: 'fr' | 'en';
  /** The place to continue from. The lines above it were imported by an earlier part. */
  readonly from?: ImportPlace;
  /** Number of lines after which the part ends, approximately; all lines by default. */
  readonly partLines?: number;
  /** Called with each refused line and each notice, file by file, as soon as it is known. */
  readonly onEntry?: (entry: ImportEntry) => void;
  /** Called with the verdicts on some hundreds of lines after they are imported. The import waits for it. */
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
