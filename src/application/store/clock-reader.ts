import type { Instant, LocalDate } from '../../domain/time/time.ts';

/** The life of the service by the database's own account. */
export interface LifeRecord {
  /** The lived days that are counted, the oldest first; the newest hundred. */
  readonly days: readonly LocalDate[];
  /** Where the database lay, the mark beside it, and the mark before; absent before the first look. */
  readonly home?: string | undefined;
  readonly mark?: string | undefined;
  readonly before?: string | undefined;
  readonly markedAt?: Instant | undefined;
}

/** Reads instants from the database, to detect a clock that is wrong. */
export interface ClockReader {
  readClocks(): Promise<{
    /** The newest instant of a signature. */
    readonly signedAt?: Instant;
    /** The server's own clock; absent where the database has none. */
    readonly serverAt?: Instant;
    /** The newest lived day. */
    readonly livedOn?: LocalDate;
  }>;
  readLife(): Promise<LifeRecord>;
}
