import type { StoredAuditEntry } from '../../domain/audit.ts';

/** Who did what. */
export interface AuditReader {
  /** What was done to a subject, or to any of several, the latest first. */
  readAuditOf(subject: string | readonly string[], limit: number): Promise<readonly StoredAuditEntry[]>;
}
