import { expect, it } from 'vitest';
import { wrapText } from '../../src/drawings/wrap-text.ts';
import { growthOf } from '../support/load/growth.ts';

const PLACE = { fontSize: 10, width: 200, maxLines: 2 };
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  'one long word': (size) => 'a'.repeat(size),
  'many words': (size) => 'a '.repeat(size / 2),
  'combining marks': (size) => `a${'\u0301'.repeat(size)}`,
  'words of combining marks': (size) => '\u0301 '.repeat(size / 2),
};

it.each(Object.entries(SHAPES))('a line is cut in time proportional to %s', async (_name, make) => {
  const { exponent, largeMs } = await growthOf(make, (text) => wrapText(text, PLACE), 65_536);
  expect(exponent).toBeLessThan(1.6);
  expect(largeMs).toBeLessThan(50);
});

it('a line keeps as many letters as fit before its ellipsis', () => {
  for (let length = 1; length < 120; length += 1) {
    const [line = ''] = wrapText('m'.repeat(length), { fontSize: 10, width: 200, maxLines: 1 });
    // A wide letter takes 0.92 em, and so does the ellipsis.
    expect(line).toBe(length <= 21 ? 'm'.repeat(length) : `${'m'.repeat(20)}…`);
  }
});
