import { createMiddleware } from 'hono/factory';
import type { AppDeps, AppEnv } from '../env.ts';

const HOUR_SECONDS = 3600;

/** Tells the operator once an hour that a proxy says for whom it asks, and that no one believes it: all its visitors
 *  then share one allowance. */
export function warnUntrustedProxy({ ports: { log, monotonic }, limits }: Pick<AppDeps, 'ports' | 'limits'>) {
  const isBelieved = limits.trustedProxies > 0;
  let reported = Number.NEGATIVE_INFINITY;
  return createMiddleware<AppEnv>((c, next) => {
    if (
      !isBelieved &&
      c.req.header('X-Forwarded-For') !== undefined &&
      monotonic() - reported > HOUR_SECONDS
    ) {
      reported = monotonic();
      log.error('forwarded-headers-unbelieved', { setting: 'TRUST_PROXY' });
    }
    return next();
  });
}
