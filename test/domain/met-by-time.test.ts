import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/domain/criteria/evaluate.ts';
import { type MetByTimeQuestion, metByTime } from '../../src/domain/criteria/met-by-time.ts';
import { engagementDayError } from '../../src/domain/engagement/validate-dates.ts';
import { derivePersonFacts } from '../../src/domain/facts/derive-person.ts';
import { fromDayNumber, type LocalDate, monthsAfter, toDayNumber } from '../../src/domain/time/calendar.ts';
import { framework } from '../support/office.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { dates, people } from './arbitraries.ts';
import { basis, criteria, day, makePerson, type PersonSketch } from './builders.ts';

function question(
  sketch: PersonSketch,
  code: string,
  span: { today: string; until: string },
): MetByTimeQuestion {
  const definition = criteria.achievements.find((one) => one.code === code);
  if (definition === undefined) throw new Error(`no badge ${code}`);
  const { today, until } = span;
  return {
    record: makePerson(sketch),
    definition,
    criteria,
    framework,
    today: day(today),
    until: day(until),
  };
}

/** Tries every day after today, one by one: slow, but easy to understand. */
function dayByDay({ record, definition, today, until }: MetByTimeQuestion): LocalDate | undefined {
  for (let number = toDayNumber(today) + 1; number <= toDayNumber(until); number += 1) {
    const on = fromDayNumber(number);
    if (evaluate({ definition, criteria, facts: derivePersonFacts(record, on, basis) }).met) return on;
  }
  return undefined;
}

const BADGES = criteria.achievements
  .filter(({ recipient }) => recipient === 'person')
  .map(({ code }) => code);

describe('the day on which time alone meets a badge', () => {
  test('is the first of all future days, for any records', { timeout: MUCH_WORK_MS }, () => {
    fc.assert(
      fc.property(people, dates, fc.constantFrom(...BADGES), (sketch, today, code) => {
        const asked = question(sketch, code, { today, until: monthsAfter(today, 24) });
        expect(metByTime(asked)).toBe(dayByDay(asked));
      }),
      { numRuns: 60 },
    );
  });

  const RUNNING: PersonSketch = {
    segments: [{ from: '2025-09-01', missions: ['A1', 'B1'] }],
    reviews: [{ on: '2026-05-05' }],
  };

  test('is the 200th day of the first year for an engagement that continues', () => {
    const asked = question(RUNNING, 'RUPN-ENG', { today: '2025-10-01', until: '2031-10-01' });
    expect(metByTime(asked)).toBe(dayByDay(asked));
    expect(metByTime({ ...asked, record: makePerson({ ...RUNNING, reviews: [] }) })).toBeUndefined();
  });

  test('is never reached by an engagement that is only requested, nor by one that ends too early', () => {
    const [engagement] = RUNNING.segments ?? [];
    if (!engagement) throw new Error('no segment');
    const span = { today: '2025-10-01', until: '2031-10-01' };
    const requested = { ...RUNNING, segments: [{ ...engagement, confirmation: 'requested' as const }] };
    const ending = { ...RUNNING, segments: [{ ...engagement, to: '2026-01-31' }] };
    expect(metByTime(question(requested, 'RUPN-ENG', span))).toBeUndefined();
    expect(metByTime(question(ending, 'RUPN-ENG', span))).toBeUndefined();
  });

  test('is not sought after the given last day', () => {
    const asked = question(RUNNING, 'RUPN-ENG', { today: '2025-10-01', until: '2031-10-01' });
    const found = metByTime(asked);
    if (found === undefined) throw new Error('it is met in time');
    const eve = fromDayNumber(toDayNumber(found) - 1);
    expect(metByTime({ ...asked, until: eve })).toBeUndefined();
    expect(metByTime({ ...asked, until: found })).toBe(found);
    expect(monthsAfter(day('2024-02-29'), 12)).toBe('2025-02-28');
    // The last day that an engagement of a file may have is a day of the calendar too.
    expect(engagementDayError(day('2039-01-01'), day('2028-02-29'))?.limit).toBe('2038-02-28');
  });
});
