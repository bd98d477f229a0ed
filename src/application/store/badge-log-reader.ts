import type { LogCheckpoint, LogEntry, LogTile, SignedDigests } from '../../domain/badge-log/badge-log.ts';
import type { LocalDate } from '../../domain/time/time.ts';

/** A badge or a record of badges that an earlier version stored without its digests. */
export interface UnreadForms {
  readonly id: string;
  /** Absent where it was erased or withdrawn since. */
  readonly signed?: { readonly document: string; readonly jws: string };
}

/** Reads the log of signed badges. */
export interface BadgeLogReader {
  /** Number of entries in the log. */
  readLogSize(): Promise<number>;
  /** The digests of `limit` signed documents that wait for their place in the log. */
  readWaitingDigests(limit: number): Promise<readonly SignedDigests[]>;
  readUnreadForms(limit: number): Promise<readonly UnreadForms[]>;
  /** Undefined where the log has no such tile. */
  readLogTile(level: number, number: number): Promise<LogTile | undefined>;
  /** `limit` entries from a place on. */
  readLogEntries(from: number, limit: number): Promise<readonly LogEntry[]>;
  /** The first entry of the document with this digest, of its JSON or of its JWS, in hexadecimal; undefined
   *  while it waits. */
  readLogEntryOf(digest: string): Promise<LogEntry | undefined>;
  /** Checkpoints of the days before `before`, the newest first. */
  readLogCheckpoints(limit: number, before: LocalDate): Promise<readonly LogCheckpoint[]>;
}
