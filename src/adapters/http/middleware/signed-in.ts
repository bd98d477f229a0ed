import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type Action, may, type Subject } from '../../../domain/access/may.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { answerError } from '../shell/page-answer.tsx';
import { canShowTyped } from '../shell/typed-back.ts';
import { drawnFor, keepTyped, SIGN_IN_TO_TYPED } from './keep-typed.ts';
import { readWorkFor } from './own-work.ts';
import { readSecretCookie } from './secret-cookies.ts';

/** Accepts signed-in people. Others are redirected to the sign-in, which leads back to the page. Where they
 *  sent a form, its fields are kept until then; a form that cannot be kept is answered with 401. A form whose
 *  page was drawn for somebody else, who was signed in before, is not carried out. Browsers and proxies must
 *  not store the answers. */
export function requireSignedIn(deps: AppDeps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const secret = readSecretCookie(c, 'session');
    const signedIn = secret === undefined ? undefined : await deps.services.readSignedIn(secret);
    c.header('Cache-Control', 'private, no-store');
    if (signedIn) {
      c.set('signedIn', signedIn);
      if (c.env?.typed && !canShowTyped(c)) return c.redirect(c.env.typed.back, 303);
      const drawn = c.req.method === 'GET' ? undefined : await drawnFor(c);
      if (drawn !== undefined && drawn !== signedIn.actor.personId) {
        const kept = await keepTyped(c, deps, drawn);
        return answerError(c, deps, {
          kind: 'other-account',
          status: 409,
          ...(kept && { signInHref: SIGN_IN_TO_TYPED }),
        });
      }
      await readWorkFor(c, deps);
      await next();
      c.header('Cache-Control', 'private, no-store');
      return;
    }
    if (c.req.method !== 'GET') {
      const drawn = await drawnFor(c);
      return drawn !== undefined && (await keepTyped(c, deps, drawn))
        ? c.redirect(SIGN_IN_TO_TYPED, 303)
        : answerError(c, deps, { kind: 'signed-out', status: 401 });
    }
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?${new URLSearchParams({ to: pathname + search })}`, 303);
  });
}

/** Accepts people who may do this action on the subject; others get a refusal that reveals nothing.
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
