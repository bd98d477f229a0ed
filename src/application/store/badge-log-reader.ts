import type { LogCheckpoint, LogEntry, LogTile, PendingBadge } from '../../domain/badge-log/badge-log.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/time/time.ts';

/** A badge that waits for its entry in the log, with its signed forms. */
export interface PendingForms extends PendingBadge {
  /** Absent where the badge was signed again or erased since. */
  readonly signed?: { readonly document: string; readonly jws: string };
}

/** Reads the log of signed badges. */
export interface BadgeLogReader {
  /** Number of entries in the log. */
  readLogSize(): Promise<number>;
  /** The first `limit` badges that are not in the log yet. */
  readPendingBadges(limit: number): Promise<readonly PendingForms[]>;
  /** Undefined where the log has no such tile. */
  readLogTile(level: number, number: number): Promise<LogTile | undefined>;
  /** `limit` entries from a place on. */
  readLogEntries(from: number, limit: number): Promise<readonly LogEntry[]>;
  /** The entry for this revision of the badge; undefined while it waits. */
  readLogEntryOf(id: CredentialId, revision: number): Promise<LogEntry | undefined>;
  /** Checkpoints of the days before `before`, the newest first. */
  readLogCheckpoints(limit: number, before: LocalDate): Promise<readonly LogCheckpoint[]>;
}
