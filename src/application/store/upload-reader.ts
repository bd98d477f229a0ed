import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { ColumnMatch } from '../../domain/upload/column-match.ts';
import type { LineSearch, Upload, UploadLine, UploadPart } from '../../domain/upload/upload.ts';

/** Reads uploaded files that wait to be imported, and the verdicts on their lines. */
export interface UploadReader {
  /** Undefined where there is no such upload, or where it has ended by that instant. */
  readUpload(id: string, at: Instant): Promise<Upload | undefined>;
  /** The columns matched by hand by this sender, the latest first. */
  readColumnMatches(personId: PersonId): Promise<readonly ColumnMatch[]>;
  readUploadPart(id: string, part: Omit<UploadPart, 'content'>): Promise<string | undefined>;
  /** By position. */
  readUploadLines(id: string, search: LineSearch): Promise<readonly UploadLine[]>;
}
