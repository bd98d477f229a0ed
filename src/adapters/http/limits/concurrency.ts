import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { DomainError } from '../../../domain/errors.ts';

import type { AppDeps, AppEnv, IncomingBody } from '../env.ts';
import { isForPrograms, problem, RETRY_AFTER_SECONDS, statusOf } from '../responses/problem-details.ts';
import { TEXTS } from '../view-models/public-texts.ts';
import { makeBodyBudget } from './body-budget.ts';
import { readMostBodyBytes } from './body-size.ts';
import type { Allowed } from './rate-limiter.ts';
import { announcedBytesOf } from './request-size.ts';
import { workKindOf } from './work-kinds.ts';

/** Answers a refusal in the form that the client expects. */
export type Refuse = (c: Context<AppEnv>, error: DomainError) => Response | Promise<Response>;

/** A body that the server has read before the application sees it. */
const WHOLE_BODY: IncomingBody = { hasArrived: () => true, cutOff: () => {} };

/** Accepts no more work than the limits allow, for each caller and each kind of work. Requests of the service
 *  to itself have no connection, and are not counted. */
export function limitConcurrency(deps: AppDeps, refuse: Refuse) {
  const { limits, rates, ports } = deps;
  const onFull = () => ports.log.error('limit-reached', { limit: 'bodies' });
  const bodies = makeBodyBudget(limits.bodyBytes, onFull);

  // The refusal is short and cheap, because thousands may be needed at once.
  const refuseFlood: Refuse = (c, error) =>
    isForPrograms(c.req.path) ? problem(c, error) : briefRejection(c, error);

  const refuseRate = (c: Context<AppEnv>, { limit, retrySeconds }: Allowed, answer = refuse) => {
    c.header('Retry-After', String(retrySeconds));
    return answer(c, new DomainError('too-many-requests', { perMinute: limit, retrySeconds }));
  };

  return createMiddleware<AppEnv>(async (c, next) => {
    const { caller, isTooMuch = false, body } = c.env ?? {};
    if (caller === undefined) return next();
    if (isTooMuch) return refuseFlood(c, new DomainError('overloaded'));
    const all = rates.take(caller, 'request');
    if (all && !all.ok) return refuseRate(c, all, refuseFlood);
    const kind = workKindOf({ method: c.req.method, path: c.req.path, hasUrl: c.req.url.includes('?') });
    const allowed = kind && rates.take(caller, kind);
    if (kind && allowed) writeRateHeaders(c, kind, allowed);
    if (allowed && !allowed.ok) return refuseRate(c, allowed);
    const most = await readMostBodyBytes(c, deps);
    c.set('mostBodyBytes', most);
    const bytes = announcedBytesOf(c) ?? most;
    // A larger body is refused unread.
    if (bytes === 0 || bytes > most) return next();
    const release = bodies.take(caller, bytes, body ?? WHOLE_BODY);
    if (!release) {
      // The connection is closed, because its unread body would have to be read before the next request.
      c.header('Connection', 'close');
      return refuse(c, new DomainError('overloaded'));
    }
    try {
      return await next();
    } finally {
      release();
    }
  });
}

/** Writes the remaining allowance, as in draft-ietf-httpapi-ratelimit-headers. */
function writeRateHeaders(
  c: Context<AppEnv>,
  kind: string,
  { limit, remaining, resetSeconds }: Allowed,
): void {
  c.header('RateLimit-Policy', `"${kind}";q=${limit};w=60`);
  c.header('RateLimit', `"${kind}";r=${remaining};t=${resetSeconds}`);
}

/** A refusal as a plain text without a page's frame: drawing a page would help a flood of requests. */
function briefRejection(c: Context<AppEnv>, { code, params }: DomainError): Response {
  const { pages, errors } = TEXTS[c.var.locale];
  const status = statusOf(code);
  const { title, next } = pages.errors.kinds[status === 429 ? 'too-many' : 'unavailable'];
  if (!c.res.headers.has('Retry-After')) c.header('Retry-After', RETRY_AFTER_SECONDS);
  c.header('Cache-Control', 'no-store');
  c.header('Content-Language', c.var.locale);
  const html = `<!doctype html><html lang="${c.var.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${errors[code](params)}</p><p>${next}</p></html>`;
  return c.body(html, status, { 'Content-Type': 'text/html; charset=utf-8' });
}
