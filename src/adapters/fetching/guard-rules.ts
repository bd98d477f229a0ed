import { toInstant } from '../../domain/time/time.ts';

/** The rules that every guarded fetch follows, on each runtime. */
export const MAXIMUM_REDIRECTS = 3;
export const TIME_LIMIT_MS = 10_000;
export const USER_AGENT = 'Jalon (badge verification)';

/** Parses the address of a public document: https, the default port, no credentials. The fragment is dropped.
 *  Throws a plain Error whose message says what is wrong. */
export function parseGuardedAddress(
  url: string,
  isAllowedPort: (port: string) => boolean = (port) => port === '',
): URL {
  if (!URL.canParse(url)) throw new Error('not a URL');
  const address = new URL(url);
  if (address.protocol !== 'https:') throw new Error('not an https address');
  if (address.username !== '' || address.password !== '') throw new Error('credentials in the address');
  if (!isAllowedPort(address.port)) throw new Error(`port ${address.port} is not 443`);
  address.hash = '';
  return address;
}

/** The address that a redirect leads to. Throws a plain Error where it is on another host. */
export function followedOnHost(address: URL, target: string): string {
  const next = new URL(target, address);
  if (next.host !== address.host) throw new Error(`redirected to another host, ${next.host}`);
  return next.href;
}

/** The instant of the `Date` of an answer (RFC 9110 §6.6.1); undefined where a cache gave the answer, whose date
 *  may be old, and where the text is no date. */
export function dateOfAnswer(date: string | null | undefined, age: string | null | undefined) {
  const time = age === null || age === undefined ? Date.parse(date ?? '') : Number.NaN;
  return Number.isNaN(time) ? undefined : toInstant(new Date(time));
}

/** The reason of an `unreachable`: why the address was refused, or why the fetch failed. */
export function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'no complete answer in time';
  return error instanceof Error ? error.message : 'unreachable';
}
