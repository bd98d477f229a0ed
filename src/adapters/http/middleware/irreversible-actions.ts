import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { SignedIn } from '../../../application/accounts/sessions.ts';
import { SPACE_PATH } from '../../../application/accounts/sign-in-attempt.ts';
import { isStrongEnough } from '../../../application/accounts/sign-in-demand.ts';
import { FOR_IRREVERSIBLE } from '../account/sign-in-notices.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { pageOf, RESTORED_FORM_PATH } from '../forms/restored-input.ts';
import { saveUnsavedInput } from './require-session.ts';

/** The actions of a signed-in person that can't be undone, by route. The operator can require a stronger or a
 *  fresh sign-in for them. Tokens of the API and the command line don't sign in (docs/rules.md, Signing in). */
export const IRREVERSIBLE_ACTIONS: ReadonlySet<string> = new Set([
  // The person's data are deleted and their badges revoked.
  '/dane/people/:id/erasure',
  '/api/v1/people/erasures',
  // One record stays of two, and nothing tells their facts apart.
  '/dane/people/:id/merge',
  // An identity is linked to a person for good.
  '/dane/people/doubts',
  // A revoked badge never becomes valid again.
  '/dane/credentials/:id/revocation',
  '/dane/revocations',
  '/api/v1/credentials/:id/revocation',
  '/api/v1/credentials/revocations',
  // Badges are signed by an adopted version, and a retired badge's code is never used again.
  '/dane/criteria/adoption',
  '/dane/criteria/drafts/:id',
  '/dane/badges/drafts/:id/adoption',
  '/dane/badges/:code/retirement',
  '/api/v1/badges/versions',
  '/api/v1/badges/:code/retirement',
  '/api/v1/office/versions',
]);

/** Whether this person must sign in again before the request is carried out. */
export function needsStrongerSignIn(
  c: Context<AppEnv>,
  { ports }: Pick<AppDeps, 'ports'>,
  { session }: Pick<SignedIn, 'session'>,
): boolean {
  if (c.req.method === 'GET' || isStrongEnough(ports, session, ports.clock.now())) return false;
  return matchedRoutes(c).some(({ path }) => IRREVERSIBLE_ACTIONS.has(path));
}

/** Sends a person who must sign in again to the sign-in page. Their form is kept, and is shown again
 *  afterwards. A form that is too long to be kept leads back to its page. */
export function requireStrongSignIn(deps: AppDeps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    // A form that is given back is only shown.
    if (c.env?.typed || !needsStrongerSignIn(c, deps, c.var.signedIn)) return next();
    const saved = await saveUnsavedInput(c, deps, c.var.signedIn.actor.personId);
    const to = saved ? RESTORED_FORM_PATH : (pageOf(c) ?? SPACE_PATH);
    return c.redirect(`/sign-in?${new URLSearchParams({ to, ...FOR_IRREVERSIBLE })}`, 303);
  });
}
