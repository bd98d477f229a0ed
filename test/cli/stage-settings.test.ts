import { describe, expect, it } from 'vitest';
import { makeLocalProvider } from '../../src/adapters/identity/local-provider.node.ts';
import { parseConfig } from '../../src/settings/config.ts';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';
import { errorsOf } from '../support/thrown-errors.ts';

describe('the stage of a service', () => {
  it.each(['Production', 'PRODUCTION', 'prod', ' production', 'staging', '0'])(
    'is not %j: a misspelt one stops the start',
    (stage) => {
      expect(errorsOf({ ...PRODUCTION_SETTINGS, NODE_ENV: stage })[0]).toMatch(
        /^NODE_ENV: must be development/,
      );
    },
  );

  it.each(['', 'development', 'test'])(
    'may be %j, and then the demonstration is at this machine',
    (stage) => {
      expect(parseConfig({ NODE_ENV: stage }).config).toMatchObject({ production: false, demo: true });
    },
  );

  it.each([
    'https://badges.example.fr',
    'https://localhost:3000',
    'http://badges.example.fr',
    'http://localhost.example.fr',
    'http://127.0.0.1.example.fr',
    'http://192.168.1.20:3000',
  ])('has no demonstration at %s, and asking for one is a fault', (url) => {
    expect(parseConfig({ PUBLIC_URL: url }).config).toMatchObject({ demo: false, mail: { kind: 'off' } });
    expect(errorsOf({ PUBLIC_URL: url, DEMO: '1' })[0]).toMatch(/^DEMO: /);
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:8080', 'http://[::1]:3000', 'http://jalon.localhost'])(
    'has its demonstration at %s',
    (url) => {
      expect(parseConfig({ PUBLIC_URL: url, DEMO: '1' }).config.demo).toBe(true);
    },
  );

  it('never opens the local sign-in at an https address', async () => {
    const options = { path: '/demo/identity', redirectUri: '', personas: [], css: '' };
    await expect(
      makeLocalProvider({ ...options, production: false, origin: 'https://badges.example.fr' }),
    ).rejects.toThrow('no place');
  });
});

describe('the figures of /metrics', () => {
  it('are closed in production unless they are opened, and open elsewhere', () => {
    const accessOf = (more: Readonly<Record<string, string>>) => parseConfig(more).config.metrics;
    expect([
      accessOf({}),
      accessOf(PRODUCTION_SETTINGS),
      accessOf({ ...PRODUCTION_SETTINGS, METRICS: 'public' }),
      accessOf({ ...PRODUCTION_SETTINGS, METRICS_TOKEN: 'a-token-of-the-tests' }),
      accessOf({ METRICS: 'off' }),
    ]).toEqual(['public', 'off', 'public', 'token', 'off']);
  });

  it('take a token of at least 16 characters, which no fault repeats', () => {
    for (const token of ['short', 'with a space in the middle', 'é'.repeat(20)]) {
      const errors = errorsOf({ METRICS_TOKEN: token });
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatch(/^METRICS_TOKEN: must be/);
      expect(errors[0]).not.toContain(token);
    }
    expect(errorsOf({ METRICS: 'public', METRICS_TOKEN: 'a-token-of-the-tests' })).toHaveLength(1);
  });
});
