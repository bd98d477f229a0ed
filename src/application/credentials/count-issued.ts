import { type Instant, isWithin } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';

/** Seconds for which a count is reused: on some engines, counting badges costs a read for each. */
const COUNT_SECONDS = 3600;

/** The number of badges that were ever signed, and the time of the count. */
export interface IssuedCount {
  readonly total: number;
  readonly countedAt: Instant;
}

/** Counts the issued badges, at most once an hour in each process. */
export function countIssued({ store, clock }: Ports): () => Promise<IssuedCount> {
  let known: IssuedCount | undefined;
  return async () => {
    const now = clock.now();
    // Where the clock was set back, the age of the count is unknown.
    const isFresh = known && isWithin(now, known.countedAt, COUNT_SECONDS);
    if (known && isFresh) return known;
    known = { total: await store.countIssued(), countedAt: now };
    return known;
  };
}
