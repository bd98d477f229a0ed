import { createMiddleware } from 'hono/factory';
import type { Log } from '../../../application/ports.ts';
import type { AppEnv } from '../env.ts';
import { routePattern } from './request-tracing.ts';

/** Logs every refused access with its route and reason, and nothing about the client. */
export function logAccessDenied(log: Log) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    if (c.res.status !== 403) return;
    log.info('access-refused', {
      method: c.req.method,
      route: routePattern(c),
      reason: c.get('refusal') ?? 'not-allowed',
    });
  });
}
