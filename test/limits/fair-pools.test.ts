import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { generateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { clock } from '../../src/assembly/system-ports.ts';
import { makeNameResolver } from '../../src/open-badges/fetching/resolve-name.node.ts';
import { callerOf } from '../support/callers.ts';
import { ask, multipart } from '../support/load/floods.ts';
import { png } from '../support/load/floods-of-files.ts';
import { type NameServer, startNameServer } from '../support/servers/dns.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';

const COUNTS = [1, 4, 16, 256];

/** The caller of a flood with this number: each in a network of its own, or all in one. */
const floodCaller = {
  networks: (at: number) => `198.${at}.100.7`,
  addresses: (at: number) => `2001:db8:1:${at}::7`,
};

describe('look-ups of names that no server answers', () => {
  let server: NameServer;
  beforeAll(async () => {
    server = await startNameServer({ 'honest.example': '93.184.216.34' });
  });
  afterAll(() => server.stop());

  it.each(COUNTS)('of %i callers keep no other caller from a name', async (count) => {
    let caller = callerOf('');
    let timesFull = 0;
    const onFull = () => {
      timesFull += 1;
    };
    const resolve = makeNameResolver({
      ...{ callerOf: () => caller, servers: [server.address], hostNames: async () => [], onFull },
    });
    const over = new AbortController();
    const silent: Promise<unknown>[] = [];
    for (let at = 0; at < 1400; at += 1) {
      caller = callerOf(floodCaller.networks(at % count));
      silent.push(resolve(`silent-${count}-${at}.example`, over.signal).catch(() => {}));
    }
    await wait(50);
    expect(timesFull).toBeGreaterThan(0);
    caller = callerOf('reader');
    const limit = AbortSignal.timeout(10_000);
    // Each caller has a share: with 256 others there is less than one look-up a second for each.
    const wanted = count > 100 ? 1 : 4;
    const names = Array.from({ length: wanted }, () => resolve('honest.example', limit));
    expect(await Promise.all(names)).toHaveLength(wanted);
    over.abort();
    await Promise.all(silent);
  });
});

describe.each(Object.entries(floodCaller))('photographs of callers in %s of their own', (kind, addressOf) => {
  let folder: string;
  let server: RunningServer;
  let flood: Promise<void>[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jalon-photographs-'));
    await generateKeys({ folder: join(folder, 'keys'), at: clock.now() });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  afterEach(async () => {
    await server?.stop();
    await Promise.all(flood);
  });

  const large = multipart('photo.png', png({ width: 2800, height: 2800, grey: () => 128 }));
  const small = multipart('photo.png', png({ width: 200, height: 200, grey: (x, y) => (x ^ y) & 255 }));
  const send = (photo: typeof large, address: string) =>
    ask(`${server.url}/api/v1/verifications`, {
      ...photo,
      headers: { ...photo.headers, 'X-Forwarded-For': address },
    });

  it.each(kind === 'networks' ? COUNTS : [256])(
    '%i of them keep no other caller from a photograph',
    async (count) => {
      server = await startServer({
        DATABASE_URL: `sqlite:${join(folder, `${count}.db`)}`,
        KEYS_DIR: join(folder, 'keys'),
        TRUST_PROXY: '1',
        LIMIT_VERIFICATIONS: '0',
      });
      const usual = await send(small, '203.0.113.5');
      let refused = 0;
      flood = Array.from({ length: 520 }, async (_, at) => {
        const status = await send(large, addressOf(at % count)).catch(() => 0);
        if (status === 503) refused += 1;
      });
      // The pool is full: some of the flood is refused.
      while (refused === 0) await wait(50);
      const statuses = [];
      for (let times = 0; times < 3; times += 1) {
        statuses.push(await send(small, '203.0.113.5'));
        statuses.push(await ask(`${server.url}/health/live`));
      }
      expect(statuses).toEqual([usual, 200, usual, 200, usual, 200]);
    },
    180_000,
  );
});
