import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Tracer } from '../../../application/observability/tracer.ts';
import type { AppEnv } from '../env.ts';
import type { Limits } from '../limits/work-kinds.ts';

/** Stands in the log where no route answers. */
const NO_ROUTE = 'none';

/** The pattern of the route for the log, `/credentials/:name`: an address holds ids and secrets. */
export function routePattern(c: Context<AppEnv>): string {
  return matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? NO_ROUTE;
}

/** Times every request that someone sent, in the trace of a proxy that is believed. What the service asks itself is
 *  a part of the request that asks. */
export function traceRequests(tracer: Tracer, { trustedProxies }: Pick<Limits, 'trustedProxies'>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.env?.caller === undefined) return next();
    const parent = trustedProxies > 0 ? c.req.header('traceparent') : undefined;
    await tracer.request(parent, async () => {
      await next();
      const route = routePattern(c);
      return {
        method: c.req.method,
        route: route === NO_ROUTE ? undefined : route,
        status: c.res.status,
        requestId: c.get('requestId'),
      };
    });
  });
}
