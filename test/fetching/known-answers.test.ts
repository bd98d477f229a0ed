import { describe, expect, it } from 'vitest';
import { makeKnownAnswers } from '../../src/adapters/http-client/own-origin-fetcher.ts';
import type { Fetched } from '../../src/open-badges/fetching/fetcher.ts';

const answer = (text: string, url = 'https://a.example/1', contentType = 'application/json'): Fetched => ({
  kind: 'ok',
  url,
  contentType,
  body: new TextEncoder().encode(text),
});
const addressOf = (number: number) => `https://a.example/${number}`;

describe('an answer of the same address', () => {
  it('is the very same object as before where every byte is the same', () => {
    const keep = makeKnownAnswers({ entries: 2, bytes: 800 });
    const first = keep(answer('{"a":1}'));
    expect(keep(answer('{"a":1}'))).toBe(first);
  });

  it.each([
    ['one byte differs', answer('{"a":2}')],
    ['it is longer', answer('{"a":1} ')],
    ['it is of another type', answer('{"a":1}', 'https://a.example/1', 'text/plain')],
    ['it is of another address', answer('{"a":1}', 'https://b.example/1')],
    ['it is an error', { kind: 'status', status: 500 } as const],
    ['there is none', { kind: 'unreachable', reason: 'no such host' } as const],
  ])('is not replaced by a kept one where %s', (_, other) => {
    const keep = makeKnownAnswers({ entries: 2, bytes: 800 });
    keep(answer('{"a":1}'));
    expect(keep(other)).toBe(other);
  });

  it('is kept while it is used; the one longest unused is dropped first', () => {
    const keep = makeKnownAnswers({ entries: 2, bytes: 800 });
    const [first, second] = [1, 2].map((number) => keep(answer('{}', addressOf(number))));
    expect(keep(answer('{}', addressOf(1)))).toBe(first);
    keep(answer('{}', addressOf(3)));
    expect(keep(answer('{}', addressOf(1)))).toBe(first);
    expect(keep(answer('{}', addressOf(2)))).not.toBe(second);
  });

  it('is kept within a limit of bytes, and never where it would displace many', () => {
    const keep = makeKnownAnswers({ entries: 100, bytes: 800 });
    const full = Array.from({ length: 9 }, (_, at) => keep(answer('x'.repeat(100), addressOf(at))));
    expect(keep(answer('x'.repeat(100), addressOf(8)))).toBe(full[8]);
    expect(keep(answer('x'.repeat(100), addressOf(0)))).not.toBe(full[0]);
    const large = keep(answer('x'.repeat(101), addressOf(20)));
    expect(keep(answer('x'.repeat(101), addressOf(20)))).not.toBe(large);
  });
});
