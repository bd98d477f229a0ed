/** What every guarded fetch holds to, on each runtime. */
export const MAXIMUM_REDIRECTS = 3;
export const TIME_LIMIT_MS = 10_000;
export const USER_AGENT = 'Jalon (badge verification)';

/** The address of a public document: https, the default port, no credentials; without its fragment. Throws a plain
 *  Error whose message says what is wrong. */
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

/** Where a redirect leads, on the same host. Throws where it leads to another. */
export function followedOnHost(address: URL, target: string): string {
  const next = new URL(target, address);
  if (next.host !== address.host) throw new Error(`redirected to another host, ${next.host}`);
  return next.href;
}

/** What an address is refused for, or a fetch failed of, in the words of an `unreachable`. */
export function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'no complete answer in time';
  return error instanceof Error ? error.message : 'unreachable';
}
