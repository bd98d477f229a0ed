import type { Context } from 'hono';
import type { SignedIn } from '../../../application/accounts/sessions.ts';
import type { ApiToken } from '../../../domain/access/api-token.ts';
import type { HostAccess } from '../../../standards/host/actions-access.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { bearerSecretOf } from '../limits/caller.ts';
import { readSecretCookie } from './session-cookies.ts';

/** Looks up the session or the token of a request. Limits learn here which of them are valid. */

type AuthenticationDeps = Pick<AppDeps, 'services' | 'callers'>;

/** The person whose session this browser has; undefined if it has no valid one. */
export async function findSession(
  c: Context<AppEnv>,
  { services, callers }: AuthenticationDeps,
): Promise<SignedIn | undefined> {
  const secret = readSecretCookie(c, 'session');
  if (secret === undefined) return undefined;
  const found = await services.readSignedIn(secret);
  if (found) callers.remember(secret, `session ${found.session.id}`);
  else callers.forget(secret);
  return found;
}

/** The token of the API that the request bears; undefined if it bears no valid one. */
export async function findToken(
  c: Context<AppEnv>,
  { services, callers }: AuthenticationDeps,
): Promise<ApiToken | undefined> {
  const secret = bearerSecret(c);
  if (secret === undefined) return undefined;
  const found = await services.authenticate(secret);
  if (found) callers.remember(secret, `token ${found.id}`);
  else callers.forget(secret);
  return found;
}

/** The access of a client to a person's badges; undefined if the request bears no valid token of one. */
export async function findHostAccess(
  c: Context<AppEnv>,
  { services, callers }: AuthenticationDeps,
): Promise<HostAccess | undefined> {
  const secret = bearerSecret(c);
  if (secret === undefined) return undefined;
  const found = await services.readHostAccess(secret);
  if (found) callers.remember(secret, `grant ${found.grant.id}`);
  else callers.forget(secret);
  return found;
}

/** The token that a request bears. */
export function bearerSecret(c: Context<AppEnv>): string | undefined {
  return bearerSecretOf(c.req.header('Authorization'));
}
