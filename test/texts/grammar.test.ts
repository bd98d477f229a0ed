import { describe, expect, it } from 'vitest';
import { english, french } from '../../src/texts/grammar.ts';

describe('the plural', () => {
  it.each([
    [0, 'an'],
    [0.5, 'an'],
    [1, 'an'],
    [1.5, 'an'],
    [2, 'ans'],
    [1_000_000, 'ans'],
  ])('of %s in French is %s', (value, expected) => {
    expect(french.plural(value, 'an', 'ans')).toBe(expected);
  });

  it.each([
    [0, 'years'],
    [0.5, 'years'],
    [1, 'year'],
    [1.5, 'years'],
    [2, 'years'],
  ])('of %s in English is %s', (value, expected) => {
    expect(english.plural(value, 'year', 'years')).toBe(expected);
  });
});

describe('a list', () => {
  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a et b', 'a ou b'],
    [['a', 'b', 'c'], 'a, b et c', 'a, b ou c'],
  ])('of %j in French', (items, and, or) => {
    expect([french.and(items), french.or(items)]).toEqual([and, or]);
  });

  it('in English has no comma before its last word', () => {
    expect(english.and(['a', 'b', 'c'])).toBe('a, b and c');
    expect(english.or(['a', 'b', 'c'])).toBe('a, b or c');
  });
});
