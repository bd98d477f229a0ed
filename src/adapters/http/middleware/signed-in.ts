import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { type Action, may, type Subject } from '../../../domain/access/may.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { answerError } from '../shell/page-answer.tsx';

type CookieName = 'session' | 'sign-in';
const FIFTEEN_MINUTES = 15 * 60;

/** `__Host-`: this origin only, over TLS (or localhost), and no script reads it. */
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

/** Lets in who is signed in; a page asked for leads to the sign-in page and back, anything else is answered 401. Nothing
 *  of what is behind is kept by browsers or proxies. */
export function requireSignedIn(deps: AppDeps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const secret = readSecretCookie(c, 'session');
    const signedIn = secret === undefined ? undefined : await deps.services.readSignedIn(secret);
    c.header('Cache-Control', 'private, no-store');
    if (signedIn) {
      c.set('signedIn', signedIn);
      await next();
      c.header('Cache-Control', 'private, no-store');
      return;
    }
    if (c.req.method !== 'GET') return answerError(c, deps, { kind: 'signed-out', status: 401 });
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?${new URLSearchParams({ to: pathname + search })}`, 303);
  });
}

/** Lets in who may do this to that; whoever may not gets a page that says so, and nothing of what is behind it.
 *  `subjectOf` answers undefined where what the address names is not there. */
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

/** The subject of what concerns nobody in particular. */
export const theService = (): Subject => ({ kind: 'service' });

/** The subject of everyone's own pages. */
export const oneself = (c: Context<AppEnv>): Subject => ({
  kind: 'person',
  personId: c.var.signedIn.actor.personId,
});
