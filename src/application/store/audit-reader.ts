import type { StoredAuditEntry } from '../../domain/audit.ts';

/** Reads the audit. */
export interface AuditReader {
  /** The imports that changed something, the latest first. */
  readImports(limit: number): Promise<readonly StoredAuditEntry[]>;
  /** The entries about a subject, or about any of several, the latest first. */
  readAuditOf(subject: string | readonly string[], limit: number): Promise<readonly StoredAuditEntry[]>;
}
