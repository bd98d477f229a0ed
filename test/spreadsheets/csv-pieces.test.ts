import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRecordCutter } from '../../src/adapters/spreadsheets/csv-records.ts';

const WIDTH = 3;

function cutIn(pieces: readonly string[]) {
  const cutter = makeRecordCutter(';', WIDTH);
  return [...pieces.flatMap((piece) => [...cutter.push(piece)]), ...cutter.end()];
}

describe('the records of a CSV file', () => {
  it('are the same in whatever pieces the file is read', () => {
    const signs = fc.constantFrom('a', ';', '"', '""', '\n', '\r\n', '\r', ' ', 'é', '"x;y"', 'a;b;c\n');
    const text = fc.array(signs, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (whole, length) => {
        const pieces = whole.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [];
        expect(cutIn(pieces)).toEqual(cutIn([whole]));
      }),
      { numRuns: 2000 },
    );
  });
});
