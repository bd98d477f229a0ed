import { type Instant, secondsAfter } from '../../domain/time/time.ts';
import type { Clock, Store } from '../ports.ts';

/** For how long a count is given again: counting many badges costs a read of each on some engines. */
const COUNT_SECONDS = 3600;

interface Needs {
  readonly store: Pick<Store, 'countIssued'>;
  readonly clock: Clock;
}

/** The number of badges that were ever signed, and when they were counted. */
export interface IssuedCount {
  readonly total: number;
  readonly countedAt: Instant;
}

/** Counts the issued badges, at most once an hour in each process. */
export function countIssued({ store, clock }: Needs): () => Promise<IssuedCount> {
  let known: IssuedCount | undefined;
  return async () => {
    const now = clock.now();
    // A clock that was set back proves nothing about the count's age.
    const isFresh = known && known.countedAt <= now && now < secondsAfter(known.countedAt, COUNT_SECONDS);
    if (known && isFresh) return known;
    known = { total: await store.countIssued(), countedAt: now };
    return known;
  };
}
