import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeClockGuard } from '../../src/application/upkeep/clock-guard.ts';
import { clock, waitUntilAfter } from '../../src/assembly/system.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/time.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/service.ts';

const NOON = '2027-03-10T12:00:00Z' as Instant;

describe('a clock', () => {
  const setUp = (signedAt?: Instant, trustsClock = false) => {
    const time = { now: NOON };
    const guard = makeClockGuard({
      store: { readClocks: async () => (signedAt ? { signedAt } : {}) },
      clock: { now: () => time.now },
      trustsClock,
    });
    return { time, check: guard.check };
  };

  it('that was set back after a signature of this process is refused until it is right again', async () => {
    const { time, check } = setUp();
    await check();
    time.now = secondsAfter(NOON, -3600);
    await expect(check()).rejects.toMatchObject({ code: 'clock-set-back', params: { newest: NOON } });
    time.now = secondsAfter(NOON, 1);
    await check();
  });

  it('that is behind another process’s signature is refused at the first signature', async () => {
    await expect(setUp(secondsAfter(NOON, 86_400)).check()).rejects.toMatchObject({ code: 'clock-set-back' });
    await setUp(secondsAfter(NOON, 30)).check();
    await setUp(secondsAfter(NOON, 86_400), true).check();
  });

  it('delays nobody for more than a few seconds', async () => {
    await expect(waitUntilAfter(secondsAfter(clock.now(), 3600))).rejects.toMatchObject({
      code: 'clock-set-back',
    });
    await waitUntilAfter(clock.now());
  });
});

describe('a service whose clock was set back by a day', { timeout: 240_000 }, () => {
  let service: TestService;
  let listId: string;
  /** A process that starts now, and finds the earlier signatures. */
  let late: NodeContext;
  beforeEach(async () => {
    service = await startTestService();
    await service.importText(ONE_RUPN);
    await issueEverything(service);
    const database = new Sqlite(service.environment['DATABASE_URL']?.slice('sqlite:'.length) ?? '');
    // The badge is dated as if it had been signed tomorrow, so the service sees a clock that was set back.
    const tomorrow = secondsAfter(clock.now(), 86_400);
    database.prepare('update credential set valid_from = ?').run(tomorrow);
    database.exec('update award set signed = 0');
    database.exec('update status_list set revision = revision + 1');
    listId = String(database.prepare('select id from status_list').pluck().get());
    database.close();
    late = await openNodeContext(service.environment);
    await late.keys.open();
  });
  afterEach(async () => {
    await late.close();
    await service.stop();
  });

  it('signs nothing on the command line, which explains this in one line and ends', async () => {
    const { code, stderr } = await jalon(['accept', '--all', '--name', 'full', '--lang', 'en'], {
      environment: service.environment,
    });
    expect(code).toBe(3);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining("The server's clock says")]);
  });

  it('reports it in readiness, still answers pages, and refuses to sign a list', async () => {
    const ready = await late.app.request('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ warnings: ['clock-behind-signatures'] });
    expect((await late.app.request('/badges')).status).toBe(200);
    const list = await late.app.request(`/status/${listId}`);
    expect(list.status).toBe(503);
    expect(await list.json()).toMatchObject({ code: 'clock-set-back' });
  });
});
