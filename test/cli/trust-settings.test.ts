import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';
import { ConfigError } from '../../src/settings/config-error.ts';

const sourcesOf = (text: string) => parseConfig({ TRUSTED_ISSUERS: text }).config.trustedSources;

describe('the lists of trusted issuers', () => {
  it('are addresses and files between commas, none by default', () => {
    expect(parseConfig({}).config.trustedSources).toEqual([]);
    expect(sourcesOf(' https://a.example/list.json , ./lists/own.json,,./lists/own.json ')).toEqual([
      'https://a.example/list.json',
      './lists/own.json',
    ]);
  });

  it.each([
    ['an address that anyone on the way could answer', 'http://a.example/list.json'],
    ['an address of another kind', 'ftp://a.example/list.json'],
    ['more lists than are read', Array.from({ length: 9 }, (_, at) => `${at}.json`).join(',')],
  ])('are not %s', (_why, text) => {
    expect(() => sourcesOf(text)).toThrow(ConfigError);
  });
});
