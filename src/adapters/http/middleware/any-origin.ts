import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

const preflight = cors();

/** Opens an address to scripts of any origin. Hono's own middleware writes its header before there is an
 *  answer, which is then copied. Here that middleware only answers the question before the request, and the
 *  answer itself gets the header last. */
export const anyOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') return preflight(c, next);
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
};
