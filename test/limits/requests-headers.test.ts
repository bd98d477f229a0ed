import { describe, expect, it } from 'vitest';
import { encodingOf, keyOf } from '../../src/adapters/http/cache/key.ts';
import { isKnown } from '../../src/adapters/http/cache/representation.ts';
import { makeRateLimiter } from '../../src/adapters/http/limits/rate-limiter.ts';
import {
  preferredEncoding,
  preferredLanguage,
  preferredType,
} from '../../src/adapters/http/responses/content-negotiation.ts';
import { anonymousFrom, callerOf } from '../support/callers.ts';
import { growthOf } from '../support/load/growth.ts';

const KIBIBYTE = 1024;

/** Every reader of a header, as a function of its text. */
const READERS: Readonly<Record<string, (header: string) => unknown>> = {
  Accept: (header) => preferredType(header, ['text/html', 'application/json']),
  'Accept-Language': preferredLanguage,
  'Accept-Encoding': preferredEncoding,
  'If-None-Match': (header) => isKnown(header, '"a"'),
  'X-Forwarded-For': (header) => anonymousFrom('::1', header, 2),
  'the preferences of a kept answer': (header) =>
    keyOf({
      target: '/',
      accept: header,
      acceptLanguage: header,
      acceptEncoding: undefined,
      ifNoneMatch: undefined,
      cookie: header,
    }),
  'the encoding of a kept answer': (header) =>
    encodingOf({
      target: '/',
      accept: undefined,
      acceptLanguage: undefined,
      acceptEncoding: header,
      ifNoneMatch: undefined,
      cookie: undefined,
    }),
};

/** Texts that make a careless reader look at a character again and again. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  tabs: (size) => `a${'\t'.repeat(size)}b`,
  blanks: (size) => `a;${' '.repeat(size)}b`,
  commas: (size) => ','.repeat(size),
  semicolons: (size) => `a${';'.repeat(size)}`,
  'blanks between commas': (size) => ' , '.repeat(size / 3),
  'parameters without value': (size) => `a${';q'.repeat(size / 2)}`,
  'equals signs': (size) => `a;q${'='.repeat(size)}`,
  'quotes that never close': (size) => `a${';q="'.repeat(size / 4)}`,
  backslashes: (size) => `a;q="${'\\'.repeat(size)}`,
  'escaped quotes': (size) => `a;q="${'\\"'.repeat(size / 2)}`,
  qualities: (size) => Array.from({ length: size / 12 }, (_, at) => `a${at};q=0.${at % 1000}`).join(','),
  brackets: (size) => `[${':1'.repeat(size / 2)}`,
  colons: (size) => ':'.repeat(size),
  'percent signs': (size) => `fe80::1${'%'.repeat(size)}`,
  'weak tags': (size) => 'W/"", '.repeat(size / 6),
};

describe.each(Object.entries(READERS))('the reader of %s', (_, read) => {
  // Node accepts 16 kB of headers; four times as much is tried.
  it.each(Object.entries(SHAPES))('takes time in proportion to %s', async (_name, make) => {
    const { exponent, largeMs } = await growthOf(make, read, 64 * KIBIBYTE);
    expect(exponent).toBeLessThan(1.6);
    expect(largeMs).toBeLessThan(30);
  });
});

describe('what a header prefers', () => {
  it.each([
    ['application/json', 'application/json'],
    ['TEXT/HTML;q=0.4 , application/json; q="0.5"', 'application/json'],
    ['application/json;q=0, text/html;q=0.1', 'text/html'],
    ['text/*, */*', undefined],
    ['', undefined],
    [undefined, undefined],
    [`${'x/y,'.repeat(300)}application/json`, undefined],
  ])('%s is %s', (accept, type) => {
    expect(preferredType(accept, ['text/html', 'application/json'])).toBe(type);
  });

  it.each([
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['fr-CA, en;q=0.9', 'fr'],
    ['de, EN;q=0.2', 'en'],
    ['de', 'fr'],
    ['en;q=0', 'fr'],
    [undefined, 'fr'],
  ])('%s is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1, br;q=0', 'gzip'],
    ['*', 'identity'],
  ])('%s is %s', (header, encoding) => {
    expect(preferredEncoding(header)).toBe(encoding);
  });
});

it('knows that an allowance is spent without counting', () => {
  let now = 0;
  const { take, isSpent } = makeRateLimiter(
    { request: 2, verification: 0, 'sign-in': 0, form: 0, file: 0, 'api-write': 0, registration: 0 },
    () => now,
  );
  const seen = [isSpent(callerOf('a'), 'request')];
  take(callerOf('a'), 'request');
  seen.push(isSpent(callerOf('a'), 'request'), isSpent(callerOf('a'), 'request'));
  take(callerOf('a'), 'request');
  seen.push(
    isSpent(callerOf('a'), 'request'),
    isSpent(callerOf('b'), 'request'),
    isSpent(callerOf('a'), 'form'),
  );
  now = 30_000;
  seen.push(isSpent(callerOf('a'), 'request'));
  expect(seen).toEqual([false, false, false, true, false, false, false]);
});
