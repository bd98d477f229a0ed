import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTextError } from '../../src/open-badges/parsing/strict-json.ts';
import { VERIFICATION_LIMITS } from '../../src/open-badges/verification/limits.ts';

const codeOf = (text: string) => findTextError(text)?.code;

describe('a JSON text', () => {
  it('is accepted where no object names a member twice, with any content', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        expect(findTextError(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
  });

  it('may give one name to members of different objects, and contain one text many times', () => {
    expect(findTextError('{"a":{"a":1,"b":["a","a"]},"b":{"a":"a"},"c":[{"a":1},{"a":2}]}')).toBeUndefined();
  });

  it.each([
    ['{"a":1,"a":1}', 'side by side'],
    ['{"a":1,"b":{"c":[1,{"x":"\\"","y":0,"x":2}]}}', 'deep inside, after a quotation mark'],
    ['{"a":1,"\\u0061":2}', 'spelt with an escape'],
    ['{"a":{"b":"}"},"b":1,"a":2}', 'after an object with a brace in its text'],
    ['{"":1,"":2}', 'without letters'],
    ['{"__proto__":1,"__proto__":2}', 'called as JavaScript calls its own'],
  ])('is refused where an object names a member twice: %s (%s)', (text) => {
    expect(codeOf(text)).toBe('duplicate-member');
  });

  it('is refused beyond each limit, and accepted at it', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const items = (count: number) => `[${Array(count).fill(0).join(',')}]`;
    const long = (length: number) => `"${'x'.repeat(length - 2)}"`;
    expect(
      [
        nested(VERIFICATION_LIMITS.depth),
        items(VERIFICATION_LIMITS.members),
        long(VERIFICATION_LIMITS.text),
      ].map(codeOf),
    ).toEqual([undefined, undefined, undefined]);
    expect(
      [
        nested(VERIFICATION_LIMITS.depth + 1),
        items(VERIFICATION_LIMITS.members + 1),
        long(VERIFICATION_LIMITS.text + 1),
      ].map(codeOf),
    ).toEqual(['too-deep', 'too-many-members', 'too-large']);
  });

  it('that is not JSON is left to the parser', () => {
    for (const text of ['', '"', '"\\', '{"a', '}]', ',,,', '{"a":1,', '\u0000']) {
      expect(findTextError(text)).toBeUndefined();
    }
  });
});
