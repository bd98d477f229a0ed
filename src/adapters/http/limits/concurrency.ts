import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { DomainError } from '../../../domain/errors.ts';

import type { AppEnv } from '../env.ts';
import { isForPrograms, problem, RETRY_AFTER_SECONDS, statusOf } from '../responses/problem-details.ts';
import { TEXTS } from '../view-models/public-texts.ts';
import { clientOf } from './client-address.ts';
import type { Allowed, RateLimiter } from './rate-limiter.ts';
import { mostBodyBytes } from './request-size.ts';
import { type Limits, workKindOf } from './work-kinds.ts';

/** Small bodies have a share of their own, so that large uploads cannot keep them out. */
const SMALL_BYTES = 65_536;

const SMALL_SHARE = 1 / 8;

/** The part of each share that one caller may use. */
const CALLER_SHARE = 5 / 8;

export type Refuse = (c: Context<AppEnv>, error: DomainError) => Response | Promise<Response>;

interface Options {
  readonly limits: Limits;
  readonly rates: RateLimiter;
  /** Answers a refusal in the form that the client expects. */
  readonly refuse: Refuse;
}

/** Accepts no more work than the limits allow, for each caller and each kind of work. Requests of the service
 *  to itself have no connection, and are not counted. */
export function limitConcurrency({ limits, rates, refuse }: Options) {
  const bodies = makeBodyBudget(limits.bodyBytes);

  // The refusal is short and cheap, because thousands may be needed at once.
  const refuseFlood: Refuse = (c, error) =>
    isForPrograms(c.req.path) ? problem(c, error) : briefRejection(c, error);

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
    if (kind && allowed) writeRateHeaders(c, kind, allowed);
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
function writeRateHeaders(
  c: Context<AppEnv>,
  kind: string,
  { limit, remaining, resetSeconds }: Allowed,
): void {
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

/** Limits the bytes of bodies that are being read or processed at once. */
interface BodyBudget {
  /** Reserves bytes until the answer is given. Returns a function that releases them, or names the share that
   *  is full. */
  take(client: string, bytes: number): (() => void) | 'caller-full' | 'all-full';
  heldBytes(): number;
}

/** A body counts with its announced length, before any of it is read: a refused body has taken no memory. */
export function makeBodyBudget(totalBytes: number): BodyBudget {
  const small = makeShare(totalBytes * SMALL_SHARE);
  const great = makeShare(totalBytes);
  return {
    take: (client, bytes) => (bytes <= SMALL_BYTES ? small : great).take(client, bytes),
    heldBytes: () => small.heldBytes() + great.heldBytes(),
  };
}

function makeShare(totalBytes: number): BodyBudget {
  const byClient = new Map<string, number>();
  let held = 0;
  const heldBy = (client: string) => byClient.get(client) ?? 0;
  const giveBack = (client: string, bytes: number) => {
    held -= bytes;
    const left = heldBy(client) - bytes;
    if (left > 0) byClient.set(client, left);
    else byClient.delete(client);
  };
  return {
    take(client, bytes) {
      if (heldBy(client) + bytes > totalBytes * CALLER_SHARE) return 'caller-full';
      if (held + bytes > totalBytes) return 'all-full';
      held += bytes;
      byClient.set(client, heldBy(client) + bytes);
      return () => giveBack(client, bytes);
    },
    heldBytes: () => held,
  };
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
