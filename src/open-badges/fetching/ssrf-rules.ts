import { toInstant } from '../schema/rfc3339.ts';
import type { FetchError, Fetched } from './fetcher.ts';

/** The rules that every guarded fetch follows, on each runtime. */
export const MAXIMUM_REDIRECTS = 3;
/** The largest document that is fetched, in bytes. */
export const MAXIMUM_DOCUMENT_BYTES = 1024 * 1024;
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
  if (next.host !== address.host) throw new RedirectedAway(next.host);
  return next.href;
}

class RedirectedAway extends Error {
  readonly to: string;
  constructor(to: string) {
    super(`redirected to another host, ${to}`);
    this.to = to;
  }
}

/** The outgoing proxy did not open a connection. */
export class ProxyFailed extends Error {
  /** What it answered; absent if nothing came. */
  readonly status: number | undefined;
  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** Names that never belong to a public host. */
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|test|invalid|onion)$/;

/** Whether a name that is not resolved here may be of a public host. */
export function isPublicName(host: string): boolean {
  return host.includes('.') && !PRIVATE_NAME.test(host);
}

/** What became of a request to this address, within its time: whatever a host does or leaves undone, there is
 *  an answer. The work gets a signal to end what it began. Never throws. */
export async function answerInTime(
  url: string,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Fetched>,
): Promise<Fetched> {
  const host = URL.canParse(url) ? new URL(url).host : 'the address';
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Fetched>((resolve) => {
    timer = setTimeout(() => {
      const reason = `${host} gave no complete answer in time`;
      resolve({ kind: 'unreachable', reason, fault: { fault: 'late', host } });
      over.abort();
    }, milliseconds);
  });
  const answered = work(over.signal).catch((error: unknown): Fetched => {
    const fault = errorOf(error, host);
    return { kind: 'unreachable', reason: reasonOf(error, host), ...(fault && { fault }) };
  });
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}

const TLS = /^(ERR_TLS|ERR_SSL|CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/;
const NO_CONNECTION = /^(ECONN|EHOST|ENET|EPIPE|EADDR)/;
const NO_CONNECTION_IN_TIME = /^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;
/** The kinds of fault of a connection, by the code that Node gives them (OpenSSL, libuv, its parser). */
const KINDS: readonly (readonly [RegExp, (host: string) => string])[] = [
  [TLS, (host) => `no secure connection (TLS) to ${host}`],
  [NO_CONNECTION_IN_TIME, (host) => `${host} did not accept a connection in time`],
  [NO_CONNECTION, (host) => `no connection to ${host}`],
  [/^(HPE_|ERR_HTTP|ERR_INVALID)/, (host) => `${host} does not answer by HTTP`],
];
/** What name servers answer where a name, or an address for it, does not exist (c-ares). */
const NO_NAME = /^(ENOTFOUND|ENODATA|EBADNAME)$/;

/** The system call of a question to a name server is named after its record. */
export function isOfName(error: Error): boolean {
  return String(Reflect.get(error, 'syscall')).startsWith('query');
}

/** What a person can be told of the fault; undefined if there is nothing more than that nothing came. */
function errorOf(error: unknown, host: string): FetchError | undefined {
  if (error instanceof RedirectedAway) return { fault: 'redirect', host, to: error.to };
  if (error instanceof ProxyFailed) return { fault: 'proxy', host };
  if (!(error instanceof Error)) return undefined;
  const code = String(Reflect.get(error, 'code') ?? '');
  if (isOfName(error)) return { fault: NO_NAME.test(code) ? 'name' : 'name-unanswered', host };
  if (NO_CONNECTION.test(code) || NO_CONNECTION_IN_TIME.test(code)) return { fault: 'no-connection', host };
  return TLS.test(code) ? { fault: 'tls', host } : undefined;
}

/** The reason of an `unreachable`: why the address was refused, or which part of the way to it failed. */
function reasonOf(error: unknown, host: string): string {
  if (!(error instanceof Error)) return `${host} is unreachable`;
  const code = String(Reflect.get(error, 'code') ?? '');
  if (isOfName(error)) {
    return NO_NAME.test(code)
      ? `the name ${host} does not exist (DNS)`
      : `no name server answers for ${host} (DNS): ${code}`;
  }
  const stated = KINDS.find(([codes]) => codes.test(code))?.[1](host);
  return stated === undefined ? error.message : `${stated}: ${code}`;
}

/** The instant of the `Date` of an answer (RFC 9110 §6.6.1); undefined if a cache gave the answer, whose date
 *  may be old, and where the text is no date. */
export function dateOfAnswer(date: string | null | undefined, age: string | null | undefined) {
  const time = age === null || age === undefined ? Date.parse(date ?? '') : Number.NaN;
  return Number.isNaN(time) ? undefined : toInstant(new Date(time));
}
