import type { Context, MiddlewareHandler } from 'hono';
import type { Caller } from '#open-badges/fetching';
import type { DataVersionOf } from '../../../application/store/service-readers.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { type CacheKeyFields, keyOf } from './key.ts';
import type { DuringOutage } from './outage-copies.ts';
import { etagOf, type Ready } from './representation.ts';
import type { CacheableRequest, CachedResponses } from './responses.ts';
import { absentAddressOf } from './unknown-badges.ts';

type CacheDeps = Pick<AppDeps, 'kept' | 'rates'>;

const READS = new Set(['GET', 'HEAD']);
/** Shorter texts hardly shrink. */
const MIN_COMPRESSED_BYTES = 1024;
const TEXT = /^(text\/|image\/svg|application\/(?!pdf|zip|octet))/;

/** Gives kept answers, and keeps those whose handlers ask for it with `cacheResponse`. This middleware is the
 *  outermost one, so that answers are kept with all their headers. */
export function cacheResponses({ kept, rates }: CacheDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    // What a caller prefers is not read once their allowance is spent: the limits refuse them.
    const caller = c.env?.caller;
    const isSpent = caller !== undefined && rates.isSpent(caller, 'request');
    const requested = READS.has(c.req.method) && !isSpent ? cacheKeyFieldsOf(c) : undefined;
    const key = requested && keyOf(requested);
    const absent = requested && absentAddressOf(requested);
    if (!requested || (key ?? absent) === undefined) return next();
    const found = c.env?.isTooMuch ? undefined : await find(kept, requested);
    if (found && isAllowed(caller)) return toResponse(found);
    const keeping: CacheableRequest = { changesAt: [] };
    c.set('keeping', keeping);
    await next();
    if (c.get('refusal') === 'unavailable') return giveCopy(c, requested);
    const { begun, changesAt, outage, isOnlyForOutage } = keeping;
    if (!begun || c.get('keeping') !== keeping) return;
    const isAbsent = c.res.status === 404;
    const name = isAbsent ? absent?.key : c.res.status === 200 ? key : undefined;
    if (name === undefined) return;
    if (!isAbsent) c.env?.whenKept?.({ dataVersion: begun.dataVersion, changesAt });
    const headers = [...c.res.headers].filter(([name]) => !UNCACHED_HEADERS.test(name));
    const body = new Uint8Array(await c.res.arrayBuffer());
    const isCompressible = isText(c.res.headers) && body.length >= MIN_COMPRESSED_BYTES;
    const made = {
      ...{ ...begun, key: name, changesAt, body, isCompressible, outage, isOnlyForOutage },
      digest: await etagOf(body),
      headers: isCompressible && kept.compresses ? varyByEncoding(headers) : headers,
    };
    replace(c, toResponse(await (isAbsent ? kept.absent.save(made, requested) : kept.keep(made, requested))));
  };

  /** While the database is away, the copy of an answer that no verdict rests on. */
  function giveCopy(c: Context<AppEnv>, requested: CacheKeyFields): void {
    const copy = kept.findDuringOutage(requested);
    if (copy) replace(c, toResponse(copy));
  }

  function isAllowed(caller: Caller | undefined): boolean {
    return caller === undefined || rates.take(caller, 'request')?.ok !== false;
  }
}

function replace(c: Context<AppEnv>, answer: Response): void {
  // Otherwise Hono would add the headers of the previous answer to this one.
  c.res = undefined;
  c.res = answer;
}

/** Prevents the answer of this request from being kept. */
export function doNotCache(c: Context<AppEnv>): void {
  c.set('keeping', undefined);
}

/** Where the database does not answer, the request goes on to a handler that explains it. */
async function find(cached: CachedResponses, requested: CacheKeyFields): Promise<Ready | undefined> {
  try {
    return await cached.find(requested);
  } catch {
    return undefined;
  }
}

/** Keeps the answer of this request. It must be called before any data of the answer is read. `outage` says how long the
 *  answer may be given while the database is away; by default it is not. */
export async function cacheResponse(
  c: Context<AppEnv>,
  { kept }: Pick<AppDeps, 'kept'>,
  of: DataVersionOf,
  { outage, isOnlyForOutage }: Pick<CacheableRequest, 'outage' | 'isOnlyForOutage'> = {},
): Promise<void> {
  const keeping = c.get('keeping');
  if (!keeping) return;
  keeping.begun = await kept.begin(of);
  keeping.outage = outage;
  keeping.isOnlyForOutage = isOnlyForOutage;
}

/** Keeps the answer of this request only for the time in which the database is away: it rests on data that are read each
 *  time. */
export function copyForOutage(c: Context<AppEnv>, deps: CacheDeps, outage: DuringOutage): Promise<void> {
  return cacheResponse(c, deps, { kind: 'service' }, { outage, isOnlyForOutage: true });
}

/** Keeps the answer of this request, which is made of the keys in memory alone. While the database is away, it is still
 *  made for a day after the database last answered, and no shared cache stores it. Resolves to its `Cache-Control`.
 *  Throws `unavailable` after that day. */
export async function cacheKeys(c: Context<AppEnv>, deps: CacheDeps, cacheControl: string): Promise<string> {
  try {
    await cacheResponse(c, deps, { kind: 'service' });
    return cacheControl;
  } catch (error) {
    const isAway = error instanceof DomainError && error.code === 'unavailable';
    if (!isAway || !deps.kept.answeredWithinADay()) throw error;
    return 'no-cache';
  }
}

/** Names the instants at which the kept answer becomes outdated. */
export function expireAt(c: Context<AppEnv>, instants: readonly (Instant | undefined)[]): void {
  const keeping = c.get('keeping');
  if (!keeping) return;
  keeping.changesAt = [...keeping.changesAt, ...instants.filter((at) => at !== undefined)];
}

/** Headers about one request or the client's own allowance, and headers that each encoding of the answer gets again. */
const UNCACHED_HEADERS = /^(ratelimit|ratelimit-policy|retry-after|etag|content-length|x-request-id)$/;

function cacheKeyFieldsOf(c: Context<AppEnv>): CacheKeyFields {
  const { url } = c.req;
  return {
    target: url.slice(url.indexOf('/', url.indexOf('//') + 2)),
    accept: c.req.header('Accept'),
    acceptLanguage: c.req.header('Accept-Language'),
    acceptEncoding: c.req.header('Accept-Encoding'),
    ifNoneMatch: c.req.header('If-None-Match'),
    cookie: c.req.header('Cookie'),
  };
}

function toResponse({ status, headers, body }: Ready): Response {
  const pairs: [string, string][] = [];
  for (let at = 0; at < headers.length; at += 2) pairs.push([headers[at] ?? '', headers[at + 1] ?? '']);
  return new Response((body as Uint8Array<ArrayBuffer> | undefined) ?? null, { status, headers: pairs });
}

function isText(headers: Headers): boolean {
  return TEXT.test(headers.get('Content-Type') ?? '');
}

function varyByEncoding(headers: readonly [string, string][]): readonly [string, string][] {
  const vary = headers.find(([name]) => name === 'vary')?.[1];
  const others = headers.filter(([name]) => name !== 'vary');
  return [...others, ['vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding']];
}
