import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

const preflight = cors();

/** Opens an address to scripts of any origin. Hono's own middleware writes its header before there is an answer,
 *  so that the answer is copied when it comes. Here that middleware has only the question before the request;
 *  the answer itself gets the header last. */
export const anyOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') return preflight(c, next);
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
};
