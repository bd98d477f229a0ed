import type { Instant, LocalDate } from '../time/calendar.ts';

/** The entry of a signed document in the log: digests of its signed forms and nothing else, so that it names
 *  no one and reveals nothing that its holder keeps private. Only a signature makes it, and whoever stores the
 *  document stores it in the same commit (docs/adr/0040). */
export interface SignedDigests {
  readonly __brand: 'SignedDigests';
  /** SHA-256 of the document with its proof, in canonical JSON (RFC 8785), in hexadecimal. */
  readonly document: string;
  /** SHA-256 of the compact JWS, in hexadecimal; absent for a document that has no such form. */
  readonly jws?: string;
}

/** The logs of the service: that of signed badges is public, that of the audit is not. */
export type LogName = 'badges' | 'audit';

/** An entry by its place in the log. */
export interface LogEntry {
  /** From 0, without a gap. */
  readonly position: number;
  readonly digests: SignedDigests;
}

/** Neighbouring hashes of one level of a log's tree (C2SP tlog-tiles). */
export interface LogTile {
  readonly level: number;
  readonly number: number;
  /** The number of hashes, from 1 to 256. */
  readonly width: number;
  /** The hashes in order, concatenated, in base64. */
  readonly hashes: string;
}

/** A signed state of a log. */
export interface LogCheckpoint {
  /** The day in UTC. The last checkpoint of each day is kept. */
  readonly day: LocalDate;
  /** Entries in the tree. */
  readonly size: number;
  /** The checkpoint with its signatures. */
  readonly note: string;
  readonly signedAt: Instant;
}

/** A document that was stored before digests were made at the signature. */
export interface ReadForms {
  /** The id of a badge or of a record of badges. */
  readonly id: string;
  /** Absent if the document was erased. */
  readonly digests?: SignedDigests;
}

/** Changes to the log of signed badges, and the signature of any log. */
export type BadgeLogChange =
  /** Adds entries at the end. Throws `store-conflict` where another process has added entries in between. */
  | {
      readonly kind: 'badge-log-extended';
      readonly entries: readonly LogEntry[];
      /** Every tile that changed, with all its hashes. */
      readonly tiles: readonly LogTile[];
    }
  /** Enters stored documents whose digests were not made when they were signed. */
  | { readonly kind: 'badge-log-read'; readonly read: readonly ReadForms[] }
  /** Replaces an earlier checkpoint of the same day, but never one that has more entries. */
  | { readonly kind: 'checkpoint-signed'; readonly log: LogName; readonly checkpoint: LogCheckpoint };
