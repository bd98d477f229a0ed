import type { PersonId } from './ids.ts';
import type { Instant } from './time/time.ts';

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
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** What is said of one line: why, and how to mend it. */
export interface LineRemark {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly fix: string;
}

/** What an import would do, or did. Of the remarks only the first are kept, beside how many there are. */
export interface UploadReport {
  readonly files: readonly FileCounts[];
  readonly refused: readonly LineRemark[];
  readonly refusedTotal: number;
  readonly notices: readonly LineRemark[];
  readonly noticesTotal: number;
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
