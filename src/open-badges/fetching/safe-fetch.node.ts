import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { connectThrough, type FetchProxy, resolveForProxy } from './fetch-proxy.node.ts';
import type { Fetched, Fetcher, HearTime, Sender, Sent } from './fetcher.ts';
import { isPublicAddress } from './public-address.ts';
import { makeNameResolver, type Resolved, type ResolveName } from './resolve-name.node.ts';
import {
  answerInTime,
  dateOfAnswer,
  followedOnHost,
  isPublicName,
  MAXIMUM_DOCUMENT_BYTES,
  MAXIMUM_REDIRECTS,
  parseGuardedAddress,
  TIME_LIMIT_MS,
  USER_AGENT,
} from './ssrf-rules.ts';

/** Parts that a test replaces, so that the guard works on a local server. Production gives `resolve`, which
 *  shares look-ups out by caller. */
export interface GuardOptions {
  readonly resolve?: ResolveName;
  readonly isAllowed?: (address: string) => boolean;
  readonly isAllowedPort?: (port: string) => boolean;
  readonly request?: typeof httpsRequest;
  readonly timeLimitMs?: number;
  /** Names the program in each request. */
  readonly userAgent?: string;
  /** The only way out, if there is one. Variables of the environment name none. */
  readonly proxy?: FetchProxy | undefined;
}

type Guard = Required<Omit<GuardOptions, 'proxy'>> & Pick<GuardOptions, 'proxy'>;

const GUARD: Guard = {
  resolve: makeNameResolver(),
  isAllowed: isPublicAddress,
  isAllowedPort: (port) => port === '',
  request: httpsRequest,
  timeLimitMs: TIME_LIMIT_MS,
  userAgent: USER_AGENT,
};

/** Fetches public documents from addresses that strangers give: https on port 443 only, public IP addresses
 *  only, at most three redirects and all on the same host, 1 MB, ten seconds, no credentials. The connection
 *  uses the very IP addresses that were checked, so a name cannot change in between. Never throws. */
export function makeGuardedFetcher(options: GuardOptions = {}): Fetcher {
  const guard = toGuard(options);
  return {
    fetch: (url, accept, hear) =>
      answerInTime(url, guard.timeLimitMs, (signal) => follow({ url, accept, guard, signal, hear })),
  };
}

/** Sends requests under the same rules. A redirect is not followed, but answered as a status. Never
 *  throws. */
export function makeGuardedSender(options: GuardOptions = {}): Sender {
  const guard = toGuard(options);
  return {
    send: (sent) =>
      answerInTime(sent.url, guard.timeLimitMs, async (signal) => {
        const address = parseGuardedAddress(sent.url, guard.isAllowedPort);
        return readAnswer(address, await send(address, { sent, guard, signal }));
      }),
  };
}

function toGuard(options: GuardOptions): Guard {
  const guard: Guard = { ...GUARD, ...options };
  return guard.proxy?.filters ? { ...guard, resolve: resolveForProxy(guard.resolve) } : guard;
}

interface Errand {
  readonly url: string;
  readonly accept: string;
  readonly hear?: HearTime | undefined;
  readonly guard: Guard;
  readonly signal: AbortSignal;
}

async function follow(errand: Errand): Promise<Fetched> {
  const { isAllowedPort } = errand.guard;
  let address = parseGuardedAddress(errand.url, isAllowedPort);
  for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects += 1) {
    const response = await send(address, {
      ...errand,
      sent: { method: 'GET', headers: { accept: errand.accept } },
    });
    const { statusCode: status = 0, headers } = response;
    const target = status >= 300 && status < 400 ? headers.location : undefined;
    if (target === undefined) {
      const at = dateOfAnswer(headers.date, headers.age);
      if (at) errand.hear?.(at);
      return readAnswer(address, response);
    }
    response.destroy();
    address = parseGuardedAddress(followedOnHost(address, target), isAllowedPort);
  }
  throw new Error('too many redirects');
}

interface Sending extends Pick<Errand, 'guard' | 'signal'> {
  readonly sent: Omit<Sent, 'url'>;
}

async function send(address: URL, { sent, guard, signal }: Sending): Promise<IncomingMessage> {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const connection = await connectionTo(host, { port: Number(address.port || 443), guard, signal });
  const options: RequestOptions = {
    method: sent.method,
    headers: { ...sent.headers, 'accept-encoding': 'identity', 'user-agent': guard.userAgent },
    signal,
    ...connection,
  };
  return new Promise((resolve, reject) => {
    guard
      .request(address, options, resolve)
      .on('error', reject)
      // Node gives an answer 101 to this event alone, and leaves the connection to its listener.
      .on('upgrade', (_answer, socket) => {
        socket.destroy();
        reject(new Error(`${host} answers with another protocol`));
      })
      .on('close', () => reject(new Error(`${host} closed the connection without an answer`)))
      .end(sent.body);
  });
}

/** How a host is connected to: at addresses that are checked here, without or through the proxy. */
async function connectionTo(
  host: string,
  { port, guard, signal }: Pick<Sending, 'guard' | 'signal'> & { readonly port: number },
): Promise<RequestOptions> {
  const { proxy } = guard;
  // A host that is already an IP address needs no lookup.
  const resolved = isIP(host) ? [{ address: host, family: isIP(host) }] : await guard.resolve(host, signal);
  const refused = resolved.find((candidate) => !guard.isAllowed(candidate.address));
  const mayBeResolvedThere = proxy?.filters === true && isIP(host) === 0 && isPublicName(host);
  const isKnown = resolved.length > 0 || mayBeResolvedThere;
  if (refused || !isKnown) throw new Error(`${host} is not on the public internet`);
  signal.throwIfAborted();
  if (!proxy) return { agent: false, lookup: answerWith(resolved) };
  const addresses = resolved.map((one) => one.address);
  // A proxy may allow names and refuse addresses. It gets the name only if it filters.
  return connectThrough(proxy, { host, addresses, byName: mayBeResolvedThere, port }, signal);
}

/** Connects to the addresses that were checked, even if the name resolves to others by now. */
function answerWith(resolved: readonly Resolved[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = resolved;
    if (options.all) callback(null, [...resolved]);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };
}

async function readAnswer(address: URL, response: IncomingMessage): Promise<Fetched> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    response.destroy();
    throw new Error(`the answer is compressed (${encoding}) against our request`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response) {
    size += part.length;
    if (size > MAXIMUM_DOCUMENT_BYTES) {
      response.destroy();
      throw new Error('too large');
    }
    parts.push(part);
  }
  const body = new Uint8Array(Buffer.concat(parts));
  const status = response.statusCode ?? 0;
  if (status !== 200) return { kind: 'status', status, body };
  return { kind: 'ok', url: address.href, contentType: response.headers['content-type'] ?? '', body };
}
