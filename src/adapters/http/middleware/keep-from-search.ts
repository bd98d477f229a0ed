import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';

/** Keeps every answer from search engines unless its handler said that they may list it. So an answer about a
 *  person that nobody thought of is not listed either. */
export const keepFromSearch: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  if (c.get('isListed') !== true) c.res.headers.set('X-Robots-Tag', 'noindex');
};
