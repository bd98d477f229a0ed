import type { CredentialId } from '../ids.ts';
import type { Instant, LocalDate } from '../time/time.ts';

/** One revision of a signed badge, by its place in the log. */
export interface LogEntry {
  /** From 0, without a gap. */
  readonly position: number;
  readonly credentialId: CredentialId;
  readonly revision: number;
  /** The published text: digests of the signed forms. */
  readonly text: string;
}

/** Neighbouring hashes of one level of the log's tree (C2SP tlog-tiles). */
export interface LogTile {
  readonly level: number;
  readonly number: number;
  /** The number of hashes, from 1 to 256. */
  readonly width: number;
  /** The hashes in order, concatenated, in base64. */
  readonly hashes: string;
}

/** A signed state of the log. */
export interface LogCheckpoint {
  /** The day in UTC. The last checkpoint of each day is kept. */
  readonly day: LocalDate;
  /** Entries in the tree. */
  readonly size: number;
  /** The checkpoint with its signatures. */
  readonly note: string;
  readonly signedAt: Instant;
}

/** Changes to the log of signed badges. */
export type BadgeLogChange =
  /** Adds entries at the end. Throws `store-conflict` where another process has added entries in between. */
  | {
      readonly kind: 'badge-log-extended';
      readonly entries: readonly LogEntry[];
      /** Every tile that changed, with all its hashes. */
      readonly tiles: readonly LogTile[];
      /** Revisions that were replaced before they were logged. */
      readonly dropped: readonly PendingBadge[];
    }
  /** Replaces an earlier checkpoint of the same day, but never one that has more entries. */
  | { readonly kind: 'checkpoint-signed'; readonly checkpoint: LogCheckpoint };

/** A revision of a badge that waits for its place in the log. */
export interface PendingBadge {
  readonly credentialId: CredentialId;
  readonly revision: number;
}
