import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';

/** Reads since when segments wait, and the segments that a person declared. */
export interface EngagementReader {
  /** The instant since which each segment waits to be confirmed, or of its request where that is earlier. A
   *  segment that has just arrived may be absent. */
  readRequestsSince(
    references: readonly string[],
  ): Promise<readonly { readonly reference: string; readonly since: Instant }[]>;
  /** References of the segments that the person declared in the service. */
  readDeclaredReferences(personId: PersonId): Promise<readonly string[]>;
}
