import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import type { Store } from '../../src/application/ports.ts';
import { makeTrustedClock } from '../../src/application/time/trusted-clock.ts';
import { makeUptimeDays } from '../../src/application/time/uptime-days.ts';
import { audit } from '../../src/domain/audit/entry.ts';
import { holdRetention, isHeld, lastHoldDay } from '../../src/domain/retention.ts';
import { type Instant, type LocalDate, secondsAfter } from '../../src/domain/time/calendar.ts';
import { ADA } from '../contracts/store-values.ts';
import { audited } from '../support/audited.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { somePorts } from '../support/servers/some-ports.ts';

const NOON = '2027-03-10T12:00:00Z' as Instant;
const DAY = 86_400;
const YEARS = 6 * 365 * DAY;
const SILENT = { info: () => {}, error: () => {} };

let folder: string;
let store: Store;
let logged: string[];
const open = () => openSqliteStore({ file: join(folder, 'jalon.db'), migrationsFolder: MIGRATIONS });
beforeEach(async () => {
  logged = [];
  folder = await mkdtemp(join(tmpdir(), 'jalon-sure-'));
  store = await open();
  await store.commit(
    Array.from({ length: 7 }, (_, at) => ({ kind: 'day-lived', day: `2027-03-0${at + 3}` as LocalDate })),
  );
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** A process on the database. */
function begin(on: Store = store, id = 'mark', trustsClock = false) {
  const fixture = { now: NOON, seconds: 0 };
  const marks = Array.from({ length: 50 }, (_, at) => `${id}-${at}`).values();
  const monotonic = () => fixture.seconds;
  const time = makeTrustedClock({
    store: on,
    clock: { now: () => fixture.now },
    monotonic,
    trustsClock,
    log: { ...SILENT, error: (event) => void logged.push(event) },
  });
  const ids = { uuid: () => marks.next().value ?? '' };
  const days = makeUptimeDays(
    somePorts({ store: on, ids, log: SILENT, time, monotonic, trustsClock: false }),
  );
  const pass = (seconds: number, byTheClock = seconds) => {
    fixture.seconds += seconds;
    fixture.now = secondsAfter(fixture.now, byTheClock);
  };
  return { time, days, pass };
}
const since = async (days: ReturnType<typeof begin>['days']) => (await days.sureTime())?.announcedBefore;

describe('what cannot be undone', () => {
  it('may be done once seven days before today were lived', async () => {
    const { days } = begin();
    expect(await days.sureTime()).toBeUndefined();
    await days.count();
    expect(await since(days)).toBe('2027-03-03');
  });

  it('waits after a jump that someone else’s look has seen, until the next count begins again', async () => {
    const { days, time, pass } = begin();
    await days.count();
    pass(1, YEARS);
    await time.check();
    expect(await days.sureTime()).toBeUndefined();
    await days.count();
    expect(await since(days)).toBeUndefined();
    expect((await store.readLife()).days).toEqual([]);
  });

  it('waits where the count fails, whatever days the database tells', async () => {
    const broken = { ...store, readHome: () => Promise.reject(new Error('gone')) };
    const { days } = begin(broken);
    await expect(days.count()).rejects.toThrow('gone');
    expect(await days.sureTime()).toBeUndefined();
  });

  it('waits after many small steps of the clock', async () => {
    const { days, pass } = begin();
    await days.count();
    for (let step = 0; step < 3; step += 1) {
      pass(5, 50);
      await days.count();
    }
    expect((await store.readLife()).days).toEqual([]);
  });

  it('does not wait for ever where a right clock finds a uptime day that is to come', async () => {
    await store.commit([{ kind: 'day-lived', day: '2033-03-10' as LocalDate }]);
    const { days, time } = begin();
    time.hear('fetched', NOON);
    await days.count();
    expect((await store.readLife()).days).toEqual([]);
    await days.count();
    expect((await store.readLife()).days).toEqual(['2027-03-10']);
  });

  it('goes on where two processes renew the mark at once', async () => {
    const other = await open();
    const one = begin(store, 'a');
    const two = begin(other, 'b');
    for (let hour = 0; hour < 20; hour += 1) {
      await Promise.all([one.days.count(), two.days.count()]);
      for (const { pass } of [one, two]) pass(1801);
    }
    expect((await store.readLife()).days.slice(0, 2)).toEqual(['2027-03-03', '2027-03-04']);
    expect(await store.readMark()).toBe((await store.readLife()).mark);
    await other.close();
  });

  it('is not stopped by a witness that tells no time', async () => {
    const { days, time, pass } = begin();
    time.hear('identity-provider', '+275760-09-12T23:59:59Z' as Instant);
    pass(5);
    await days.count();
    await time.check();
  });
});

describe('a hold', () => {
  const hold = {
    begunOn: '2026-09-10' as LocalDate,
    untilOn: '2026-12-09' as LocalDate,
    reason: 'Enquête',
    heldBy: ADA,
  };
  const NEXT_YEAR = '2027-09-10' as LocalDate;
  const requested = { untilOn: '2027-09-30' as LocalDate, reason: 'Enquête', by: ADA };

  it('counts with an earlier one of the same announcement, and not with that of an earlier year', () => {
    const same = { hold, firstAnnouncedOn: '2026-09-01' as LocalDate };
    expect(lastHoldDay('2026-12-20' as LocalDate, same)).toBe('2026-12-09');
    const later = { hold, firstAnnouncedOn: '2027-09-01' as LocalDate };
    expect(holdRetention(requested, NEXT_YEAR, later).begunOn).toBe(NEXT_YEAR);
  });

  it('that a clock years ahead wrote holds until it is ended, and counts for no other', () => {
    const ahead = { ...hold, begunOn: '2033-09-10' as LocalDate, untilOn: '2033-12-09' as LocalDate };
    expect(isHeld(ahead, NEXT_YEAR)).toBe(true);
    const before = { hold: ahead, firstAnnouncedOn: '2027-09-01' as LocalDate };
    expect(lastHoldDay(NEXT_YEAR, before)).toBe('2027-12-09');
  });
});

describe('a clock that is far ahead of the newest record', () => {
  const record = (daysAgo: number) => {
    const at = secondsAfter(NOON, -daysAgo * DAY);
    return audited(store).commit([audit('file-imported', { at, actor: ADA, subject: `import ${daysAgo}` })]);
  };
  const begun = async (uptimeDays: number, trustsClock = false) => {
    await store.commit([
      { kind: 'lived-days-begun-anew' },
      ...Array.from({ length: uptimeDays }, (_, at) => ({
        kind: 'day-lived' as const,
        day: `2027-03-0${at + 3}` as LocalDate,
      })),
    ]);
    return begin(store, 'mark', trustsClock);
  };
  const cases = [399, 401].flatMap((daysAgo) =>
    [6, 7].flatMap((uptimeDays) =>
      [false, true].flatMap((isHeard) =>
        [false, true].map((trustsClock) => ({ daysAgo, uptimeDays, isHeard, trustsClock })),
      ),
    ),
  );

  it.each(cases)(
    'is reported unless $uptimeDays uptime days, evidence ($isHeard) or trust ($trustsClock) support it: $daysAgo days',
    async ({ daysAgo, uptimeDays, isHeard, trustsClock }) => {
      await record(daysAgo);
      const { time } = await begun(uptimeDays, trustsClock);
      if (isHeard) time.hear('fetched', NOON);
      const isFar = daysAgo > 400 && uptimeDays < 7 && !isHeard && !trustsClock;
      expect((await time.look()).isFarFromRecord).toBe(isFar);
      await time.look();
      expect(logged).toEqual(isFar ? ['clock-far-from-record'] : []);
    },
  );

  it('is still reported after a restart that follows its own records', async () => {
    await record(401);
    await record(0);
    await record(29);
    const { time } = await begun(0);
    expect((await time.look()).isFarFromRecord).toBe(true);
  });

  it('is no longer reported once another machine has confirmed it, until it jumps', async () => {
    await record(401);
    const { time, pass } = await begun(0);
    time.hear('fetched', NOON);
    await time.look();
    pass(3600);
    expect((await time.look()).isFarFromRecord).toBe(false);
    pass(120, YEARS);
    await time.look();
    expect((await time.look()).isFarFromRecord).toBe(true);
  });

  it('is compared with the daily state of the log too, and with nothing in a new database', async () => {
    expect((await (await begun(0)).time.look()).isFarFromRecord).toBe(false);
    const state = { size: 0, note: 'x', signedAt: '2026-12-31T12:00:00Z' as Instant };
    await record(500);
    await store.commit([
      {
        kind: 'checkpoint-signed',
        log: 'badges',
        checkpoint: { ...state, day: '2026-12-31' as LocalDate },
      },
    ]);
    expect((await (await begun(0)).time.look()).isFarFromRecord).toBe(false);
  });
});
