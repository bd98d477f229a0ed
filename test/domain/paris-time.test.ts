import { expect, it } from 'vitest';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { instantInParis } from '../../src/domain/time/paris-clock.ts';

it.each([
  ['2026-07-12', '14:05', '2026-07-12T12:05:00Z'],
  ['2026-12-01', '00:30', '2026-11-30T23:30:00Z'],
  // The night when summer time begins: 02:00 becomes 03:00.
  ['2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
  // The night when summer time ends: 03:00 becomes 02:00.
  ['2026-10-25', '01:30', '2026-10-24T23:30:00Z'],
  ['2026-10-25', '03:30', '2026-10-25T02:30:00Z'],
])('%s at %s on the clocks of Paris is %s', (day, time, instant) => {
  expect(instantInParis(day as LocalDate, time)).toBe(instant);
});
