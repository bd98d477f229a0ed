import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/calendar.ts';

/** Limit for all files of one upload together. */
export const UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024;

/** An uploaded file. `parts` is the number of pieces in which its bytes are stored. */
export interface UploadedFile {
  /** The file name, in which any NUMEN is masked. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly parts: number;
}

/** Number of lines of one file for each outcome. */
export interface FileCounts {
  readonly file: string;
  /** The number of all lines. Lines replaced by a later line with the same key are in none of the four counts
   *  below. */
  readonly lines: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** A file, or a sheet of a workbook, that is not read. `unknown`: its header matches no file of the DANE.
 *  `other` and `folder` stand in a folder that was given as a whole. */
export interface UnreadTable {
  readonly file: string;
  readonly why: 'hidden' | 'blank' | 'unknown' | 'refused' | 'other' | 'folder';
  /** Number of lines that are not blank; absent if the file could not be cut into lines. */
  readonly lines?: number;
}

/** A remark on one line: a fault, and how to fix it. */
export interface LineRemark {
  /** Empty if the remark is about the whole line. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly fix: string;
}

/** The outcome of one line in an import. `superseded`: a later line with the same key counts instead.
 *  `noted`: the line is a header with a remark. */
export const LINE_OUTCOMES = ['created', 'updated', 'unchanged', 'superseded', 'refused', 'noted'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** A cell that changes: the stored value, written as in the DANE's files, and the new one. Empty if there
 *  is no value. */
export interface CellDifference {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface LineVerdict {
  readonly file: string;
  readonly line: number;
  readonly outcome: LineOutcome;
  /** Present for an updated line. */
  readonly differences: readonly CellDifference[];
  readonly remarks: readonly LineRemark[];
}

/** A stored verdict, with its position in the upload. */
export interface UploadLine extends LineVerdict {
  readonly position: number;
}

/** The lines to show, from a position on. */
export interface LineSearch {
  readonly outcome?: LineOutcome;
  readonly file?: string;
  /** True to keep only the lines with a remark. */
  readonly remarked?: boolean;
  readonly after?: number;
  readonly limit: number;
}

/** The totals of an import, planned or done. The verdict of each line is stored separately. */
export interface UploadReport {
  readonly files: readonly FileCounts[];
  readonly unread: readonly UnreadTable[];
  readonly refusedTotal: number;
  readonly noticesTotal: number;
  /** Verdicts on the files that cannot be read. Nothing else of these files is stored, so that no later
   *  import meets them. */
  readonly unreadable: readonly LineVerdict[];
  /** Absent from reports that were made before columns could be matched. */
  readonly headers?: readonly SeenHeader[];
}

/** The header of a table, whether the table is read or not: an agent can match its columns by hand. */
export interface SeenHeader {
  readonly file: string;
  readonly titles: readonly string[];
  /** Name of the kind of file that it is or resembles. */
  readonly kind?: string;
  /** For each column that is read, its place in the header. */
  readonly columns: Readonly<Record<string, number>>;
}

/** Files that an agent sent to be imported. */
export interface Upload {
  readonly id: string;
  readonly ownerId: PersonId;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly files: readonly UploadedFile[];
  readonly report: UploadReport;
  readonly importedAt?: Instant;
  /** Code of the event that the Moodle lists are about. */
  readonly event?: string;
}

/** A piece of a file, in base64. */
export interface UploadChunk {
  readonly file: number;
  readonly position: number;
  readonly content: string;
}

export type UploadChange =
  | { readonly kind: 'upload-added'; readonly upload: Upload }
  /** Some parts of an upload that was added before, deleted with it. */
  | {
      readonly kind: 'upload-parts-added';
      readonly uploadId: string;
      readonly parts: readonly UploadChunk[];
    }
  | {
      readonly kind: 'upload-imported';
      readonly id: string;
      readonly report: UploadReport;
      readonly at: Instant;
    }
  /** The verdicts on lines of an upload, deleted at the same instant as the upload. */
  | {
      readonly kind: 'upload-lines-added';
      readonly uploadId: string;
      readonly expiresAt: Instant;
      readonly lines: readonly UploadLine[];
    }
  | { readonly kind: 'upload-lines-forgotten'; readonly uploadId: string }
  /** Deletes the uploads that have ended, with their bytes. */
  | { readonly kind: 'uploads-forgotten'; readonly at: Instant };
