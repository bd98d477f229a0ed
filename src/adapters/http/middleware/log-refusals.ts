import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Log } from '../../../application/ports.ts';
import type { AppEnv } from '../env.ts';

/** Every access that was refused is in the log: the route and the reason, and nothing of who asked. The pattern of the
 *  route stands for its address, which may hold ids and secrets. */
export function logRefusals(log: Log) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    if (c.res.status !== 403) return;
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';
    log.info('access-refused', { method: c.req.method, route, reason: c.get('refusal') ?? 'not-allowed' });
  });
}
