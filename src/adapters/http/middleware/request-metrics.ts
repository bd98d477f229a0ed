import { createMiddleware } from 'hono/factory';
import type { Meter } from '../../../application/observability/meter.ts';
import type { AppEnv } from '../env.ts';
import { pageClassOf } from '../health/route-class.ts';

/** Counts every answer by class of page and of status, with the time that it took. What the service asks itself has
 *  no connection, and is not counted. */
export function countResponses(meter: Meter) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.env?.caller === undefined) return next();
    const begun = performance.now();
    await next();
    meter.answered(pageClassOf(c.req.path), c.res.status, (performance.now() - begun) / 1000);
  });
}
