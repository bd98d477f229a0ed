import type { Instant } from '../../domain/time/time.ts';

/** The instants that the database knows. */
export interface ClockReader {
  readClocks(): Promise<{
    /** The newest instant of a signature. */
    readonly signedAt?: Instant;
    /** The server's own clock; absent where the database has none. */
    readonly serverAt?: Instant;
  }>;
}
