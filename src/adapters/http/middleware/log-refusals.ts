import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Log } from '../../../application/ports.ts';
import type { AppEnv } from '../env.ts';

/** Logs every refused access with its route and reason, and nothing about the client. The route's pattern is
 *  logged instead of the address, which may contain ids and secrets. */
export function logRefusals(log: Log) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    if (c.res.status !== 403) return;
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';
    log.info('access-refused', { method: c.req.method, route, reason: c.get('refusal') ?? 'not-allowed' });
  });
}
