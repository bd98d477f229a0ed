import { createMiddleware } from 'hono/factory';
import type { AppDeps, AppEnv } from '../env.ts';
import { isForPrograms } from '../responses/problem-details.ts';

/** An id that a proxy gives a request. Another text could imitate a line of the log. */
const REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/;

/** Says by which channel each request comes, and gives it an id, for the audit, the log and the page of an error: that
 *  of the proxy, where proxies are believed. The answer gives it back in `X-Request-Id`; an answer that is kept for
 *  everybody has none. */
export function assignRequestId({ ports: { occasions, ids }, limits }: Pick<AppDeps, 'ports' | 'limits'>) {
  return createMiddleware<AppEnv>((c, next) => {
    const given = limits.trustedProxies > 0 ? c.req.header('X-Request-Id') : undefined;
    const request = given !== undefined && REQUEST_ID.test(given) ? given : ids.uuid();
    const road = isForPrograms(c.req.path) ? 'api' : 'page';
    c.set('requestId', request);
    return occasions.within({ road, request }, async () => {
      await next();
      // `c.header` would copy the answer that is there.
      c.res.headers.set('X-Request-Id', request);
    });
  });
}
