import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countAtOnce, countDays, intersect, mergeSpans } from '../../src/domain/time/day-spans.ts';

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.nat(20))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 8 },
);

function daysOf(list: readonly { readonly from: number; readonly to: number }[]): Set<number> {
  return new Set(
    list.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  );
}

describe('spans of days', () => {
  test('a union has as many days as it has distinct days', () => {
    fc.assert(
      fc.property(spans, (list) => {
        expect(countDays(list)).toBe(daysOf(list).size);
      }),
    );
  });

  test('merged spans hold the same days and never touch', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const merged = mergeSpans(list);
        expect(daysOf(merged)).toEqual(daysOf(list));
        for (const [index, span] of merged.entries()) {
          expect(span.from).toBeGreaterThan((merged[index - 1]?.to ?? -2) + 1);
        }
      }),
    );
  });

  test('an intersection holds the days of both', () => {
    fc.assert(
      fc.property(spans, spans, ([a], [b]) => {
        fc.pre(a !== undefined && b !== undefined);
        const shared = intersect(a, b);
        expect(daysOf(shared === undefined ? [] : [shared])).toEqual(daysOf([a]).intersection(daysOf([b])));
      }),
    );
  });

  test('the most holders on a day are the same as by looking at each day', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 5 }), (holders) => {
        const sets = holders.map(daysOf);
        const days = Array.from({ length: 90 }, (_, number) => sets.filter((set) => set.has(number)).length);
        expect(countAtOnce(holders)).toBe(Math.max(...days));
      }),
    );
  });

  test('a holder who follows another on the next day does not overlap with them', () => {
    expect(countAtOnce([[{ from: 1, to: 9 }], [{ from: 10, to: 20 }]])).toBe(1);
    expect(countAtOnce([[{ from: 1, to: 10 }], [{ from: 10, to: 20 }]])).toBe(2);
  });
});
