import type { LogCheckpoint, LogEntry, LogTile, PendingBadge } from '../../domain/badge-log/badge-log.ts';
import type { CredentialId } from '../../domain/ids.ts';

/** A badge that waits, with its signed forms where they still stand. */
export interface PendingForms extends PendingBadge {
  /** Absent where the badge was signed again since, or erased. */
  readonly signed?: { readonly document: string; readonly jws: string };
}

/** Reads the log of signed badges. */
export interface BadgeLogReader {
  /** Number of entries. */
  readLogSize(): Promise<number>;
  /** So many badges that are not in the log yet. */
  readPendingBadges(limit: number): Promise<readonly PendingForms[]>;
  /** Undefined where the log has no such tile. */
  readLogTile(level: number, number: number): Promise<LogTile | undefined>;
  /** So many entries from a place on. */
  readLogEntries(from: number, limit: number): Promise<readonly LogEntry[]>;
  /** The entry of the badge as it is signed now; undefined while it waits. */
  readLogEntryOf(id: CredentialId, revision: number): Promise<LogEntry | undefined>;
  /** The newest checkpoints first, those before a day where one is given. */
  readLogCheckpoints(limit: number, before?: string): Promise<readonly LogCheckpoint[]>;
}
