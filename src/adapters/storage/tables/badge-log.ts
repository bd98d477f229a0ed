import type { LogCheckpoint, LogEntry, LogTile } from '../../../domain/badge-log/badge-log.ts';
import type { CredentialId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';

export interface LogEntryTable {
  position: number;
  credential_id: CredentialId;
  revision: number;
  entry: string;
}

export interface LogTileTable {
  level: number;
  number: number;
  width: number;
  hashes: string;
}

export interface LogCheckpointTable {
  day: LocalDate;
  size: number;
  note: string;
  signed_at: Instant;
}

export interface LogPendingTable {
  credential_id: CredentialId;
  revision: number;
}

export function fromLogEntryRow(row: LogEntryTable): LogEntry {
  const { position, credential_id: credentialId, revision, entry: text } = row;
  return { position, credentialId, revision, text };
}

export function fromLogTileRow({ level, number, width, hashes }: LogTileTable): LogTile {
  return { level, number, width, hashes };
}

export function fromLogCheckpointRow(row: LogCheckpointTable): LogCheckpoint {
  const { day, size, note, signed_at: signedAt } = row;
  return { day, size, note, signedAt };
}
