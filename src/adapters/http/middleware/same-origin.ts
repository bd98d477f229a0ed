import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { AppEnv } from '../env.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request that a browser sends with its cookie comes from a page of ours. Whatever its content type: a page
 *  of another site may send JSON as text, or as nothing at all. A browser that tells no origin tells the site at least
 *  (Fetch Metadata); one that tells neither is not let in. */
export function comesFromUs(c: Context<AppEnv>, origin: string): boolean {
  if (READING.includes(c.req.method)) return true;
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin') return false;
  const from = c.req.header('Origin');
  return from === undefined ? site === 'same-origin' : from === origin;
}

/** Lets in forms of ours only. */
export function sameOriginOnly(origin: string) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!comesFromUs(c, origin)) {
      c.set('refusal', 'cross-site');
      throw new HTTPException(403);
    }
    await next();
  });
}
