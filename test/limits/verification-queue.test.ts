import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppEnv } from '../../src/adapters/http/env.ts';
import {
  makeVerificationQueue,
  takeTurn,
} from '../../src/adapters/http/public/credential/verification-queue.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { callerOf } from '../support/callers.ts';
import { type ServedService, startServedService } from '../support/servers/served-service.ts';
import { issueEverything, ONE_RUPN } from '../support/servers/service.ts';

/** An application whose only work waits until the test ends it. */
function makeHeldWork() {
  const queue = makeVerificationQueue();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const app = new Hono<AppEnv>()
    .get('/:caller', async (c) => {
      return takeTurn(c, { verifications: queue }, async () => {
        begun.push(c.req.param('caller'));
        await new Promise<void>((resolve) => ends.push(resolve));
        return c.text('done');
      });
    })
    .onError((error, c) => c.text(error instanceof DomainError ? error.code : 'fault', 503));
  const send = (caller: string, count: number, signal?: AbortSignal) =>
    Array.from({ length: count }, async () =>
      app.request(`/${caller}`, signal ? { signal } : {}, { caller: callerOf(caller) }),
    );
  const endOne = async () => {
    ends.shift()?.();
    await wait();
  };
  return { queue, begun, send, endOne };
}

describe('verifications of uncached pages', () => {
  it('run four at once, and alternate between callers', async () => {
    const { queue, begun, send, endOne } = makeHeldWork();
    send('busy', 100);
    send('other', 2);
    send('third', 1);
    await wait();
    expect([begun.length, queue.waiting()]).toEqual([4, 99]);
    for (let count = 0; count < 6; count += 1) await endOne();
    expect(begun.slice(4)).toEqual(['busy', 'other', 'third', 'busy', 'other', 'busy']);
  });

  it('are refused as overloaded only if the queue is full', async () => {
    const { queue, send, endOne } = makeHeldWork();
    const fits = send('busy', 1004);
    await wait();
    expect(queue.waiting()).toBe(1000);
    const [refused] = await Promise.all(send('busy', 1));
    expect([refused?.status, await refused?.text()]).toEqual([503, 'overloaded']);
    for (let count = 0; count < 1004; count += 1) await endOne();
    expect((await Promise.all(fits)).filter(({ status }) => status !== 200)).toEqual([]);
    expect(queue.waiting()).toBe(0);
  });

  it('give up their place if the client left', async () => {
    const { begun, send, endOne } = makeHeldWork();
    const leaving = new AbortController();
    send('busy', 4);
    const left = send('gone', 3, leaving.signal);
    const stays = send('stays', 1);
    await wait();
    leaving.abort();
    for (let count = 0; count < 5; count += 1) await endOne();
    expect(begun).toEqual(['busy', 'busy', 'busy', 'busy', 'stays']);
    expect((await Promise.allSettled([...left, ...stays])).length).toBe(4);
  });
});

describe('a reader of an uncached page', () => {
  let service: ServedService;
  let path: string;

  beforeAll(async () => {
    service = await startServedService([]);
    await service.importText(ONE_RUPN);
    const [badge] = await issueEverything(service);
    path = badge?.path ?? '';
    await service.services.acceptCredential({ id: badge?.id ?? ('' as never), actor: 'test' });
  });
  afterAll(async () => {
    for (const agent of agents) agent.destroy();
    await service.stop();
  });

  const agents = new Set<Agent>();

  /** Reads the page from this address, as a person whose answer is never cached. */
  function read(localAddress: string, agent: Agent): Promise<number | undefined> {
    agents.add(agent);
    const headers = { Accept: 'text/html', Cookie: '__Host-session=of-no-one' };
    const { port } = new URL(service.url);
    return new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, localAddress, agent, headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode));
      }).once('error', reject);
    });
  }

  it('waits for few of the hundred pages that another caller asks for at once', async () => {
    const busy = Array.from({ length: 100 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
    const reader = new Agent({ keepAlive: true });
    const flood = (count: () => void) =>
      busy.map(async (agent) => {
        expect(await read('127.66.0.1', agent)).toBe(200);
        count();
      });
    // The connections are open before anything is counted.
    await Promise.all([read('127.99.1.1', reader), ...flood(() => {})]);
    const before: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      let done = 0;
      const pages = flood(() => {
        done += 1;
      });
      while (done < 4) await wait(1);
      const early = done;
      expect(await read('127.99.1.1', reader)).toBe(200);
      before.push(done - early);
      await Promise.all(pages);
    }
    // Four run, and the reader's page comes after the next one. Without turns nearly all of the hundred came first.
    expect(before.toSorted((a, b) => a - b)[2]).toBeLessThanOrEqual(20);
  });
});
