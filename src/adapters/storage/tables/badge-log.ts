import type { LogCheckpoint, LogEntry, LogTile, SignedDigests } from '../../../domain/badge-log/badge-log.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';

export interface LogEntryTable extends LogWaitingTable {
  position: number;
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

export interface LogWaitingTable {
  document: string;
  jws: string | null;
}

export interface LogUnreadTable {
  id: string;
}

export function fromDigestsRow({ document, jws }: LogWaitingTable): SignedDigests {
  return { document, ...(jws !== null && { jws }) } as SignedDigests;
}

export function fromLogEntryRow({ position, ...row }: LogEntryTable): LogEntry {
  return { position, digests: fromDigestsRow(row) };
}

export function fromLogTileRow({ level, number, width, hashes }: LogTileTable): LogTile {
  return { level, number, width, hashes };
}

export function fromLogCheckpointRow(row: LogCheckpointTable): LogCheckpoint {
  const { day, size, note, signed_at: signedAt } = row;
  return { day, size, note, signedAt };
}
