import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';

/** Reads how long segments have waited, and which segments a person declared. */
export interface EngagementReader {
  /** For each segment, the instant since which it waits to be confirmed, or the instant of its request where
   *  that is earlier. A segment that has just arrived may be absent. */
  readRequestsSince(
    references: readonly string[],
  ): Promise<readonly { readonly reference: string; readonly since: Instant }[]>;
  /** References of the segments that the person declared in the service. */
  readDeclaredReferences(personId: PersonId): Promise<readonly string[]>;
}
