import { TIMEOUT } from 'node:dns/promises';
import { type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import type { ResolveName } from './resolve-name.node.ts';
import { isOfName, ProxyFailed } from './ssrf-rules.ts';

/** The outgoing proxy of guarded requests. */
export interface FetchProxy {
  /** `http:` or `https:`, with an account if the proxy asks for one. */
  readonly url: string;
  /** Whether the operator states that the proxy refuses private networks. Only then may it resolve a name. */
  readonly filters: boolean;
}

/** How long no name server here is asked after none answered, in milliseconds: a network whose only way out is a
 *  proxy often has none for outside names, and each question would wait for its whole time. */
const SILENCE_MS = 60_000;

/** Resolves names, and answers no address where no name server here knows the name: the proxy may then resolve it. */
export function resolveForProxy(resolve: ResolveName, now = () => performance.now()): ResolveName {
  let silentUntil = 0;
  return async (host, signal) => {
    if (now() < silentUntil) return [];
    return resolve(host, signal).catch((error: unknown) => {
      if (!(error instanceof Error && isOfName(error))) throw error;
      if (Reflect.get(error, 'code') === TIMEOUT) silentUntil = now() + SILENCE_MS;
      return [];
    });
  };
}

/** Addresses of one host that the proxy is asked for. Its name server may state any number. */
const MOST_ADDRESSES = 4;

/** Where a connection through the proxy leads. */
export interface Destination {
  /** The name that the certificate must have. */
  readonly host: string;
  /** Addresses that were checked. The first ones are tried in turn. */
  readonly addresses: readonly string[];
  /** Whether the proxy may then resolve the name itself. */
  readonly byName: boolean;
  readonly port: number;
}

/** The options by which a request goes through the proxy: a tunnel (RFC 9110 §9.3.6), in which TLS begins here and
 *  ends at the host, so that the proxy sees the host and nothing of what is exchanged. Throws ProxyFailed. */
export async function connectThrough(
  proxy: FetchProxy,
  { host, addresses, byName, port }: Destination,
  signal: AbortSignal,
): Promise<Pick<RequestOptions, 'createConnection' | 'defaultPort'>> {
  const targets = [...addresses.slice(0, MOST_ADDRESSES), ...(byName ? [host] : [])];
  const socket = await openFirst(
    proxy,
    targets.map((target) => authorityOf(target, port)),
    signal,
  );
  const name: ConnectionOptions = isIP(host) ? { host } : { host, servername: host };
  return {
    defaultPort: 443,
    createConnection: (given) =>
      connectTls({ ...(given as ConnectionOptions), path: undefined, ...name, socket }),
  };
}

function authorityOf(target: string, port: number): string {
  return isIP(target) === 6 ? `[${target}]:${port}` : `${target}:${port}`;
}

async function openFirst(proxy: FetchProxy, ends: readonly string[], signal: AbortSignal): Promise<Duplex> {
  const [end = '', ...others] = ends;
  return open(proxy, end, signal).catch((error: unknown) => {
    const isRefused = error instanceof ProxyFailed && error.status !== undefined;
    if (!isRefused || others.length === 0 || signal.aborted) throw error;
    return openFirst(proxy, others, signal);
  });
}

function open(proxy: FetchProxy, end: string, signal: AbortSignal): Promise<Duplex> {
  const { protocol, hostname, port, username, password } = new URL(proxy.url);
  const account = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const options: RequestOptions = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port || (protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: end,
    headers: {
      host: end,
      ...(username !== '' && { 'proxy-authorization': `Basic ${account.toString('base64')}` }),
    },
    agent: false,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = protocol === 'https:' ? requestHttps(options) : requestHttp(options);
    request
      .on('error', () => reject(new ProxyFailed('the outgoing proxy does not answer')))
      .on('close', () => reject(new ProxyFailed('the outgoing proxy closed the connection')))
      .on('connect', ({ statusCode: status = 0 }, socket, first) => {
        if (status >= 200 && status < 300) {
          if (first.length > 0) socket.unshift(first);
          resolve(socket);
          return;
        }
        socket.destroy();
        reject(new ProxyFailed(`the outgoing proxy answers ${status} for ${end}`, status));
      })
      .end();
  });
}
