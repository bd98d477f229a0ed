import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer, request as httpsRequest } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { clock } from '../../src/assembly/system-ports.ts';
import {
  type GuardOptions,
  makeGuardedFetcher,
  makeGuardedSender,
} from '../../src/open-badges/fetching/safe-fetch.node.ts';
import { parseConfig } from '../../src/settings/config.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';

const HOST = 'badges.example';
const PUBLIC = '93.184.216.34';
const PASSWORD = 'pass-word';

let host: Server;
let ca: string;
let requests: string[];
/** What the proxy was asked to connect to, with the account it was given. */
let tunnels: string[];
let proxy: Server;
let proxyPort: number;
/** What the proxy does with a request; by default it connects each to the one host. */
let behave: (target: string, socket: Socket) => void;

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A proxy that leads every tunnel to the host. */
const lead = (_target: string, socket: Socket) => {
  const onward = connect(portOf(host), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
};
const answer = (status: number) => (_target: string, socket: Socket) =>
  void socket.end(`HTTP/1.1 ${status} no\r\nContent-Length: 0\r\n\r\n`);

beforeAll(async () => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: HOST }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: HOST }] }],
  });
  ca = cert;
  host = createServer({ cert, key }, (request, response) => {
    requests.push(`${request.method} ${request.headers.host}${request.url}`);
    if (request.url === '/moved') response.writeHead(302, { location: '/badge' }).end();
    else response.setHeader('content-type', 'application/json').end('{"a":1}');
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void host.close());

beforeEach(async () => {
  requests = [];
  tunnels = [];
  behave = lead;
  proxy = createPlainServer((_request, response) => response.writeHead(400).end());
  proxy.on('connect', ({ url = '', headers }, socket) => {
    const account = headers['proxy-authorization']?.replace('Basic ', '');
    tunnels.push(account ? `${url} ${Buffer.from(account, 'base64').toString()}` : url);
    behave(url, socket as Socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxyPort = portOf(proxy);
});
afterEach(() => {
  proxy.closeAllConnections();
  proxy.close();
});

const unknownName = Object.assign(new Error('queryA ENOTFOUND'), { code: 'ENOTFOUND', syscall: 'queryA' });
const silentNames = Object.assign(new Error('queryA ETIMEOUT'), { code: 'ETIMEOUT', syscall: 'queryA' });
const at =
  (...addresses: readonly string[]) =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: 4 })));

function guard(options: GuardOptions & { readonly filters?: boolean; readonly account?: string } = {}) {
  const { filters = false, account = '', ...others } = options;
  return {
    resolve: at(PUBLIC),
    request: ((url: URL, given: object, answered: never) =>
      httpsRequest(url, { ...given, ca }, answered)) as NonNullable<GuardOptions['request']>,
    proxy: { url: `http://${account}127.0.0.1:${proxyPort}`, filters },
    ...others,
  };
}
const fetchBy = (options?: Parameters<typeof guard>[0], url = `https://${HOST}/badge`) =>
  makeGuardedFetcher(guard(options)).fetch(url, '*/*');

describe('a service whose only way out is a proxy', () => {
  it('resolves a name itself, and has the proxy connect to the address that it checked', async () => {
    expect(await fetchBy()).toMatchObject({ kind: 'ok', url: `https://${HOST}/badge` });
    expect(tunnels).toEqual([`${PUBLIC}:443`]);
    expect(requests).toEqual([`GET ${HOST}/badge`]);
  });

  it('sends requests in the same way', async () => {
    const url = `https://${HOST}/credentials`;
    const sent = await makeGuardedSender(guard()).send({ method: 'POST', url, headers: {}, body: 'x' });
    expect(sent).toMatchObject({ kind: 'ok' });
    expect([tunnels, requests]).toEqual([[`${PUBLIC}:443`], [`POST ${HOST}/credentials`]]);
  });

  it('checks the host again at each redirect', async () => {
    const answers = [at(PUBLIC), at('10.0.0.8')];
    const resolve = () => (answers.shift() ?? at())();
    expect(await fetchBy({ resolve }, `https://${HOST}/moved`)).toMatchObject({ kind: 'unreachable' });
    expect([tunnels, requests]).toEqual([[`${PUBLIC}:443`], [`GET ${HOST}/moved`]]);
  });

  it('accepts the certificate of the host alone', async () => {
    const fetched = await fetchBy({}, 'https://other.example/badge');
    expect(fetched).toMatchObject({ kind: 'unreachable', fault: { fault: 'tls', host: 'other.example' } });
    expect(requests).toEqual([]);
  });

  it.each([false, true])('asks the proxy for no private network (it filters: %s)', async (filters) => {
    const private_ = [
      '127.0.0.1',
      '10.0.0.8',
      '169.254.169.254',
      '192.168.1.1',
      '[::1]',
      '[::ffff:10.0.0.8]',
    ];
    for (const one of private_) {
      expect(await fetchBy({ filters }, `https://${one}/`)).toMatchObject({ kind: 'unreachable' });
    }
    for (const addresses of [['10.0.0.8'], [PUBLIC, '10.0.0.8']]) {
      expect(await fetchBy({ filters, resolve: at(...addresses) })).toMatchObject({ kind: 'unreachable' });
    }
    expect([tunnels, requests]).toEqual([[], []]);
  });

  it('gives the account of the proxy to it alone, and never says it', async () => {
    await fetchBy({ account: `jalon:${PASSWORD}@` });
    expect(tunnels).toEqual([`${PUBLIC}:443 jalon:${PASSWORD}`]);
    behave = answer(407);
    const refused = await fetchBy({ account: `jalon:${PASSWORD}@` });
    expect(refused).toMatchObject({ kind: 'unreachable', fault: { fault: 'proxy', host: HOST } });
    expect(JSON.stringify(refused)).not.toMatch(PASSWORD);
  });
});

describe('a name that no server here knows', () => {
  it.each([unknownName, silentNames])('is not given to a proxy: %s', async (error) => {
    const fetched = await fetchBy({ resolve: () => Promise.reject(error) });
    expect(fetched).toMatchObject({ kind: 'unreachable', fault: { host: HOST } });
    expect(tunnels).toEqual([]);
  });

  it.each([unknownName, silentNames])('is given to a proxy that filters: %s', async (error) => {
    const resolve = () => Promise.reject(error);
    expect(await fetchBy({ filters: true, resolve })).toMatchObject({ kind: 'ok' });
    expect(tunnels).toEqual([`${HOST}:443`]);
  });

  it.each(['localhost', 'intranet', 'nas.local', 'db.internal', 'printer.home.arpa'])(
    'is not given to it if it is a name of a private network: %s',
    async (name) => {
      const resolve = () => Promise.reject(unknownName);
      expect(await fetchBy({ filters: true, resolve }, `https://${name}/`)).toMatchObject({
        kind: 'unreachable',
      });
      expect(tunnels).toEqual([]);
    },
  );

  it('costs one look-up in a minute where no name server answers', async () => {
    let lookups = 0;
    const resolve = () => {
      lookups += 1;
      return Promise.reject(silentNames);
    };
    const fetcher = makeGuardedFetcher(guard({ filters: true, resolve }));
    for (const path of ['1', '2', '3']) {
      expect(await fetcher.fetch(`https://${HOST}/${path}`, '*/*')).toMatchObject({ kind: 'ok' });
    }
    expect(lookups).toBe(1);
  });
});

describe('a proxy', () => {
  it('that refuses one address is asked for the next', async () => {
    behave = (target, socket) => (target.startsWith('93.') ? answer(502) : lead)(target, socket);
    expect(await fetchBy({ resolve: at(PUBLIC, '1.1.1.1') })).toMatchObject({ kind: 'ok' });
    expect(tunnels).toEqual([`${PUBLIC}:443`, '1.1.1.1:443']);
  });

  it('is asked for a few addresses of one host, however many its name server states', async () => {
    behave = answer(502);
    const many = Array.from({ length: 200 }, (_, at) => `93.184.216.${at}`);
    expect(await fetchBy({ resolve: at(...many) })).toMatchObject({ fault: { fault: 'proxy' } });
    expect(tunnels).toHaveLength(4);
  });

  it('that allows names only gets the name if it filters', async () => {
    behave = (target, socket) => (target.startsWith(HOST) ? lead : answer(403))(target, socket);
    expect(await fetchBy()).toMatchObject({ kind: 'unreachable', fault: { fault: 'proxy' } });
    expect(await fetchBy({ filters: true })).toMatchObject({ kind: 'ok' });
    expect(tunnels).toEqual([`${PUBLIC}:443`, `${PUBLIC}:443`, `${HOST}:443`]);
  });

  it.each<[string, (target: string, socket: Socket) => void]>([
    ['refuses', answer(403)],
    ['closes the connection', (_target, socket) => void socket.destroy()],
    ['does not speak HTTP', (_target, socket) => void socket.end('SSH-2.0-x\r\n')],
    [
      'opens a tunnel and resets it',
      (_target, socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n', () => socket.resetAndDestroy()),
    ],
    ['opens a tunnel to nowhere', (_target, socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\n')],
    [
      'answers in the place of the host',
      (_target, socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}'),
    ],
    ['never answers', () => {}],
  ])('that %s gives a reason, and no document', async (_, how) => {
    behave = how;
    const fetched = await fetchBy({ timeLimitMs: 1500 });
    expect(fetched).toMatchObject({ kind: 'unreachable', fault: { host: HOST } });
    expect(requests).toEqual([]);
  });

  it('that is away is named as the cause', async () => {
    await new Promise((resolve) => proxy.close(resolve));
    const fetched = await fetchBy();
    expect(fetched).toMatchObject({ kind: 'unreachable', fault: { fault: 'proxy', host: HOST } });
  });
});

describe('a service that is served', () => {
  const verify = async (server: RunningServer) => {
    const url = `https://${PUBLIC}/badge`;
    const form = new URLSearchParams({ url });
    const answered = await fetch(`${server.url}/api/v1/verifications`, {
      method: 'POST',
      body: JSON.stringify({ url }),
      headers: { 'content-type': 'application/json' },
    });
    const page = await fetch(`${server.url}/verify`, { method: 'POST', body: form });
    return { report: await answered.text(), page: await page.text() };
  };
  it('uses the proxy of FETCH_PROXY, and no proxy that only HTTPS_PROXY names', async () => {
    behave = answer(403);
    const folder = await mkdtemp(join(tmpdir(), 'jalon-proxy-'));
    await generateKeys({ folder: join(folder, 'keys'), at: clock.now() });
    const own = `http://jalon:${PASSWORD}@127.0.0.1:${proxyPort}`;
    const setting = { DATABASE_URL: `sqlite:${join(folder, 'a.db')}`, KEYS_DIR: join(folder, 'keys') };
    const verifyWith = async (name: string) => {
      const server = await startServer({ ...setting, NODE_USE_ENV_PROXY: '1', [name]: own });
      return verify(server).finally(() => server.stop());
    };
    await verifyWith('HTTPS_PROXY');
    expect(tunnels).toEqual([]);

    const { report, page } = await verifyWith('FETCH_PROXY');
    expect(new Set(tunnels)).toEqual(new Set([`${PUBLIC}:443 jalon:${PASSWORD}`]));
    expect(report).toContain('"fault":"proxy"');
    expect(page).toContain('Le serveur mandataire par lequel ce service sort');
    expect(report + page).not.toContain(PASSWORD);
    await rm(folder, { recursive: true, force: true });
  });
});

describe('the setting of the proxy', () => {
  const errorsOf = (environment: Readonly<Record<string, string>>) => {
    try {
      return JSON.stringify(parseConfig(environment).config);
    } catch (error) {
      return (error as Error).message;
    }
  };
  const account = `jalon:${PASSWORD}@proxy.example.fr:3128`;

  it('is a secret, with an account or without', () => {
    const { config, secrets } = parseConfig({ FETCH_PROXY: `http://${account}`, FETCH_PROXY_FILTERS: '1' });
    expect(secrets.fetchProxy).toEqual({ url: `http://${account}`, filters: true });
    expect(JSON.stringify(config)).not.toContain(PASSWORD);
  });

  it.each([
    account,
    `socks5://${account}`,
    `http://${account}/path`,
    `http://${account}/?a=1`,
    'proxy',
    `http://a:%zz${PASSWORD}@proxy`,
  ])('stops the start where it is no address of a proxy: %s', (FETCH_PROXY) => {
    expect(errorsOf({ FETCH_PROXY })).toContain('FETCH_PROXY: ');
    expect(errorsOf({ FETCH_PROXY })).not.toContain(PASSWORD);
  });

  it('is required with the statement that it filters, and not with its denial', () => {
    expect(parseConfig({ FETCH_PROXY_FILTERS: '0' }).secrets.fetchProxy).toBeUndefined();
    expect(errorsOf({ FETCH_PROXY_FILTERS: '1' })).toContain(
      'FETCH_PROXY: required with FETCH_PROXY_FILTERS',
    );
  });
});
