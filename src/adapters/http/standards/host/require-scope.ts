import { createMiddleware } from 'hono/factory';
import { SCOPES, type Scope } from '../../../../domain/host/scopes.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { statusInfo } from './host-problem.ts';

/** Accepts a client whose token has this scope. A token is read from the header only: an address is written into
 *  logs. */
export function requireScope({ services }: AppDeps, scope: Scope) {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.header('Cache-Control', 'private, no-store');
    const secret = /^Bearer ([\w-]{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    const access = secret && (await services.readHostAccess(secret));
    if (!access) {
      c.header('WWW-Authenticate', secret ? 'Bearer error="invalid_token"' : 'Bearer');
      return statusInfo(c, 401, 'Send a valid access token: Authorization: Bearer …');
    }
    if (!access.token.scopes.includes(scope)) {
      c.header('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${SCOPES[scope]}"`);
      return statusInfo(c, 403, `The access token lacks the scope ${SCOPES[scope]}`);
    }
    c.set('hostAccess', access);
    return next();
  });
}
