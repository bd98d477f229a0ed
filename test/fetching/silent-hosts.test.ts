import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeHostNames } from '../../src/open-badges/fetching/host-names.node.ts';
import { makeNameResolver } from '../../src/open-badges/fetching/resolve-name.node.ts';
import {
  type GuardOptions,
  makeGuardedFetcher,
  makeGuardedSender,
} from '../../src/open-badges/fetching/safe-fetch.node.ts';
import { callerOf } from '../support/callers.ts';
import { type NameServer, startNameServer } from '../support/servers/dns.ts';

const LOOPBACK = [{ address: '127.0.0.1', family: 4 }];
const plainRequest = (url: URL, options: RequestOptions, answered: (response: IncomingMessage) => void) =>
  httpRequest(new URL(url.href.replace('https:', 'http:')), options, answered);
/** Longer than a test lasts: an answer within it does not come from the limit of time. */
const NEVER_MS = 600_000;

describe('a host', () => {
  let host: Server;
  let behave: (socket: Socket) => void;
  let port: number;
  beforeEach(async () => {
    host = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => behave(socket));
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    port = (host.address() as AddressInfo).port;
  });
  afterEach(() => void host.close());

  const guard = (timeLimitMs: number, request = plainRequest): GuardOptions => ({
    resolve: async () => LOOPBACK,
    isAllowed: () => true,
    isAllowedPort: () => true,
    request: request as NonNullable<GuardOptions['request']>,
    timeLimitMs,
  });
  const ask = (how: GuardOptions) =>
    Promise.all([
      makeGuardedFetcher(how).fetch(`https://odd.example:${port}/`, '*/*'),
      makeGuardedSender(how).send({
        method: 'POST',
        url: `https://odd.example:${port}/`,
        headers: {},
        body: 'x',
      }),
    ]);

  it.each([
    [
      'changes the protocol',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
      'another protocol',
    ],
    ['closes without an answer', '', 'no connection to odd.example'],
    ['answers in another language', 'SSH-2.0-OpenSSH_9.2\r\n', 'does not answer by HTTP'],
  ])('that %s is unreachable at once, and the reason names it', async (_how, sent, reason) => {
    behave = (socket) => socket.end(sent);
    for (const answer of await ask(guard(NEVER_MS))) {
      expect(answer).toMatchObject({ kind: 'unreachable', reason: expect.stringContaining(reason) });
      expect(answer).toMatchObject({ reason: expect.stringContaining('odd.example') });
    }
  });

  it('of which the runtime tells nothing at all is unreachable after its time', async () => {
    const forgotten = (() => {
      const request = { on: () => request, end: () => request };
      return request;
    }) as unknown as typeof plainRequest;
    const answers = await ask(guard(50, forgotten));
    expect(answers.map(({ kind }) => kind)).toEqual(['unreachable', 'unreachable']);
  });
});

describe('names', () => {
  let server: NameServer;
  let folder: string;
  beforeEach(async () => {
    server = await startNameServer({ 'honest.example': '93.184.216.34' });
    folder = await mkdtemp(join(tmpdir(), 'jalon-names-'));
  });
  afterEach(async () => {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const noNames = async () => [];
  const toResolver = (caller: () => string, hostNames = noNames as ReturnType<typeof makeHostNames>) =>
    makeNameResolver({ callerOf: () => callerOf(caller()), servers: [server.address], hostNames });

  it('whose servers do not answer hold up no one else', async () => {
    let caller = 'stranger';
    const resolve = toResolver(() => caller);
    const { signal } = new AbortController();
    let ended = 0;
    const over = new AbortController();
    const silent = Array.from({ length: 60 }, (_, at) =>
      resolve(`silent-${at}.example`, over.signal)
        .finally(() => {
          ended += 1;
        })
        .catch(() => {}),
    );
    caller = 'reader';
    expect(await resolve('honest.example', signal)).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(ended).toBe(0);
    // One caller has few names under way: the others wait for their turn.
    expect(new Set(server.asked.filter((name) => name.startsWith('silent'))).size).toBeLessThanOrEqual(12);
    over.abort();
    await Promise.all(silent);
    expect(ended).toBe(60);
  });

  it('are given up at the signal, and make room for those that wait', async () => {
    const resolve = toResolver(() => 'stranger');
    const over = new AbortController();
    const silent = Array.from({ length: 20 }, (_, at) => resolve(`silent-${at}.example`, over.signal));
    const after = resolve('honest.example', new AbortController().signal);
    over.abort();
    expect((await Promise.allSettled(silent)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(await after).toHaveLength(1);
  });

  it('that do not exist are said to be so', async () => {
    const fetcher = makeGuardedFetcher({ resolve: toResolver(() => '') });
    expect(await fetcher.fetch('https://no-such.example/', '*/*')).toMatchObject({
      reason: 'the name no-such.example does not exist (DNS)',
    });
  });

  it('of the machine’s own file are known, and still lead to no private address', async () => {
    const file = join(folder, 'hosts');
    await writeFile(file, '# ours\n127.0.0.1 localhost\n93.184.216.34\tPartner.example alias # here\nx y\n');
    const resolve = toResolver(() => '', makeHostNames(file));
    const { signal } = new AbortController();
    expect(await resolve('partner.EXAMPLE', signal)).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(server.asked).toEqual([]);
    const fetched = await makeGuardedFetcher({ resolve }).fetch('https://localhost/', '*/*');
    expect(fetched).toMatchObject({ reason: 'localhost is not on the public internet' });
  });
});
