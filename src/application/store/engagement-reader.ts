import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';

/** Segments: since when they wait, and who declared them. */
export interface EngagementReader {
  /** Since when these segments wait to be confirmed, or were asked about where that was earlier; a segment that just arrived may not be known to wait yet. */
  readRequestsSince(
    references: readonly string[],
  ): Promise<readonly { readonly reference: string; readonly since: Instant }[]>;
  /** References of the segments that the person declared in the service. */
  readDeclaredReferences(personId: PersonId): Promise<readonly string[]>;
}
