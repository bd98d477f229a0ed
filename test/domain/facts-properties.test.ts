import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonFacts, YearFacts } from '../../src/domain/facts/types.ts';
import { isCountable } from '../../src/domain/records.ts';
import { fromDayNumber, toDayNumber } from '../../src/domain/time/calendar.ts';
import { firstDayOf, schoolYearOf } from '../../src/domain/time/school-year.ts';
import { dates, people, segments } from './arbitraries.ts';
import { day, deriveFrom, type EngagementSketch, GUYOT, type PersonSketch } from './builders.ts';

/** The days of W(Y) in the engagements, one by one: slow, but easy to understand. */
function daysOneByOne(
  sketch: PersonSketch,
  year: number,
  on: string,
  holds: (engagement: EngagementSketch) => boolean,
) {
  const held = new Set<string>();
  for (const engagement of sketch.segments ?? []) {
    if (!isCountable(engagement.confirmation ?? 'confirmed') || !holds(engagement)) continue;
    for (let number = toDayNumber(firstDayOf(year)); ; number += 1) {
      const date = fromDayNumber(number);
      if (date > `${year + 1}-06-30` || date > on) break;
      if (date >= engagement.from && date <= (engagement.to ?? '9999'))
        held.add(`${engagement.uai ?? GUYOT} ${date}`);
    }
  }
  return held;
}

function distinctDates(held: ReadonlySet<string>): number {
  return new Set([...held].map((entry) => entry.slice(9))).size;
}

function isAuthorised(entry: string, mission: string, sketch: PersonSketch): boolean {
  const uai = entry.slice(0, 8);
  const date = entry.slice(9);
  return (sketch.authorisations ?? []).some(
    (one) => one.uai === uai && one.mission === mission && date >= one.from && date <= (one.to ?? '9999'),
  );
}

function coveredOneByOne(sketch: PersonSketch, mission: string, year: number, on: string): boolean {
  const held = daysOneByOne(sketch, year, on, ({ missions }) => missions?.includes(mission) ?? false);
  const conditional = ['C6', 'C9'].includes(mission);
  const counted = [...held].filter((entry) => !conditional || isAuthorised(entry, mission, sketch));
  return distinctDates(new Set(counted)) >= 90;
}

/** Everything except the parts without order, which splitting or shuffling must not change. */
function yearsOf(facts: PersonFacts): ReadonlyMap<number, YearFacts> {
  return new Map(facts.years.map((year) => [year.year, year]));
}

function holdsAll<T>(larger: readonly T[], smaller: readonly T[]): boolean {
  return smaller.every((item) => larger.includes(item));
}

describe('facts of a person, for any records', () => {
  test('days and covered missions are the same as by counting day by day', () => {
    fc.assert(
      fc.property(people, dates, (sketch, on) => {
        for (const year of deriveFrom(sketch, on).years) {
          expect(year.days).toBe(distinctDates(daysOneByOne(sketch, year.year, on, () => true)));
          for (const mission of ['A1', 'C4', 'C6', 'C9']) {
            expect(year.covered.some((code) => code === mission)).toBe(
              coveredOneByOne(sketch, mission, year.year, on),
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the order of engagements never matters', () => {
    fc.assert(
      fc.property(people, dates, (sketch, on) => {
        const reversed = { ...sketch, segments: (sketch.segments ?? []).toReversed() };
        expect(deriveFrom(reversed, on)).toEqual(deriveFrom(sketch, on));
      }),
    );
  });

  test('splitting an engagement in two changes nothing', () => {
    fc.assert(
      fc.property(people, segments, fc.nat(400), dates, (sketch, engagement, length, on) => {
        const cut = fromDayNumber(toDayNumber(day(engagement.from)) + length);
        fc.pre(engagement.to === undefined || cut < engagement.to);
        const next = fromDayNumber(toDayNumber(cut) + 1);
        const { to, ...open } = engagement;
        const second: EngagementSketch =
          to === undefined ? { ...open, from: next } : { ...open, from: next, to };
        const whole = { ...sketch, segments: [...(sketch.segments ?? []), engagement] };
        const split = { ...sketch, segments: [...(sketch.segments ?? []), { ...open, to: cut }, second] };
        expect(deriveFrom(split, on)).toEqual(deriveFrom(whole, on));
      }),
    );
  });

  test('an engagement without a confirmation changes nothing', () => {
    fc.assert(
      fc.property(
        people,
        segments,
        fc.constantFrom('requested' as const, 'contested' as const),
        dates,
        (sketch, engagement, confirmation, on) => {
          const more = { ...sketch, segments: [...(sketch.segments ?? []), { ...engagement, confirmation }] };
          expect(deriveFrom(more, on)).toEqual(deriveFrom(sketch, on));
        },
      ),
    );
  });

  test('recording an engagement twice changes nothing', () => {
    fc.assert(
      fc.property(people, dates, (sketch, on) => {
        const twice = { ...sketch, segments: [...(sketch.segments ?? []), ...(sketch.segments ?? [])] };
        expect(deriveFrom(twice, on)).toEqual(deriveFrom(sketch, on));
      }),
    );
  });
});

describe('facts of a person, counted', () => {
  test('a day is never counted twice', () => {
    fc.assert(
      fc.property(people, segments, dates, (sketch, engagement, on) => {
        const only = yearsOf(deriveFrom({ segments: [engagement] }, on));
        const before = yearsOf(deriveFrom(sketch, on));
        const both = deriveFrom({ ...sketch, segments: [...(sketch.segments ?? []), engagement] }, on);
        for (const { year, days } of both.years) {
          const one = before.get(year)?.days ?? 0;
          const other = only.get(year)?.days ?? 0;
          expect(days).toBeLessThanOrEqual(year % 4 === 3 ? 304 : 303);
          expect(days).toBeLessThanOrEqual(one + other);
          expect(days).toBeGreaterThanOrEqual(Math.max(one, other));
        }
      }),
    );
  });

  test('a later date never removes days, values, missions, duration, event years or review years', () => {
    fc.assert(
      fc.property(people, dates, fc.nat(900), (sketch, on, delay) => {
        const earlier = deriveFrom(sketch, on);
        const later = deriveFrom(sketch, fromDayNumber(toDayNumber(on) + delay));
        const laterYears = yearsOf(later);
        expect(later.duration).toBeGreaterThanOrEqual(earlier.duration);
        expect(holdsAll(later.families, earlier.families)).toBe(true);
        expect(holdsAll(later.reviewYears, earlier.reviewYears)).toBe(true);
        for (const year of earlier.years) {
          const then = laterYears.get(year.year);
          expect(then?.days ?? 0).toBeGreaterThanOrEqual(year.days);
          expect(then?.value ?? 0).toBeGreaterThanOrEqual(year.value);
          expect(holdsAll(then?.covered ?? [], year.covered)).toBe(true);
          expect(holdsAll(then?.daneEvents ?? [], year.daneEvents)).toBe(true);
        }
      }),
    );
  });

  test('facts after the date do not exist, but for an engagement that goes on', () => {
    fc.assert(
      fc.property(people, dates, (sketch, on) => {
        const next = fromDayNumber(toDayNumber(on) + 1);
        const past: PersonSketch = {
          segments: (sketch.segments ?? []).filter(({ from }) => from <= next),
          authorisations: sketch.authorisations ?? [],
          attended: (sketch.attended ?? []).filter((event) => event.on <= on),
          reviews: (sketch.reviews ?? []).filter((review) => review.on <= on),
          contributions: sketch.contributions ?? [],
        };
        expect(deriveFrom(past, on)).toEqual(deriveFrom(sketch, on));
      }),
    );
  });
});

describe('years of a person', () => {
  test('years are ascending, none is empty and none lies after the date', () => {
    fc.assert(
      fc.property(people, dates, (sketch, on) => {
        const { years, trainings } = deriveFrom(sketch, on);
        const numbers = years.map(({ year }) => year);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        for (const { year, days, underway, reviewed, daneEvents } of years) {
          const trained = trainings.some((training) => training.year === year && !training.expired);
          expect(days > 0 || underway || reviewed || daneEvents.length > 0 || trained).toBe(true);
          expect(year).toBeLessThanOrEqual(schoolYearOf(day(on)));
        }
      }),
    );
  });

  test('a self-report never counts in two years that are less than three apart', () => {
    fc.assert(
      fc.property(people, dates, (sketch, on) => {
        const reports = {
          reviews: (sketch.reviews ?? []).map((review) => ({ ...review, kind: 'self-report' as const })),
        };
        const { reviewYears } = deriveFrom(reports, on);
        for (const [index, year] of reviewYears.entries()) {
          expect(year - (reviewYears[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(2);
        }
      }),
    );
  });
});
