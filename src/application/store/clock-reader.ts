import type { Instant } from '../../domain/time/time.ts';

/** Reads instants from the database, to detect a clock that is wrong. */
export interface ClockReader {
  readClocks(): Promise<{
    /** The newest instant of a signature. */
    readonly signedAt?: Instant;
    /** The server's own clock; absent where the database has none. */
    readonly serverAt?: Instant;
  }>;
}
