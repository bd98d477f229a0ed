import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { clock } from '../../src/assembly/system-ports.ts';
import { ask, holdHalfSent, SENDERS, type Sender } from '../support/load/half-sent.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';

const CONNECTIONS = 300;
/** So many the flood wants to hold: twice as many as there may be. */
const WANTED = 2 * CONNECTIONS;
const QUESTIONS = 25;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-fair-'));
  await generateKeys({ folder: join(folder, 'keys'), at: clock.now() });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const reached = async (server: RunningServer, limit: string): Promise<number> => {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`jalon_limits_reached_total{limit="${limit}"`));
  return Number(line?.split(' ')[1] ?? 0);
};

describe.each(Object.entries(SENDERS))('half-sent forms of callers %s', (kind, sendersOf) => {
  const isForwarded = kind.includes('proxy');
  let server: RunningServer;
  let port: number;
  beforeAll(async () => {
    server = await startServer({
      DATABASE_URL: `sqlite:${join(folder, `${isForwarded}-${Date.now()}.db`)}`,
      KEYS_DIR: join(folder, 'keys'),
      LIMIT_CONNECTIONS: String(CONNECTIONS),
      TRUST_PROXY: isForwarded ? '1' : '0',
    });
    port = Number(new URL(server.url).port);
  });
  afterAll(() => server?.stop());

  const reader: Sender = isForwarded
    ? { localAddress: '127.0.0.1', forwardedFor: '203.0.113.5' }
    : { localAddress: '127.99.1.1' };

  it.each([1, 4, 16, 256])(
    'of %i callers keep no reader and no health check out',
    async (count) => {
      const before = await reached(server, 'connections');
      const flood = holdHalfSent(port, sendersOf(count), WANTED);
      try {
        while ((await reached(server, 'connections')) === before) await wait(100);
        const answers: (number | string)[] = [];
        for (let sent = 0; sent < QUESTIONS; sent += 1) {
          answers.push(await ask(port, '/verify', reader));
          answers.push(await ask(port, '/health/live', { localAddress: '127.0.0.1' }));
        }
        // The flood still wants all that it can hold. Where the service ends slow ones, it opens others.
        while (flood.open() < CONNECTIONS * 0.9) await wait(20);
        expect(answers.filter((answer) => answer !== 200)).toEqual([]);
      } finally {
        await flood.stop();
      }
    },
    120_000,
  );
});
