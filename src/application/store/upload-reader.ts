import type { Instant } from '../../domain/time/time.ts';
import type { LineSearch, Upload, UploadLine, UploadPart } from '../../domain/work/upload.ts';

/** Files that wait to be imported, and what an import does with each of their lines. */
export interface UploadReader {
  /** Undefined where there is none, or none any more at that instant. */
  readUpload(id: string, at: Instant): Promise<Upload | undefined>;
  readUploadPart(id: string, part: Omit<UploadPart, 'content'>): Promise<string | undefined>;
  /** By position. */
  readUploadLines(id: string, search: LineSearch): Promise<readonly UploadLine[]>;
}
