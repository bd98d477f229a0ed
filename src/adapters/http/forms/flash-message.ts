import type { Context, Next } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from '../env.ts';

const COOKIE = 'done';
/** In seconds; longer than a browser takes to follow a redirection. */
const ONE_MINUTE = 60;

/** After a form has done something, both the redirection's address and a cookie name it: a foreign link with
 *  the same address then shows nothing. This holds for forms only, because a sign-in redirects to any address
 *  it was given. */
export async function rememberDone(c: Context<AppEnv>, next: Next): Promise<void> {
  await next();
  if (c.req.method !== 'POST' || c.res.status !== 303) return;
  const done = doneOf(c.res.headers.get('Location') ?? '');
  if (done === undefined) return;
  const options = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
  setCookie(c, COOKIE, done, { ...options, maxAge: ONE_MINUTE });
}

/** The act that was just done, where this address comes from the form that did it. It is returned only
 *  once. */
export function takeDone(c: Context<AppEnv>): string | undefined {
  const done = c.req.query('done');
  if (done === undefined || getCookie(c, COOKIE, 'host') !== done) return undefined;
  deleteCookie(c, COOKIE, { prefix: 'host', path: '/', secure: true });
  return done;
}

function doneOf(location: string): string | undefined {
  const query = location.split('#')[0]?.split('?')[1] ?? '';
  const done = new URLSearchParams(query).get('done');
  return done !== null && /^[\w-]{1,60}$/.test(done) ? done : undefined;
}
