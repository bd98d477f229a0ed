import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type RequestOptions,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOwnOriginFetcher } from '../../src/adapters/http-client/own-origin-fetcher.ts';
import type { Fetched, Fetcher } from '../../src/open-badges/fetching/fetcher.ts';
import {
  type GuardOptions,
  makeGuardedFetcher,
  makeGuardedSender,
} from '../../src/open-badges/fetching/safe-fetch.node.ts';

let server: Server;
let port: number;
let answer: RequestListener;
let requests: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${request.headers.host} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests = [];
  answer = (_request, response) => response.setHeader('content-type', 'application/json').end('{"a":1}');
});

const plainRequest = (url: URL, options: RequestOptions, answered: (response: IncomingMessage) => void) =>
  httpRequest(new URL(url.href.replace('https:', 'http:')), options, answered);

/** A guard that treats the local server as a public host. Only its rules on addresses are replaced. */
const local: GuardOptions = {
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  isAllowed: () => true,
  isAllowedPort: (given) => given === String(port),
  request: plainRequest as NonNullable<GuardOptions['request']>,
};
const fetchLocal = (path: string, options: GuardOptions = {}) =>
  makeGuardedFetcher({ ...local, ...options }).fetch(
    `https://badges.example:${port}${path}`,
    'application/json',
  );
const text = (fetched: Fetched) => ('body' in fetched ? new TextDecoder().decode(fetched.body) : undefined);

describe('the guarded sender', () => {
  const send = (url: string, options: GuardOptions = local) =>
    makeGuardedSender(options).send({
      method: 'POST',
      url,
      headers: { authorization: 'Bearer secret', 'content-type': 'text/plain' },
      body: 'a badge',
    });

  it('sends its request, and answers the status with the body', async () => {
    const received: string[] = [];
    answer = async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      received.push(`${request.method} ${request.headers.authorization} ${body}`);
      response.writeHead(201).end('kept');
    };
    const answered = await send(`https://badges.example:${port}/credentials`);
    expect(answered).toMatchObject({ kind: 'status', status: 201 });
    expect(text(answered)).toBe('kept');
    expect(received).toEqual(['POST Bearer secret a badge']);
  });

  it('does not follow a redirect, not even on the same host', async () => {
    answer = (_request, response) => response.writeHead(307, { location: '/elsewhere' }).end();
    expect(await send(`https://badges.example:${port}/`)).toMatchObject({ kind: 'status', status: 307 });
    expect(requests).toHaveLength(1);
  });

  it.each([
    'http://badges.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.0.0.8/',
    'https://169.254.169.254/latest/meta-data',
    'https://me:secret@badges.example/',
  ])('sends nothing to %s', async (url) => {
    expect(await send(url, {})).toMatchObject({ kind: 'unreachable' });
    expect(requests).toEqual([]);
  });
});

describe('the guarded fetcher', () => {
  it('answers a public document, with its type and its final address', async () => {
    const fetched = await fetchLocal('/badge.json#part');
    expect(fetched).toMatchObject({
      kind: 'ok',
      url: `https://badges.example:${port}/badge.json`,
      contentType: 'application/json',
    });
    expect(text(fetched)).toBe('{"a":1}');
    expect(requests).toEqual([`badges.example:${port} /badge.json`]);
  });

  it('sends only the headers that it needs', async () => {
    let headers: object = {};
    answer = (request, response) => {
      headers = request.headers;
      response.end('{}');
    };
    await fetchLocal('/');
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it('gives a status with its body, as a compromised key needs', async () => {
    answer = (_request, response) => response.writeHead(410).end('{"code":"key-compromised"}');
    const fetched = await fetchLocal('/keys/1');
    expect(fetched).toMatchObject({ kind: 'status', status: 410 });
    expect(text(fetched)).toContain('key-compromised');
  });

  it.each([
    ['plain http', () => `http://127.0.0.1:${port}/`],
    ['another port', () => `https://127.0.0.1:${port}/`],
    ['credentials', () => 'https://user:secret@127.0.0.1/'],
    ['a file', () => 'file:///etc/passwd'],
    ['a data address', () => 'data:application/json,{}'],
    ['no address', () => 'jalon'],
    ['loopback', () => 'https://127.0.0.1/'],
    ['loopback as a number', () => 'https://2130706433/'],
    ['IPv6 loopback', () => 'https://[::1]/'],
    ['mapped loopback', () => 'https://[::ffff:127.0.0.1]/'],
    ['cloud metadata', () => 'https://169.254.169.254/latest'],
    ['the name of this machine', () => 'https://localhost/'],
  ])('refuses %s before connecting', async (_kind, url) => {
    expect(await makeGuardedFetcher().fetch(url(), '*/*')).toMatchObject({ kind: 'unreachable' });
    expect(requests).toEqual([]);
  });

  it('refuses a name that resolves to a private address, even next to a public one', async () => {
    const { isAllowed: _, ...guarded } = local;
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const fetched = await makeGuardedFetcher({ ...guarded, resolve }).fetch(
      `https://rebind.example:${port}/`,
      '*/*',
    );
    expect(fetched).toEqual({ kind: 'unreachable', reason: 'rebind.example is not on the public internet' });
    expect(requests).toEqual([]);
  });
});

describe('a fetch that the guard lets through', () => {
  it('resolves a name once, and connects to the address that was checked', async () => {
    let requested = 0;
    const judged: string[] = [];
    await fetchLocal('/', {
      resolve: async () => {
        requested += 1;
        return [{ address: '127.0.0.1', family: 4 }];
      },
      isAllowed: (address) => judged.push(address) > 0,
    });
    expect(requested).toBe(1);
    expect(judged).toEqual(['127.0.0.1']);
    expect(requests).toHaveLength(1);
  });

  it('is not led elsewhere by a name with another address at the second lookup', async () => {
    const { isAllowed: _, ...guarded } = local;
    const answers = ['127.0.0.1', '169.254.169.254'];
    const peers: (string | undefined)[] = [];
    answer = (request, response) => {
      peers.push(request.socket.localAddress);
      response.end('{}');
    };
    const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
    const rebinding: GuardOptions = { ...guarded, resolve, isAllowed: (address) => address === '127.0.0.1' };
    const url = `https://rebind.example:${port}/`;
    const fetcher = makeGuardedFetcher(rebinding);
    expect(await fetcher.fetch(url, '*/*')).toMatchObject({ kind: 'ok' });
    expect(await fetcher.fetch(url, '*/*')).toMatchObject({ kind: 'unreachable' });
    expect(peers).toEqual(['127.0.0.1']);
  });

  it('resolves a name again before a redirect, and never connects to a private address', async () => {
    const { isAllowed: _, ...guarded } = local;
    const answers = ['127.0.0.1', '10.0.0.8'];
    answer = (_request, response) => response.writeHead(302, { location: '/next' }).end();
    const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
    const fetcher = makeGuardedFetcher({ ...guarded, resolve, isAllowed: (one) => one === '127.0.0.1' });
    expect(await fetcher.fetch(`https://rebind.example:${port}/`, '*/*')).toEqual({
      kind: 'unreachable',
      reason: 'rebind.example is not on the public internet',
    });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['an octal address', 'https://0177.0.0.1/'],
    ['a hexadecimal address', 'https://0x7f000001/'],
    ['a short address', 'https://127.1/'],
    ['digits of another script', 'https://\uff11\uff12\uff17.0.0.1/'],
    ['dots of another script', 'https://127\u30020\u30020\u30021/'],
    ['a dot at the end', 'https://localhost./'],
    ['a dot at the end of an address', 'https://127.0.0.1./'],
    ['an address in NAT64', 'https://[64:ff9b::7f00:1]/'],
    ['a compatible address', 'https://[::7f00:1]/'],
    ['a zone', 'https://[fe80::1%25eth0]/'],
    ['a user', 'https://example.com@127.0.0.1/'],
    ['a backslash', 'https://127.0.0.1\\@example.com/'],
    ['a tab inside', 'https://127.0.\t0.1/'],
    ['another port', 'https://example.com:8443/'],
  ])('never reaches a private network by %s', async (_what, url) => {
    const requested: string[] = [];
    const fetcher = makeGuardedFetcher({
      resolve: async (host) => {
        requested.push(host);
        return [{ address: '127.0.0.1', family: 4 }];
      },
      request: () => {
        throw new Error('a connection was made');
      },
    });
    const fetched = await fetcher.fetch(url, '*/*');
    expect(fetched).toMatchObject({ kind: 'unreachable' });
    expect(fetched).not.toMatchObject({ reason: 'a connection was made' });
  });

  it('follows three redirects on the same host, and no fourth one', async () => {
    answer = (request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    };
    expect(text(await fetchLocal('/3'))).toBe('there');
    expect(await fetchLocal('/4')).toEqual({ kind: 'unreachable', reason: 'too many redirects' });
  });

  it.each([
    ['another host', () => 'https://elsewhere.example/', 'redirected to another host, elsewhere.example'],
    ['plain http', () => `http://badges.example:${port}/`, 'not an https address'],
    ['a private address', () => 'https://127.0.0.1/', 'redirected to another host, 127.0.0.1'],
  ])('does not follow a redirect to %s', async (_kind, location, reason) => {
    answer = (_request, response) => response.writeHead(301, { location: location() }).end();
    expect(await fetchLocal('/')).toMatchObject({ kind: 'unreachable', reason });
    expect(requests).toHaveLength(1);
  });

  it('stops reading past one megabyte', async () => {
    answer = (_request, response) => response.end(Buffer.alloc(1024 * 1024 + 1));
    expect(await fetchLocal('/')).toEqual({ kind: 'unreachable', reason: 'too large' });
    answer = (_request, response) => response.end(Buffer.alloc(1024 * 1024));
    expect(await fetchLocal('/')).toMatchObject({ kind: 'ok' });
  });

  it('refuses a compressed answer, which it did not ask for', async () => {
    answer = (_request, response) => response.setHeader('content-encoding', 'gzip').end('x');
    expect(await fetchLocal('/')).toMatchObject({ kind: 'unreachable' });
  });

  it('gives up on a server that never ends', async () => {
    answer = (_request, response) => response.write('{');
    const fetched = await fetchLocal('/', { timeLimitMs: 200 });
    expect(fetched).toEqual({
      kind: 'unreachable',
      reason: `badges.example:${port} gave no complete answer in time`,
      fault: { fault: 'late', host: `badges.example:${port}` },
    });
  });
});

describe('the fetcher of our own origin', () => {
  const outside: Fetcher = { fetch: async (url) => ({ kind: 'unreachable', reason: `outside: ${url}` }) };
  const requested: string[] = [];
  const make = (origin: string) =>
    makeOwnOriginFetcher({
      origin,
      outside,
      answer: (request) => {
        requested.push(`${request.url} ${request.headers.get('accept')}`);
        return new URL(request.url).pathname === '/keys/gone'
          ? Response.json({ code: 'key-compromised' }, { status: 410 })
          : Response.json({ id: 1 });
      },
    });

  it('gives the same object for a foreign address whose bytes stay the same', async () => {
    let body = '{"a":1}';
    const fetcher = makeOwnOriginFetcher({
      origin: 'http://localhost:3000',
      answer: () => new Response(),
      outside: {
        fetch: async (url) => ({
          kind: 'ok',
          url,
          contentType: 'application/json',
          body: new TextEncoder().encode(body),
        }),
      },
    });
    const fetchThirdParty = () => fetcher.fetch('https://badges.example/did.json', '*/*');
    const first = await fetchThirdParty();
    expect(await fetchThirdParty()).toBe(first);
    body = '{"a":2}';
    expect(text(await fetchThirdParty())).toBe(body);
  });

  it('asks the application itself, also by plain http', async () => {
    const fetched = await make('http://localhost:3000').fetch(
      'http://localhost:3000/keys/1#x',
      'application/json',
    );
    expect(fetched).toMatchObject({
      kind: 'ok',
      contentType: 'application/json',
      url: 'http://localhost:3000/keys/1',
    });
    expect(requested).toEqual(['http://localhost:3000/keys/1 application/json']);
  });

  it('passes a status on with its body', async () => {
    const fetched = await make('http://localhost:3000').fetch('http://localhost:3000/keys/gone', '*/*');
    expect(fetched).toMatchObject({ kind: 'status', status: 410 });
    expect(text(fetched)).toContain('key-compromised');
  });

  it.each([
    '/verify?url=http%3A%2F%2Flocalhost%3A3000%2Fverify',
    '/api/v1/verifications',
    '/api/v1/people/1',
    '/credentials/abc/embed',
    '/credentials/../verify',
    '/keys/..%2Fverify/x',
    '/metrics',
    '/my',
    '/',
  ])('never asks the application for %s, which no verification needs', async (path) => {
    const before = requested.length;
    const fetched = await make('http://localhost:3000').fetch(`http://localhost:3000${path}`, '*/*');
    expect(fetched).toMatchObject({ kind: 'unreachable' });
    expect(requested).toHaveLength(before);
  });

  it.each([
    '/credentials/abc',
    '/credentials/-_a.png?lang=en',
    '/status/1',
    '/.well-known/did.json',
    '/.well-known/jwks.json',
    '/issuer',
    '/badges/RUPN-ENG/v1/en',
  ])('answers %s', async (path) => {
    const fetched = await make('http://localhost:3000').fetch(`http://localhost:3000${path}`, '*/*');
    expect(fetched).toMatchObject({ kind: 'ok' });
  });

  it.each([
    'https://localhost:3000/',
    'http://localhost:3001/',
    'http://localhost/',
    'http://localhost.example:3000/',
  ])('sends %s outside, because only the exact origin is ours', async (url) => {
    expect(await make('http://localhost:3000').fetch(url, '*/*')).toMatchObject({
      reason: `outside: ${url}`,
    });
  });

  it('refuses a text that is not an address, and an address with credentials', async () => {
    const fetcher = make('http://localhost:3000');
    expect(await fetcher.fetch('nowhere', '*/*')).toMatchObject({ kind: 'unreachable' });
    expect(await fetcher.fetch('http://a:b@localhost:3000/', '*/*')).toMatchObject({ kind: 'unreachable' });
  });
});
