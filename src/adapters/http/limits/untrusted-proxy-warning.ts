import { createMiddleware } from 'hono/factory';
import type { AppDeps, AppEnv } from '../env.ts';

const HOUR_SECONDS = 3600;

/** Tells the operator once an hour that a proxy says for whom it asks, and that nobody believes it: all its visitors
 *  then share one allowance. */
export function tellUnbelieved({ ports: { log, monotonic }, limits }: Pick<AppDeps, 'ports' | 'limits'>) {
  const isBelieved = limits.trustedProxies > 0;
  let told = Number.NEGATIVE_INFINITY;
  return createMiddleware<AppEnv>((c, next) => {
    if (!isBelieved && c.req.header('X-Forwarded-For') !== undefined && monotonic() - told > HOUR_SECONDS) {
      told = monotonic();
      log.error('forwarded-headers-unbelieved', { setting: 'TRUST_PROXY' });
    }
    return next();
  });
}
