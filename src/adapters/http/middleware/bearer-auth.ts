import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type ApiToken, tokenActor } from '../../../domain/access/api-token.ts';
import { type Action, may } from '../../../domain/access/may.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { problem } from '../responses/problem-details.ts';
import { findSession, findToken } from './authentication.ts';
import { comesFromUs } from './csrf.ts';
import { needsStrongerSignIn } from './irreversible-actions.ts';

interface Needed {
  /** The role that a token needs; `dane` includes everything of `reader`. */
  readonly role: ApiToken['role'];
  /** The action that a signed-in person needs permission for; where absent, only a token is accepted. */
  readonly action?: Action;
}

/** Accepts a program with a token, or one of our pages on behalf of the signed-in person. `caller` is then
 *  their name in the audit. */
export function requireCaller(deps: AppDeps, needed: Needed) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const caller = await (c.req.header('Authorization')
      ? byToken(c, deps, needed)
      : bySession(c, deps, needed));
    // Neither a proxy nor the caller's own cache may store the answer.
    c.header('Cache-Control', 'private, no-store');
    if (caller instanceof DomainError) return problem(c, caller);
    c.set('caller', caller);
    return next();
  });
}

async function byToken(c: Context<AppEnv>, deps: AppDeps, { role }: Needed) {
  const token = await findToken(c, deps);
  if (!token) return new DomainError('not-authenticated');
  return role === 'dane' && token.role !== 'dane' ? new DomainError('not-allowed') : tokenActor(token.name);
}

/** A browser sends the cookie by itself, so the request's origin must be checked. */
async function bySession(c: Context<AppEnv>, deps: AppDeps, { action }: Needed) {
  const signedIn = await findSession(c, deps);
  if (!signedIn || !action) return new DomainError('not-authenticated');
  const { actor } = signedIn;
  if (!comesFromUs(c, deps.ports.origin)) {
    c.set('refusal', 'cross-site');
    return new DomainError('not-allowed');
  }
  if (!may(actor, action, { kind: 'service' })) return new DomainError('not-allowed');
  if (needsStrongerSignIn(c, deps, signedIn)) return new DomainError('stronger-sign-in-needed');
  return actor.personId;
}
