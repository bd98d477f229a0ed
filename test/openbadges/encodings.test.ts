import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../src/open-badges/keys/base64url.ts';
import { fromMultibase, toMultibase } from '../../src/open-badges/keys/multibase.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

describe('base64url', () => {
  // RFC 4648 §10, without padding and in the alphabet for addresses.
  it.each([
    ['', bytes()],
    ['Zg', bytes(0x66)],
    ['Zm8', bytes(0x66, 0x6f)],
    ['-_8', bytes(0xfb, 0xff)],
  ])('%s is read and written', (text, value) => {
    expect(toBase64Url(value)).toBe(text);
    expect(fromBase64Url(text)).toEqual(value);
  });

  it.each([
    ['padding', 'Zg=='],
    ['the other alphabet', '+/8'],
    ['a length that nothing has', 'Zm9vY'],
    ['a space', 'Zm 8'],
    ['a line end', 'Zm8\n'],
    ['a foreign letter', 'Zmé'],
    ['bits that stand for nothing', 'Zh'],
  ])('with %s is refused', (_, text) => {
    expect(() => fromBase64Url(text)).toThrow(expect.objectContaining({ code: 'unreadable-file' }));
  });
});

describe('multibase base58btc', () => {
  it.each([
    ['z', bytes()],
    ['z11', bytes(0, 0)],
    ['z2NEpo7TZRRrLZSi2U', new TextEncoder().encode('Hello World!')],
    ['z11233QC4', bytes(0, 0, 0x28, 0x7f, 0xb4, 0xcd)],
  ])('%s is read and written', (text, value) => {
    expect(toMultibase(value)).toBe(text);
    expect(fromMultibase(text)).toEqual(value);
  });

  it.each([
    ['another base', 'uZg'],
    ['no base', '2NEpo7TZRRrLZSi2U'],
    ['letters that the alphabet leaves out', 'z0OIl'],
    ['a space', 'z2N Ep'],
    ['too many letters', `z${'2'.repeat(256)}`],
    ['nothing', ''],
  ])('with %s is refused', (_, text) => {
    expect(fromMultibase(text)).toBeUndefined();
  });
});
