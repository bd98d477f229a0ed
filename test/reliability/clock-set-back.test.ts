import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTrustedClock } from '../../src/application/time/trusted-clock.ts';
import { clock, waitUntilAfter } from '../../src/assembly/system-ports.ts';
import { type Instant, type LocalDate, secondsAfter } from '../../src/domain/time/calendar.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import {
  issueEverything,
  ONE_RUPN,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

const NOON = '2027-03-10T12:00:00Z' as Instant;
const TODAY = '2027-03-10' as LocalDate;
const HOUR = 3600;
const DAY = 24 * HOUR;

describe('the keeper of time', () => {
  const setUp = (clocks: object = {}, trustsClock = false) => {
    const fixture = { now: NOON, seconds: 0 };
    const time = makeTrustedClock({
      store: { readClocks: async () => clocks, readLife: async () => ({ days: [] }) },
      clock: { now: () => fixture.now },
      monotonic: () => fixture.seconds,
      trustsClock,
      log: { info: () => {}, error: () => {} },
    });
    const pass = (seconds: number, byTheClock = seconds) => {
      fixture.seconds += seconds;
      fixture.now = secondsAfter(fixture.now, byTheClock);
    };
    const witnesses = async () => (await time.look()).contradictions.map(({ witness }) => witness);
    return { time, pass, witnesses };
  };

  it.each(['database', 'identity-provider', 'fetched'] as const)(
    'refuses to sign while the clock is two minutes from the witness %s, and goes on by itself',
    async (witness) => {
      const { time, pass } = setUp();
      time.hear(witness, secondsAfter(NOON, -HOUR));
      await expect(time.check()).rejects.toMatchObject({ code: 'clock-contradicted', params: { witness } });
      time.hear(witness, secondsAfter(NOON, 100));
      await time.check();
      pass(60);
      expect(await time.look()).toMatchObject({ contradictions: [], isConfirmed: true });
    },
  );

  it('carries what it heard forward by the monotonic clock, and forgets it after a quarter of an hour', async () => {
    const { time, pass } = setUp();
    time.hear('fetched', NOON);
    pass(600);
    expect((await time.look()).isConfirmed).toBe(true);
    pass(400);
    expect((await time.look()).isConfirmed).toBe(false);
    time.hear('fetched', secondsAfter(NOON, -DAY));
    pass(901);
    await time.check();
  });

  it('notices a jump once: a suspended machine is no contradiction for ever', async () => {
    const { time, pass, witnesses } = setUp();
    pass(60);
    expect(await witnesses()).toEqual([]);
    pass(60, 8 * HOUR);
    expect(await witnesses()).toEqual(['process']);
    expect(time.jumps()).toBe(1);
    await time.check();
    pass(60);
    expect(await witnesses()).toEqual([]);
  });

  it('takes a signature as evidence only if its day was lived, and no other machine confirms the clock', async () => {
    const signedAt = secondsAfter(NOON, DAY);
    expect(await setUp({ signedAt }).witnesses()).toEqual([]);
    expect(await setUp({ signedAt, livedOn: TODAY }).witnesses()).toEqual([]);
    const lived = { signedAt, livedOn: '2027-03-11' };
    expect(await setUp(lived).witnesses()).toEqual(['signatures', 'lived-days']);
    await setUp(lived).time.check();
    expect(await setUp({ ...lived, serverAt: NOON }).witnesses()).toEqual([]);
    expect(await setUp({ signedAt: secondsAfter(NOON, 100), livedOn: TODAY }).witnesses()).toEqual([]);
  });

  it('knows that it cannot be earlier than the day on which the program was written', async () => {
    const { time, pass } = setUp();
    pass(0, -400 * DAY);
    await expect(time.check()).rejects.toMatchObject({ params: { witness: 'version' } });
  });

  it('signs by the word of the operator, whoever contradicts', async () => {
    const { time } = setUp({ serverAt: secondsAfter(NOON, -HOUR) }, true);
    await time.check();
    expect(await time.look()).toMatchObject({ contradictions: [] });
  });

  it('delays no one for more than a few seconds', async () => {
    const far = secondsAfter(clock.now(), HOUR);
    expect((await waitUntilAfter(far)) < far).toBe(true);
    const near = secondsAfter(clock.now(), 50);
    expect(await waitUntilAfter(near)).toBe(secondsAfter(near, 1));
    const now = clock.now();
    expect((await waitUntilAfter(now)) > now).toBe(true);
  });
});

describe('a service with a badge that is dated a day ahead of its clock', { timeout: 240_000 }, () => {
  let service: TestService;
  let listId: string;
  /** A process that starts now, and finds the earlier signature. */
  let late: NodeContext;
  beforeEach(async () => {
    service = await startTestService();
    await service.importText(ONE_RUPN);
    await issueEverything(service);
    const database = new Sqlite(service.environment['DATABASE_URL']?.slice('sqlite:'.length) ?? '');
    const tomorrow = secondsAfter(clock.now(), DAY);
    database.prepare('update credential set valid_from = ?').run(tomorrow);
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

  it('says so in readiness, answers pages, and publishes its lists', async () => {
    const ready = await late.app.request('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ warnings: ['badge-dated-ahead'] });
    expect((await late.app.request('/badges')).status).toBe(200);
    expect((await late.app.request(`${TEST_ORIGIN}/status/${listId}`)).status).toBe(200);
  });

  it('signs the badge again at once where its holder chooses, with the true time', async () => {
    const { code } = await jalon(['accept', '--all', '--name', 'full', '--lang', 'en'], {
      environment: service.environment,
    });
    expect(code).toBe(0);
    const [credential] = await late.ports.store.readCredentials({ limit: 1 });
    expect((credential?.credential?.validFrom ?? '') <= clock.now()).toBe(true);
  });

  it('signs it again by itself once today was lived', async () => {
    await late.services.runMaintenance();
    expect(await late.ports.store.readCredentialsDatedAfter(secondsAfter(clock.now(), HOUR), 5)).toHaveLength(
      1,
    );
    late.ports.time.hear('fetched', clock.now());
    await late.services.runMaintenance();
    expect(await late.ports.store.readCredentialsDatedAfter(secondsAfter(clock.now(), HOUR), 5)).toEqual([]);
  });

  it('answers 503 for writing while another machine’s clock contradicts, and 200 for reading', async () => {
    late.ports.time.hear('fetched', secondsAfter(clock.now(), -DAY));
    expect(await (await late.app.request('/health/ready')).json()).toMatchObject({
      status: 'ok',
      warnings: ['clock-off-fetched', 'badge-dated-ahead'],
    });
    const writing = await late.app.request('/health/ready?for=writing');
    expect(writing.status).toBe(503);
    expect(await writing.json()).toMatchObject({ reason: 'clock' });
  });
});
