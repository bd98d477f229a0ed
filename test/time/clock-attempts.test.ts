import { describe, expect, it } from 'vitest';
import { makeTrustedClock } from '../../src/application/time/trusted-clock.ts';
import { nextAttemptAt } from '../../src/domain/job/outbox.ts';
import { factsRetainedFrom } from '../../src/domain/retention.ts';
import {
  fromDayNumber,
  type Instant,
  isWithin,
  type LocalDate,
  localDateInParis,
  secondsAfter,
  toDayNumber,
} from '../../src/domain/time/calendar.ts';
import { type Evidence, judgeClock, WRITTEN_ON } from '../../src/domain/time/clock-evidence.ts';
import { firstAhead, instantAfter } from '../../src/domain/time/clock-skew.ts';
import { announcedBefore, decideLife } from '../../src/domain/time/confirmed-uptime-days.ts';
import { instantInParis } from '../../src/domain/time/paris-clock.ts';
import { schoolYearOf } from '../../src/domain/time/school-year.ts';

const on = (day: string) => day as LocalDate;
const at = (instant: string) => instant as Instant;
const NOON = at('2027-03-10T12:00:00Z');
const DAY_SECONDS = 86_400;
/** Seconds before the day on which this version was written began. */
const beforeVersion = (seconds: number) => secondsAfter(at(`${WRITTEN_ON}T00:00:00Z`), -seconds);

describe('a clock is judged by evidence', () => {
  const outside = (seconds: number) => ({
    statements: [{ witness: 'database' as const, at: secondsAfter(NOON, seconds) }],
  });
  const LIVED = on('2027-03-10');

  it.each<[string, Partial<Evidence>, readonly string[]]>([
    ['nothing', {}, []],
    ['a server two minutes ahead', outside(120), []],
    ['a server two minutes behind', outside(-120), []],
    ['a server two minutes and a second ahead', outside(121), ['database']],
    ['a server two minutes and a second behind', outside(-121), ['database']],
    [
      'a server of 1970',
      { statements: [{ witness: 'fetched', at: at('1970-01-01T00:00:00Z') }] },
      ['fetched'],
    ],
    [
      'a server of 2038',
      { statements: [{ witness: 'fetched', at: at('2038-01-19T03:14:08Z') }] },
      ['fetched'],
    ],
    [
      'two servers, of which one agrees',
      {
        statements: [
          { witness: 'database', at: NOON },
          { witness: 'identity-provider', at: secondsAfter(NOON, 3600) },
        ],
      },
      ['identity-provider'],
    ],
    ['a clock before the version', { now: beforeVersion(DAY_SECONDS + 1) }, ['version']],
    ['a clock on the day before the version', { now: beforeVersion(DAY_SECONDS) }, []],
    ['the epoch', { now: at('1970-01-01T00:00:00Z') }, ['version']],
    ['the last second of 32 bits', { now: at('2038-01-19T03:14:07Z') }, []],
    ['the second after it', { now: at('2038-01-19T03:14:08Z') }, []],
    ['a year with no leap day', { now: at('2100-02-28T23:59:59Z') }, []],
    ['a signature of a day that was not lived', { signedAt: at('2027-03-20T12:00:00Z'), livedOn: LIVED }, []],
    ['a signature before any day was lived', { signedAt: at('2033-03-10T12:00:00Z') }, []],
    [
      'a signature of the lived day, later than now',
      { signedAt: at('2027-03-10T13:00:00Z'), livedOn: LIVED },
      ['signatures'],
    ],
    ['one of two minutes later', { signedAt: at('2027-03-10T12:02:00Z'), livedOn: LIVED }, []],
    [
      'one after midnight of Paris, which is before midnight of UTC',
      { now: at('2027-03-10T22:00:00Z'), signedAt: at('2027-03-10T23:30:00Z'), livedOn: LIVED },
      [],
    ],
    ['a lived day to come', { livedOn: on('2027-03-11') }, ['lived-days']],
    [
      'a lived day that begins in a minute',
      { now: at('2027-03-10T22:59:00Z'), livedOn: on('2027-03-11') },
      [],
    ],
    [
      'the same in summer, an hour earlier',
      { now: at('2027-07-10T21:59:00Z'), livedOn: on('2027-07-11') },
      [],
    ],
    [
      'the same in summer, by the hour of winter',
      { now: at('2027-07-10T20:59:00Z'), livedOn: on('2027-07-11') },
      ['lived-days'],
    ],
    ['a lived day of 9999', { livedOn: on('9999-12-31') }, ['lived-days']],
    ['the same, against which a server speaks', { ...outside(0), livedOn: on('9999-12-31') }, []],
    ['a jump', { expected: at('2027-03-10T10:00:00Z') }, ['process']],
    [
      'a jump that a server agrees with',
      { ...outside(0), expected: at('2027-03-10T10:00:00Z') },
      ['process'],
    ],
  ])('%s', (_, evidence, witnesses) => {
    const { contradictions, isConfirmed } = judgeClock({ now: NOON, statements: [], ...evidence });
    expect(contradictions.map(({ witness }) => witness)).toEqual(witnesses);
    if (witnesses.length > 0) expect(isConfirmed).toBe(false);
  });
});

describe('a clock in a process', () => {
  function begin() {
    const fixture = { now: NOON, seconds: 0 };
    const time = makeTrustedClock({
      store: { readClocks: async () => ({}) } as never,
      clock: { now: () => fixture.now },
      monotonic: () => fixture.seconds,
      trustsClock: false,
      log: { info: () => {}, error: () => {} },
    });
    return {
      time,
      async pass(seconds: number, byTheClock = seconds) {
        fixture.seconds += seconds;
        fixture.now = secondsAfter(fixture.now, byTheClock);
        return (await time.look()).contradictions.map(({ witness }) => witness);
      },
    };
  }

  it.each<[string, readonly (readonly [number, number?])[], number]>([
    ['a minute is no jump', [[600, 660]], 0],
    ['a minute and a second is one', [[600, 661]], 1],
    ['back is one too', [[600, 539]], 1],
    ['six steps of eleven seconds within an hour are one', Array(6).fill([600 - 11, 600]), 1],
    ['six steps of eleven seconds, an hour apart, are none', Array(6).fill([3601, 3612]), 0],
    [
      'there and back within a minute of steps is none',
      [
        [10, 40],
        [10, -20],
      ],
      0,
    ],
    [
      'there and back are two',
      [
        [10, 4000],
        [10, -4000],
      ],
      2,
    ],
    ['a night of sleep is one', [[5, 36_000], [60]], 1],
    ['an hour of winter put on by hand is one', [[10, 3610]], 1],
    ['years are one', [[10, 190_000_000], [10], [3600]], 1],
    [
      'a clock that stands still is one every minute and more',
      [
        [61, 0],
        [61, 0],
      ],
      2,
    ],
    [
      'a clock that runs a hundredth too fast is none in an hour',
      [
        [3601, 3637],
        [3601, 3637],
      ],
      0,
    ],
    [
      'a clock that runs a fiftieth too fast is one an hour',
      [
        [3600, 3672],
        [3600, 3672],
      ],
      2,
    ],
  ])('%s', async (_, steps, jumps) => {
    const { time, pass } = begin();
    for (const [seconds, byTheClock] of steps) await pass(seconds, byTheClock);
    expect(time.jumps()).toBe(jumps);
  });

  it.each(['+275760-09-12T23:59:59Z', '-000001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '10000', ''])(
    'hears nothing of a witness that says %s',
    async (stated) => {
      const { time, pass } = begin();
      time.hear('identity-provider', at(stated));
      expect(await pass(1)).toEqual([]);
    },
  );

  it('carries a witness forward for a quarter of an hour, and no longer', async () => {
    const { time, pass } = begin();
    time.hear('fetched', secondsAfter(NOON, 600));
    expect(await pass(900)).toEqual(['fetched']);
    expect(await pass(1)).toEqual([]);
  });

  it('believes the newest word of a witness', async () => {
    const { time, pass } = begin();
    time.hear('fetched', at('2033-03-10T12:00:00Z'));
    expect(await pass(1)).toEqual(['fetched']);
    time.hear('fetched', secondsAfter(NOON, 1));
    expect(await pass(1)).toEqual([]);
  });
});

describe('a day of life', () => {
  const run = (today: string, newest?: string) => ({
    ...{ today: on(today), newest: newest === undefined ? undefined : on(newest) },
    ...{ contradictedBy: undefined, isConfirmed: true, livedSeconds: 0, isContinued: true },
  });
  it.each([
    ['the first', run('2027-03-10'), 'lived'],
    ['the same again', run('2027-03-10', '2027-03-10'), 'known'],
    ['after a long weekend', run('2027-03-14', '2027-03-10'), 'lived'],
    ['after a day more', run('2027-03-15', '2027-03-10'), 'anew'],
    ['over the end of February', run('2027-03-04', '2027-02-28'), 'lived'],
    ['over a leap day', run('2028-03-03', '2028-02-28'), 'lived'],
    ['over a leap day, a day more', run('2028-03-04', '2028-02-28'), 'anew'],
    ['over the end of the year', run('2028-01-04', '2027-12-31'), 'lived'],
    ['over the change to summer time', run('2027-03-30', '2027-03-26'), 'lived'],
    ['over the change to winter time', run('2027-11-02', '2027-10-29'), 'lived'],
    ['over the end of the school year', run('2027-09-01', '2027-08-31'), 'lived'],
    ['years later', run('2033-03-10', '2027-03-10'), 'anew'],
    [
      'of an hour less a second without a witness',
      { ...run('2027-03-10'), isConfirmed: false, livedSeconds: 3599 },
      'not-yet',
    ],
    [
      'of an hour without a witness',
      { ...run('2027-03-10'), isConfirmed: false, livedSeconds: 3600 },
      'lived',
    ],
    ['in another place', { ...run('2027-03-11', '2027-03-10'), isContinued: false }, 'anew'],
    [
      'that something contradicts',
      { ...run('2027-03-11', '2027-03-10'), contradictedBy: 'fetched' as const },
      'anew',
    ],
    ['at the end of all days', run('9999-12-31', '2027-03-10'), 'anew'],
  ])('%s', (_, seen, kind) => {
    expect(decideLife(seen).kind).toBe(kind);
  });

  it.each([
    ['six days and today', 7, undefined],
    ['seven days and today', 8, '2027-03-03'],
    ['ten days and today', 11, '2027-03-03'],
  ])('counts %s', (_, count, before) => {
    const today = toDayNumber(on('2027-03-10'));
    const days = Array.from({ length: count }, (_unused, ago) => fromDayNumber(today - ago));
    expect(announcedBefore(days, on('2027-03-10'))).toBe(before);
    expect(announcedBefore(days.toReversed(), on('2027-03-10'))).toBe(before);
  });

  it('does not count days to come', () => {
    const days = Array.from({ length: 20 }, (_, at) => fromDayNumber(toDayNumber(on('2027-03-10')) + at));
    expect(announcedBefore(days, on('2027-03-10'))).toBeUndefined();
  });
});

describe('the calendar', () => {
  it.each([
    ['2027-03-27T22:59:59Z', '2027-03-27'],
    ['2027-03-27T23:00:00Z', '2027-03-28'],
    ['2027-03-28T21:59:59Z', '2027-03-28'],
    ['2027-03-28T22:00:00Z', '2027-03-29'],
    ['2027-10-30T22:00:00Z', '2027-10-31'],
    ['2027-10-31T22:59:59Z', '2027-10-31'],
    ['2027-10-31T23:00:00Z', '2027-11-01'],
    ['2028-02-28T23:00:00Z', '2028-02-29'],
    ['2028-02-29T23:00:00Z', '2028-03-01'],
    ['2100-02-28T23:00:00Z', '2100-03-01'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2038-01-19T03:14:08Z', '2038-01-19'],
  ])('in Paris, %s is on %s', (instant, day) => {
    expect(localDateInParis(at(instant))).toBe(day);
  });

  it.each([
    ['2027-03-28', '01:59', '2027-03-28T00:59:00Z'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00Z'],
    ['2027-10-31', '04:00', '2027-10-31T03:00:00Z'],
    ['2028-02-29', '00:00', '2028-02-28T23:00:00Z'],
  ])('the clocks of Paris show %s %s at %s', (day, time, instant) => {
    expect(instantInParis(on(day), time)).toBe(instant);
  });

  it.each([
    ['2027-08-31', 2026, '2021-09-01'],
    ['2027-09-01', 2027, '2022-09-01'],
    ['2028-02-29', 2027, '2022-09-01'],
  ])('%s is in the school year %i, in which facts from %s are kept', (day, year, saved) => {
    expect(schoolYearOf(on(day))).toBe(year);
    expect(factsRetainedFrom(on(day))).toBe(saved);
  });

  it('counts every day of four hundred years once', () => {
    const first = toDayNumber(on('1900-01-01'));
    for (let number = first; number < first + 146_097; number += 1) {
      if (toDayNumber(fromDayNumber(number)) !== number) throw new Error(fromDayNumber(number));
    }
  });
});

describe('what follows an instant', () => {
  it.each([
    ['the second after, where both are the same', NOON, '2027-03-10T12:00:01Z'],
    ['now, where it is earlier', at('2027-03-10T11:59:59Z'), NOON],
    [
      'the second after, where another machine is a little ahead',
      at('2027-03-10T12:02:00Z'),
      '2027-03-10T12:02:01Z',
    ],
    ['now, where a clock was ahead', at('2027-03-10T12:02:01Z'), NOON],
    ['now, where a clock was years ahead', at('2033-03-10T12:00:00Z'), NOON],
  ])('is %s', (_, before, instant) => {
    expect(instantAfter(before, NOON)).toBe(instant);
  });

  it.each([
    ['at its beginning', NOON, true],
    ['at its last second', at('2027-03-10T11:59:01Z'), true],
    ['at its end', at('2027-03-10T11:59:00Z'), false],
    ['where it begins a second later', at('2027-03-10T12:00:01Z'), false],
    ['where it begins years later', at('2033-03-10T12:00:00Z'), false],
  ])('%s, a minute is read rightly', (_, since, within) => {
    expect(isWithin(NOON, since, 60)).toBe(within);
  });

  it.each([0, 1, 2, 10, 20, 60, 1100, 100_000])(
    'a task is tried again within an hour of failure %i',
    (attempts) => {
      const next = nextAttemptAt(attempts, NOON);
      expect(next > NOON && next <= secondsAfter(NOON, 3600)).toBe(true);
    },
  );

  it('is two minutes later for what is ahead, also over the ends of hours, days and years', () => {
    expect(firstAhead(at('2027-12-31T23:59:00Z'))).toBe('2028-01-01T00:01:00Z');
    expect(firstAhead(at('2028-02-28T23:59:30Z'))).toBe('2028-02-29T00:01:30Z');
  });
});
