import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { AppEnv } from '../env.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request that a browser sends with its cookie comes from one of our pages. The content type does
 *  not matter: a page of another site can send JSON as text, or without a type. A browser that does not send
 *  an origin at least sends the site (Fetch Metadata); a request with neither is refused. */
export function comesFromUs(c: Context<AppEnv>, origin: string): boolean {
  if (READING.includes(c.req.method)) return true;
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin') return false;
  const from = c.req.header('Origin');
  return from === undefined ? site === 'same-origin' : from === origin;
}

/** Accepts only forms of our own pages. */
export function sameOriginOnly(origin: string) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!comesFromUs(c, origin)) {
      c.set('refusal', 'cross-site');
      throw new HTTPException(403);
    }
    await next();
  });
}
