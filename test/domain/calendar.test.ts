import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  firstDayOf,
  lastDayOf,
  referenceWindow,
  schoolYearLabel,
  schoolYearOf,
} from '../../src/domain/time/school-year.ts';
import {
  fromDayNumber,
  type Instant,
  localDateInParis,
  parseLocalDate,
  toDayNumber,
  toInstant,
} from '../../src/domain/time/time.ts';
import { parseUai } from '../../src/domain/uai.ts';

describe('a school year', () => {
  test.each([
    ['2025-08-31', 2024],
    ['2025-09-01', 2025],
    ['2026-01-01', 2025],
    ['2026-08-31', 2025],
  ])('contains %s: %i', (date, year) => {
    expect(schoolYearOf(parseLocalDate(date))).toBe(year);
  });

  test('contains its first and last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
        expect(schoolYearOf(firstDayOf(year))).toBe(year);
        expect(schoolYearOf(lastDayOf(year))).toBe(year);
        expect(toDayNumber(firstDayOf(year + 1)) - toDayNumber(lastDayOf(year))).toBe(1);
      }),
    );
  });

  test('has a window of 303 days, 304 with a 29 February', () => {
    const lengths = [2022, 2023, 2024].map((year) => {
      const { from, to } = referenceWindow(year);
      return to - from + 1;
    });
    expect(lengths).toEqual([303, 304, 303]);
  });

  test('is written with both its years', () => {
    expect(schoolYearLabel(2025)).toBe('2025-2026');
  });
});

describe('a day', () => {
  test('is read in both forms and refused where it does not exist', () => {
    expect(parseLocalDate('29/02/2024')).toBe('2024-02-29');
    expect(parseLocalDate(' 2024-02-29 ')).toBe('2024-02-29');
    for (const text of ['2023-02-29', '31/04/2024', '2024-13-01', '24-01-01', '1/2/2024', '', '0001-01-01']) {
      expect(() => parseLocalDate(text)).toThrow(expect.objectContaining({ code: 'invalid-date' }));
    }
  });

  test('is the same as its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20000, max: 60000 }), (number) => {
        expect(toDayNumber(fromDayNumber(number))).toBe(number);
      }),
    );
  });

  test('in Paris begins at 22:00 UTC in summer, at 23:00 in winter', () => {
    const dates = [
      '2026-08-31T21:59:59Z',
      '2026-08-31T22:00:00Z',
      '2026-01-31T22:59:59Z',
      '2026-01-31T23:00:00Z',
    ];
    expect(dates.map((at) => localDateInParis(at as Instant))).toEqual([
      '2026-08-31',
      '2026-09-01',
      '2026-01-31',
      '2026-02-01',
    ]);
  });

  test('an instant has whole seconds', () => {
    expect(toInstant(new Date('2026-07-12T08:00:00.987Z'))).toBe('2026-07-12T08:00:00Z');
  });
});

describe('a UAI', () => {
  test('is kept in upper case', () => {
    expect(parseUai(' 0210001m ')).toBe('0210001M');
  });

  test('has one right check letter', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const right = letters.filter((letter) => {
      try {
        return parseUai(`0210001${letter}`) !== '';
      } catch {
        return false;
      }
    });
    expect(right).toEqual(['M']);
  });

  test.each(['0210001', '02100011M', '0210001N', 'A210001M', ''])('refuses %s', (text) => {
    expect(() => parseUai(text)).toThrow(expect.objectContaining({ code: 'invalid-uai' }));
  });
});
