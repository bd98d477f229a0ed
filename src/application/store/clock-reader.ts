import type { Instant } from '../../domain/time/time.ts';

/** What the database knows of the time. */
export interface ClockReader {
  readClocks(): Promise<{
    /** The newest instant that a credential was signed at. */
    readonly signedAt?: Instant;
    /** The server's own clock; absent where the database has none of its own. */
    readonly serverAt?: Instant;
  }>;
}
