import { createMiddleware } from 'hono/factory';
import type { AppDeps, AppEnv } from '../env.ts';
import { isForPrograms } from '../shell/problem.ts';

/** Says for the audit by which road each request comes, and gives it an id. The answer to an act gives the id
 *  back, so that its lines can be found; what is only read has no such header, and is kept by caches. */
export function noteRoad({ ports: { occasions, ids } }: Pick<AppDeps, 'ports'>) {
  return createMiddleware<AppEnv>((c, next) => {
    const request = ids.uuid();
    const road = isForPrograms(c.req.path) ? 'api' : 'page';
    return occasions.within({ road, request }, async () => {
      await next();
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD') c.header('X-Request-Id', request);
    });
  });
}
