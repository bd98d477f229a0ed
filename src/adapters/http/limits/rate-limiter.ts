import type { Limits, WorkKind } from './limits.ts';

/** Whether one more is taken on; `resetSeconds`: when all that one may ask for is there again. */
export interface Allowed {
  readonly ok: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
  /** When the next one would be taken on. */
  readonly retrySeconds: number;
}

export interface RateLimiter {
  /** Counts one more; undefined where any number is taken on. */
  take(client: string, kind: WorkKind): Allowed | undefined;
}

/** One caller's: what is left of a minute's worth, and when that was so. */
interface Bucket {
  readonly left: number;
  readonly at: number;
}

const MINUTE_MS = 60_000;
/** The callers who came last are remembered; who is forgotten begins anew. */
const MAX_CLIENTS = 50_000;

/** Counts in this process alone: each process, or each isolate of a Worker, allows as much again. What one may ask for
 *  in a minute may come at once, and comes back evenly. `now` in milliseconds, never going back. */
export function makeRateLimiter(
  perMinute: Limits['perMinute'],
  now: () => number = () => performance.now(),
): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(client, kind) {
      const limit = perMinute[kind];
      if (limit === 0) return undefined;
      const key = `${kind} ${client}`;
      const at = now();
      const left = leftOf(buckets.get(key), { limit, at });
      const ok = left >= 1;
      // Set anew, so that the map's order is that of the last requests.
      buckets.delete(key);
      buckets.set(key, { left: ok ? left - 1 : left, at });
      if (buckets.size > MAX_CLIENTS) buckets.delete(buckets.keys().next().value as string);
      return toAllowed(ok, ok ? left - 1 : left, limit);
    },
  };
}

function leftOf(bucket: Bucket | undefined, { limit, at }: { limit: number; at: number }): number {
  if (!bucket) return limit;
  return Math.min(limit, bucket.left + ((at - bucket.at) / MINUTE_MS) * limit);
}

function toAllowed(ok: boolean, left: number, limit: number): Allowed {
  const secondsEach = MINUTE_MS / 1000 / limit;
  return {
    ok,
    limit,
    remaining: Math.floor(left),
    resetSeconds: Math.ceil((limit - left) * secondsEach),
    retrySeconds: Math.max(1, Math.ceil((1 - left) * secondsEach)),
  };
}
