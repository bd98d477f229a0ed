import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { DomainError } from '../../../domain/errors.ts';
import type { AppEnv } from '../env.ts';
import { isForPrograms, problem } from '../shell/problem.ts';
import { makeBodyBudget } from './body-budget.ts';
import { briefRefusal } from './brief-refusal.ts';
import { clientOf } from './client-address.ts';
import { type Limits, workKindOf } from './limits.ts';
import type { Allowed, RateLimiter } from './rate-limiter.ts';
import { mostBodyBytes } from './request-bounds.ts';

export type Refuse = (c: Context<AppEnv>, error: DomainError) => Response | Promise<Response>;

interface Options {
  readonly limits: Limits;
  readonly rates: RateLimiter;
  /** Answers a refusal in the form that the client expects. */
  readonly refuse: Refuse;
}

/** Accepts no more work than the limits allow, for each caller and each kind of work. Requests of the service
 *  to itself have no connection, and are not counted. */
export function limitWork({ limits, rates, refuse }: Options) {
  const bodies = makeBodyBudget(limits.bodyBytes);

  // The refusal is short and cheap, because thousands may be needed at once.
  const refuseFlood: Refuse = (c, error) =>
    isForPrograms(c.req.path) ? problem(c, error) : briefRefusal(c, error);

  const refuseRate = (c: Context<AppEnv>, { limit, retrySeconds }: Allowed, answer = refuse) => {
    c.header('Retry-After', String(retrySeconds));
    return answer(c, new DomainError('too-many-requests', { perMinute: limit, retrySeconds }));
  };

  return createMiddleware<AppEnv>(async (c, next) => {
    const client = clientOf({
      address: c.env?.clientAddress,
      forwardedFor: c.req.header('X-Forwarded-For'),
      trustedProxies: limits.trustedProxies,
    });
    if (client === undefined) return next();
    c.set('client', client);
    if (c.env.isTooMuch) return refuseFlood(c, new DomainError('overloaded'));
    const all = rates.take(client, 'request');
    if (all && !all.ok) return refuseRate(c, all, refuseFlood);
    const kind = workKindOf({ method: c.req.method, path: c.req.path, hasUrl: c.req.url.includes('?') });
    const allowed = kind && rates.take(client, kind);
    if (kind && allowed) sayRate(c, kind, allowed);
    if (allowed && !allowed.ok) return refuseRate(c, allowed);
    const bytes = bodyBytesOf(c, mostBodyBytes(c));
    if (bytes === 0) return next();
    const taken = bodies.take(client, bytes);
    // The connection is closed, because its unread body would have to be read before the next request.
    if (typeof taken === 'string') c.header('Connection', 'close');
    if (taken === 'caller-full') {
      c.header('Retry-After', '10');
      return refuse(c, new DomainError('too-many-requests', { retrySeconds: 10 }));
    }
    if (taken === 'all-full') return refuse(c, new DomainError('overloaded'));
    try {
      return await next();
    } finally {
      taken();
    }
  });
}

/** Writes the remaining allowance, as in draft-ietf-httpapi-ratelimit-headers. */
function sayRate(c: Context<AppEnv>, kind: string, { limit, remaining, resetSeconds }: Allowed): void {
  c.header('RateLimit-Policy', `"${kind}";q=${limit};w=60`);
  c.header('RateLimit', `"${kind}";r=${remaining};t=${resetSeconds}`);
}

/** The announced size of a body; the largest allowed where none is announced. A larger body is refused
 *  unread. */
function bodyBytesOf(c: Context<AppEnv>, maxBytes: number): number {
  const length = c.req.header('Content-Length');
  if (length === undefined) return c.req.header('Transfer-Encoding') === undefined ? 0 : maxBytes;
  const bytes = Number(length);
  return bytes <= maxBytes ? bytes : 0;
}
