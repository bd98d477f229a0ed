import type { StoredAuditEntry } from '../../domain/audit.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';

/** Reads the audit. */
export interface AuditReader {
  /** The imports that changed something, the latest first. */
  readImports(limit: number): Promise<readonly StoredAuditEntry[]>;
  /** The people who were erased at this instant or later, the first one first. */
  readErasures(since: Instant): Promise<readonly PersonId[]>;
  /** The entries about a subject, or about any of several, the latest first. */
  readAuditOf(subject: string | readonly string[], limit: number): Promise<readonly StoredAuditEntry[]>;
}
