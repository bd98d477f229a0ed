import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { AppEnv } from '../../src/adapters/http/env.ts';
import {
  makeVerificationQueue,
  takeTurn,
} from '../../src/adapters/http/public/credential/verification-queue.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { callerOf } from '../support/callers.ts';

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
