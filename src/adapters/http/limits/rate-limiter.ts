import type { Caller } from '#open-badges/fetching';
import type { Limits, WorkKind } from './work-kinds.ts';

/** An accepted or refused request. `resetSeconds` is the time until the caller's whole allowance is back. */
export interface Allowed {
  readonly ok: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
  /** Time until the next request would be accepted. */
  readonly retrySeconds: number;
}

export interface RateLimiter {
  /** Counts one request; undefined if this kind has no limit. */
  take(caller: Caller, kind: WorkKind): Allowed | undefined;
  /** Whether the next request of this kind would be refused. It counts nothing. */
  isSpent(caller: Caller, kind: WorkKind): boolean;
}

/** One caller's remaining allowance of one kind, and the time at which it was computed. */
interface Bucket {
  left: number;
  at: number;
}

/** What is known of one caller. */
interface Allowances {
  readonly buckets: Partial<Record<WorkKind, Bucket>>;
  /** The time at which it was last moved behind all others. */
  placedAt: number;
}

const MINUTE_MS = 60_000;
/** Only the most recent callers are remembered; a forgotten one starts with a full allowance. */
const MAX_CLIENTS = 50_000;
/** A frequent caller is moved behind the others once a second at most. */
const REPLACE_MS = 1000;

/** Counts in this process only: each process, or each isolate of a Worker, has its own allowance. The
 *  requests of a minute may come all at once; the allowance then comes back evenly. `now` is in milliseconds
 *  and never goes back. */
export function makeRateLimiter(
  perMinute: Limits['perMinute'],
  now: () => number = () => performance.now(),
): RateLimiter {
  const callers = new Map<string, Allowances>();
  return {
    take({ address: client }, kind) {
      const limit = perMinute[kind];
      if (limit === 0) return undefined;
      const at = now();
      const bucket = bucketOf(client, kind, at);
      bucket.left = leftOf(bucket, limit, at);
      bucket.at = at;
      const ok = bucket.left >= 1;
      if (ok) bucket.left -= 1;
      return toAllowed(ok, bucket.left, limit);
    },
    isSpent({ address: client }, kind) {
      const bucket = callers.get(client)?.buckets[kind];
      return bucket !== undefined && leftOf(bucket, perMinute[kind], now()) < 1;
    },
  };

  function bucketOf(client: string, kind: WorkKind, at: number): Bucket {
    const caller = callers.get(client) ?? { buckets: {}, placedAt: Number.NEGATIVE_INFINITY };
    if (at - caller.placedAt >= REPLACE_MS) place(client, caller, at);
    const bucket = caller.buckets[kind] ?? { left: perMinute[kind], at };
    caller.buckets[kind] = bucket;
    return bucket;
  }

  /** Deleted and set again, so that the map is in the order of the last requests. */
  function place(client: string, caller: Allowances, at: number): void {
    callers.delete(client);
    callers.set(client, caller);
    caller.placedAt = at;
    if (callers.size > MAX_CLIENTS) callers.delete(callers.keys().next().value as string);
  }
}

/** What is left at this time: the allowance comes back evenly. */
function leftOf({ left, at }: Bucket, limit: number, now: number): number {
  return Math.min(limit, left + ((now - at) / MINUTE_MS) * limit);
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
