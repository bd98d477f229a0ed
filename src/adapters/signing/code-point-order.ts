import type { NQuads } from '../../openbadges/canonical/serialise-dataset.ts';

const HIGH_BMP = /[\uE000-\uFFFF]/;
const SURROGATE = /[\uD800-\uDFFF]/;

/** Whether every implementation gets the same canonical form. RDFC-1.0 §5 sorts by code point; the library
 *  sorts by UTF-16 unit. The two orders differ only between a character past U+FFFF and one of U+E000–U+FFFF.
 *  Where they order the lines differently, a signature would verify here and fail elsewhere. */
export function hasOneOrder(nquads: NQuads): boolean {
  const has = (characters: RegExp) => nquads.some((text) => characters.test(text));
  if (!has(SURROGATE) || !has(HIGH_BMP)) return true;
  const lines = nquads.join('').trimEnd().split('\n');
  const byCodePoint = lines.toSorted(compareCodePoints);
  return byCodePoint.every((line, at) => line === lines[at]);
}

function compareCodePoints(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
