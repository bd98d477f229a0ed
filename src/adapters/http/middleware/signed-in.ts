import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { type Action, may, type Subject } from '../../../domain/access/may.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { answerError } from '../shell/page-answer.tsx';
import { readWorkFor } from './own-work.ts';

type CookieName = 'session' | 'sign-in';
const FIFTEEN_MINUTES = 15 * 60;

/** `__Host-`: the cookie is for this origin only, over TLS (or localhost). No script can read it. */
export function setSecretCookie(c: Context, name: CookieName, secret: string): void {
  setCookie(c, name, secret, {
    prefix: 'host',
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    ...(name === 'sign-in' && { maxAge: FIFTEEN_MINUTES }),
  });
}

export function readSecretCookie(c: Context, name: CookieName): string | undefined {
  const secret = getCookie(c, name, 'host');
  return secret && /^[\w-]{1,100}$/.test(secret) ? secret : undefined;
}

export function clearSecretCookie(c: Context, name: CookieName): void {
  deleteCookie(c, name, { prefix: 'host', path: '/', secure: true });
}

/** Accepts signed-in people. Others are redirected from a page to the sign-in, which leads back; any other
 *  request is answered 401. Browsers and proxies must not store the answers. */
export function requireSignedIn(deps: AppDeps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const secret = readSecretCookie(c, 'session');
    const signedIn = secret === undefined ? undefined : await deps.services.readSignedIn(secret);
    c.header('Cache-Control', 'private, no-store');
    if (signedIn) {
      c.set('signedIn', signedIn);
      await readWorkFor(c, deps);
      await next();
      c.header('Cache-Control', 'private, no-store');
      return;
    }
    if (c.req.method !== 'GET') return answerError(c, deps, { kind: 'signed-out', status: 401 });
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?${new URLSearchParams({ to: pathname + search })}`, 303);
  });
}

/** Accepts people who may do this action on the subject; others get a page that says so and reveals nothing.
 *  `subjectOf` returns undefined where the subject of the address does not exist. */
export function requireMay(
  deps: AppDeps,
  action: Action,
  subjectOf: (c: Context<AppEnv>) => Subject | undefined | Promise<Subject | undefined>,
) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const subject = await subjectOf(c);
    if (subject === undefined) return answerError(c, deps, { kind: 'not-found', status: 404 });
    if (!may(c.var.signedIn.actor, action, subject)) {
      return answerError(c, deps, { kind: 'not-allowed', status: 403 });
    }
    return next();
  });
}

/** The subject of actions that concern no particular person or school. */
export const theService = (): Subject => ({ kind: 'service' });

/** The signed-in person as the subject of their own pages. */
export const oneself = (c: Context<AppEnv>): Subject => ({
  kind: 'person',
  personId: c.var.signedIn.actor.personId,
});
