import fc from 'fast-check';
import { ROLES } from '../../src/domain/engagement/mission.ts';
import { CONFIRMATIONS, CONTRIBUTION_KINDS, EVENT_KINDS } from '../../src/domain/records.ts';
import { fromDayNumber, toDayNumber } from '../../src/domain/time/calendar.ts';
import {
  type AttendedSketch,
  type AuthorisationSketch,
  day,
  type EngagementSketch,
  GUYOT,
  LACAILLE,
  type PersonSketch,
} from './builders.ts';

const FIRST = toDayNumber(day('2020-06-01'));
const LAST = toDayNumber(day('2027-09-30'));
const MISSIONS = ['A1', 'A2', 'A3', 'B1', 'C4', 'C6', 'C9', 'D1', 'E1', 'E3'];

export const dates = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber);

/** Leaves out an undefined `to`: an open engagement does not have this member. */
function withPeriod<T extends object>(
  value: T,
  from: number,
  days: number | null,
): T & { from: string; to?: string } {
  const period = { from: fromDayNumber(from) };
  return { ...value, ...period, ...(days === null ? {} : { to: fromDayNumber(from + days) }) };
}

export const segments: fc.Arbitrary<EngagementSketch> = fc
  .record({
    from: fc.integer({ min: FIRST, max: LAST }),
    days: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 6 }),
    uai: fc.constantFrom(GUYOT, LACAILLE),
    missions: fc.subarray(MISSIONS),
    roles: fc.subarray([...ROLES]),
    confirmation: fc.constantFrom(...CONFIRMATIONS),
  })
  .map(({ from, days, ...rest }) => withPeriod(rest, from, days));

const authorisations: fc.Arbitrary<AuthorisationSketch> = fc
  .record({
    from: fc.integer({ min: FIRST, max: LAST }),
    days: fc.option(fc.integer({ min: 0, max: 400 })),
    uai: fc.constantFrom(GUYOT, LACAILLE),
    mission: fc.constantFrom('C6', 'C9'),
  })
  .map(({ from, days, ...rest }) => withPeriod(rest, from, days));

/** An event's kind and day depend on its code, because two attendances with one code are at the same
 *  event. */
const attended: fc.Arbitrary<AttendedSketch> = fc
  .record({
    index: fc.integer({ min: 0, max: 30 }),
    hours: fc.integer({ min: 0, max: 96 }).map((quarters) => quarters / 4),
    proof: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  })
  .map(({ index, hours, proof }) => ({
    code: `EV${index}`,
    on: fromDayNumber(FIRST + index * 80),
    kind: EVENT_KINDS[index % EVENT_KINDS.length] ?? 'EV-PAF',
    hours,
    proof,
    tags: index % 3 === 0 ? ['ENT'] : [],
  }));

export const people: fc.Arbitrary<PersonSketch> = fc.record({
  segments: fc.array(segments, { maxLength: 6 }),
  authorisations: fc.array(authorisations, { maxLength: 4 }),
  attended: fc.array(attended, { maxLength: 10 }),
  reviews: fc.array(
    fc.record({ on: dates, kind: fc.constantFrom('review' as const, 'self-report' as const) }),
    { maxLength: 6 },
  ),
  contributions: fc.array(
    fc.record({ on: dates, kind: fc.constantFrom(...CONTRIBUTION_KINDS), validated: fc.boolean() }),
    { maxLength: 4 },
  ),
});
