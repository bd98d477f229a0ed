import { createMiddleware } from 'hono/factory';
import type { Services } from '../../../application/services.ts';
import type { ApiToken } from '../../../domain/change/change.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { AppEnv } from '../env.ts';
import { problem } from '../problem.ts';

/** Lets a request through that carries a token of the role; `dane` may do all that `reader` may. */
export function bearer(services: Services, role: ApiToken['role']) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const secret = /^Bearer ([\w-]{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    const token = secret && (await services.authenticate(secret));
    if (!token) return problem(c, new DomainError('not-authenticated'));
    if (role === 'dane' && token.role !== 'dane') return problem(c, new DomainError('not-allowed'));
    c.set('token', token);
    return next();
  });
}

/** How the audit names whoever holds the token. */
export function actorOf(token: ApiToken): string {
  return `token:${token.name}`;
}
