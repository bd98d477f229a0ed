import type { MiddlewareHandler } from 'hono';
import ipaddr from 'ipaddr.js';
import type { Caller } from '#open-badges/fetching';
import type { Log } from '../../../application/ports.ts';
import { memoize } from '../cache/memoize.ts';
import type { Limits } from './work-kinds.ts';

/** Decides who counts as one caller, for everything that callers share: connections, turns, threads, look-ups of
 *  names, bodies and allowances. No other file reads the address of a connection or `X-Forwarded-For`. */
export interface Callers {
  /** The caller of a request: its session or token if that was found valid lately, otherwise its address. */
  of(request: ReceivedRequest): Caller;
  /** The caller of a request on Cloudflare Workers, which state the address of the connection. */
  ofWebRequest(request: Request): Caller;
  /** The caller of a connection that has sent nothing yet. Undefined behind a proxy, which opens all of them. */
  ofConnection(socket: ReceivedRequest['socket']): Caller | undefined;
  /** Notes that a session or token was found valid. Its requests then count for themselves, because a whole
   *  académie may leave through one address. `name` is an id of it, and no secret. */
  remember(secret: string, name: string): void;
  /** Notes that a session or token is not valid. */
  forget(secret: string): void;
}

/** A request as the server receives it. */
export interface ReceivedRequest {
  /** `remoteAddress` is the address of the connection. */
  readonly socket: { readonly remoteAddress?: string | undefined };
  /** By their names in lower case. `x-forwarded-for` is as it was sent: a client may have forged its beginning. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A valid session or token counts for itself for this long after it was last looked up. */
const REMEMBERED_MS = 600_000;
const MOST_REMEMBERED = 20_000;

const SESSION_COOKIE = '__Host-session=';
const SESSION = /(?:^|;\s*)__Host-session=([\w-]{1,100})(?:;|$)/;
const TOKEN = /^Bearer ([\w-]{1,200})$/i;

/** `trustedProxies` is the number of proxies in front whose `X-Forwarded-For` is believed. `now` is in milliseconds
 *  and never goes back. */
export function makeCallers(trustedProxies: number, now: () => number = () => performance.now()): Callers {
  const valid = new Map<string, { readonly caller: Caller; readonly until: number }>();
  const of = ({ socket, headers }: ReceivedRequest): Caller => {
    const secret = secretOf(headers['cookie'], headers['authorization']);
    const known = secret === undefined ? undefined : valid.get(secret);
    if (known && now() < known.until) return known.caller;
    const { remoteAddress = '' } = socket;
    const forwarded =
      trustedProxies > 0 ? forwardedOf(headers['x-forwarded-for'], trustedProxies) : undefined;
    const named = forwarded === undefined ? undefined : anonymousAt(forwarded);
    return named ?? anonymousAt(remoteAddress) ?? asAnonymous(remoteAddress);
  };
  return {
    of,
    ofWebRequest: ({ headers }) =>
      of({
        socket: { remoteAddress: headers.get('CF-Connecting-IP') ?? undefined },
        headers: Object.fromEntries(headers),
      }),
    ofConnection: ({ remoteAddress = '' }) =>
      trustedProxies > 0 ? undefined : (anonymousAt(remoteAddress) ?? asAnonymous(remoteAddress)),
    remember(secret, name) {
      valid.delete(secret);
      valid.set(secret, { caller: { network: name, address: name }, until: now() + REMEMBERED_MS });
      if (valid.size > MOST_REMEMBERED) valid.delete(valid.keys().next().value as string);
    },
    forget: (secret) => void valid.delete(secret),
  };
}

/** The network of the caller who shares in a table that anonymous callers can fill. Empty if the service asks itself. */
export function callerNetworkOf(c: { readonly env?: { readonly caller?: Caller | undefined } }): string {
  return c.env?.caller?.network ?? '';
}

const HOUR_SECONDS = 3600;

interface WarningDeps {
  readonly ports: { readonly log: Log; monotonic(): number };
  readonly limits: Pick<Limits, 'trustedProxies'>;
}

/** Tells the operator once an hour that a proxy says for whom it asks, and that no one believes it: all its visitors
 *  then count as one caller. */
export function warnUntrustedProxy({ ports: { log, monotonic }, limits }: WarningDeps): MiddlewareHandler {
  const isBelieved = limits.trustedProxies > 0;
  let reported = Number.NEGATIVE_INFINITY;
  return (c, next) => {
    const isNamed = c.req.header('X-Forwarded-For') !== undefined;
    if (!isBelieved && isNamed && monotonic() - reported > HOUR_SECONDS) {
      reported = monotonic();
      log.error('forwarded-headers-unbelieved', { setting: 'TRUST_PROXY' });
    }
    return next();
  };
}

/** The secret of an `Authorization` header (RFC 6750 §2.1). A token is read from nowhere else, because addresses are
 *  written into logs. */
export function bearerSecretOf(authorization: string | undefined): string | undefined {
  return TOKEN.exec(authorization ?? '')?.[1];
}

type HeaderValue = ReceivedRequest['headers'][string];

function secretOf(cookie: HeaderValue, authorization: HeaderValue): string | undefined {
  if (typeof authorization === 'string') return bearerSecretOf(authorization);
  if (typeof cookie !== 'string' || !cookie.includes(SESSION_COOKIE)) return undefined;
  return SESSION.exec(cookie)?.[1];
}

/** Each proxy appends the address that it saw: with n proxies, the caller is the nth from the end. */
function forwardedOf(forwardedFor: HeaderValue, trustedProxies: number): string | undefined {
  if (typeof forwardedFor !== 'string' || forwardedFor === '') return undefined;
  return bare(forwardedFor.split(',').slice(-trustedProxies)[0] ?? '');
}

/** The address without brackets and without the port that some proxies add. */
function bare(text: string): string {
  const trimmed = text.trim();
  const [, v6] = /^\[([^\]]*)\](?::\d+)?$/.exec(trimmed) ?? [];
  return v6 ?? trimmed.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}

const asAnonymous = (text: string): Caller => ({ network: text, address: text });

/** The same callers often come again. */
const anonymousAt = memoize(parseAddress);

/** An anonymous caller with this address; undefined for any other text. An IPv4 address counts by itself within its /24, also
 *  if it is carried in IPv6 (::ffff:0:0/96, in either spelling). Of any other IPv6 address the first 64 bits count,
 *  because one subscriber has them all, within the first 48. */
function parseAddress(address: string): Caller | undefined {
  const [plain = ''] = address.split('%', 1);
  if (!ipaddr.IPv4.isValidFourPartDecimal(plain) && !ipaddr.IPv6.isValid(plain)) return undefined;
  const parsed = ipaddr.process(plain);
  if (parsed instanceof ipaddr.IPv4) {
    const text = parsed.toString();
    return { network: text.split('.', 3).join('.'), address: text };
  }
  const groups = parsed.parts.slice(0, 4).map((group) => group.toString(16));
  return { network: groups.slice(0, 3).join(':'), address: `${groups.join(':')}::/64` };
}
