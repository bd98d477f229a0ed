import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import { memoize } from '../cache/memoize.ts';
import type { AppEnv } from '../env.ts';

/** The same callers often come again. */
const networkOf = memoize(parseNetwork);

interface Arrival {
  /** Address of the connection; absent if the service asks itself. */
  readonly address: string | undefined;
  /** `X-Forwarded-For` as it was sent: a client may have forged its beginning. */
  readonly forwardedFor: string | undefined;
  readonly trustedProxies: number;
}

/** The identity of a caller for limits: the address that the outermost trusted proxy saw, or the
 *  connection's. For IPv6 it is the 64-bit network, because one subscriber has a whole network. Undefined
 *  if there is no connection. */
export function clientOf({ address, forwardedFor, trustedProxies }: Arrival): string | undefined {
  if (address === undefined) return undefined;
  if (trustedProxies === 0 || !forwardedFor) return networkOf(address) ?? address;
  const stated = forwardedFor.split(',').slice(-trustedProxies);
  // Each proxy appends the address that it saw: with n proxies, the caller is the nth from the end.
  return networkOf(bare(stated[0] ?? '')) ?? networkOf(address) ?? address;
}

/** The network of the caller who shares in a table that strangers can fill; empty if the service asks
 *  itself. */
export function callerNetworkOf(c: Context<AppEnv>): string {
  return wideNetworkOf(c.get('client') ?? '');
}

/** The network of a caller, wide enough that one subscriber or one rented range does not count as many: the
 *  first 24 bits of IPv4 and 48 of IPv6. */
export function wideNetworkOf(client: string): string {
  const isV6 = client.includes(':');
  return client.split(isV6 ? ':' : '.', 3).join(isV6 ? ':' : '.');
}

/** The address without brackets and without the port that some proxies add. */
function bare(text: string): string {
  const trimmed = text.trim();
  const [, v6] = /^\[([^\]]*)\](?::\d+)?$/.exec(trimmed) ?? [];
  return v6 ?? trimmed.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}

/** An IPv4 address itself, also when carried in IPv6 (::ffff:0:0/96, in either spelling); the first 64 bits
 *  of any other IPv6 address; undefined for any other text. */
function parseNetwork(address: string): string | undefined {
  const [plain = ''] = address.split('%', 1);
  if (!ipaddr.IPv4.isValidFourPartDecimal(plain) && !ipaddr.IPv6.isValid(plain)) return undefined;
  const parsed = ipaddr.process(plain);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const groups = parsed.parts.slice(0, 4).map((group) => group.toString(16));
  return `${groups.join(':')}::/64`;
}
