import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';

/** Of all files of one upload together. */
export const UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024;

/** A file as it was sent; its bytes are in so many parts. */
export interface UploadedFile {
  /** A NUMEN in it is masked. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly parts: number;
}

/** How many lines of one file did what, or would. */
export interface FileCounts {
  readonly file: string;
  /** All of them; those of which another line of the same key counts are in none of the four below. */
  readonly lines: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** A file, or a sheet of a workbook, that is not read: `unknown` where its header is that of no file of the DANE. */
export interface UnreadTable {
  readonly file: string;
  readonly why: 'hidden' | 'blank' | 'unknown' | 'refused';
  /** Lines that are not blank; absent where the file could not be cut into lines. */
  readonly lines?: number;
}

/** What is said of one line: why, and how to mend it. */
export interface LineRemark {
  /** Empty where the remark is about the whole line. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly fix: string;
}

/** What an import does with a line: `superseded` where a later line of the file has the same key, `noted` where the line
 *  is a header of which something is said. */
export const LINE_OUTCOMES = ['created', 'updated', 'unchanged', 'superseded', 'refused', 'noted'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** A cell that changes: as the DANE's files write what is stored, and what the line says. Empty where there is none. */
export interface CellDifference {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** The verdict of one line. */
export interface LineVerdict {
  readonly file: string;
  readonly line: number;
  readonly outcome: LineOutcome;
  /** Of an updated line. */
  readonly differences: readonly CellDifference[];
  readonly remarks: readonly LineRemark[];
}

/** A verdict that is kept, at its place among those of the upload. */
export interface UploadLine extends LineVerdict {
  readonly position: number;
}

/** Which lines are shown, from a position on. */
export interface LineSearch {
  readonly outcome?: LineOutcome;
  readonly file?: string;
  /** Only lines of which something is said. */
  readonly remarked?: boolean;
  readonly after?: number;
  readonly limit: number;
}

/** What an import would do, or did: the sums. Each line's verdict is kept beside. */
export interface UploadReport {
  readonly files: readonly FileCounts[];
  readonly unread: readonly UnreadTable[];
  readonly refusedTotal: number;
  readonly noticesTotal: number;
  /** What is said of the files that cannot be read: nothing of them is kept, so that no later import meets them. */
  readonly unreadable: readonly LineVerdict[];
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
}

/** A piece of a file, in base64. */
export interface UploadPart {
  readonly file: number;
  readonly position: number;
  readonly content: string;
}

/** What is written about uploads. */
export type UploadChange =
  | { readonly kind: 'upload-added'; readonly upload: Upload; readonly parts: readonly UploadPart[] }
  | {
      readonly kind: 'upload-imported';
      readonly id: string;
      readonly report: UploadReport;
      readonly at: Instant;
    }
  /** What an import does with lines of an upload; forgotten at the same instant as the upload. */
  | {
      readonly kind: 'upload-lines-added';
      readonly uploadId: string;
      readonly expiresAt: Instant;
      readonly lines: readonly UploadLine[];
    }
  | { readonly kind: 'upload-lines-forgotten'; readonly uploadId: string }
  /** Uploads whose end has come, with their bytes. */
  | { readonly kind: 'uploads-forgotten'; readonly at: Instant };
