import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';
import { errorsOf } from '../support/thrown-errors.ts';

const PROCONNECT = {
  OIDC_PROCONNECT_ISSUER: 'https://proconnect.example/api/v2',
  OIDC_PROCONNECT_CLIENT_ID: 'jalon',
  OIDC_PROCONNECT_CLIENT_SECRET: 'a-secret-of-the-tests',
};

describe('the settings of signing in', () => {
  test('may all be absent', () => {
    const { config, secrets } = parseConfig({});
    expect([config.identity, secrets.identity]).toEqual([{}, {}]);
  });

  test('name the providers, and keep their secrets apart', () => {
    const { config, secrets } = parseConfig({
      ...PROCONNECT,
      OIDC_PROCONNECT_ACR_VALUES: 'eidas1',
      OIDC_FIM_ISSUER: 'http://localhost:9000',
      OIDC_FIM_CLIENT_ID: 'jalon-fim',
      OIDC_FIM_CLIENT_SECRET: 'another-secret-of-the-tests',
      OIDC_FIM_SCOPE: 'openid agent',
    });
    expect(config.identity).toEqual({
      proconnect: {
        issuer: 'https://proconnect.example/api/v2',
        clientId: 'jalon',
        acrValues: 'eidas1',
      },
      fim: { issuer: 'http://localhost:9000', clientId: 'jalon-fim', scope: 'openid agent' },
    });
    expect(secrets.identity).toEqual({
      proconnect: 'a-secret-of-the-tests',
      fim: 'another-secret-of-the-tests',
    });
    expect(JSON.stringify(config)).not.toContain('of-the-tests');
  });

  test('are at fault where a provider is incomplete, with all missing names at once', () => {
    const errors = errorsOf({ OIDC_PROCONNECT_ISSUER: 'https://p.example', OIDC_FIM_SCOPE: 'openid' });
    expect(errors.map((error) => error.split(':')[0])).toEqual([
      'OIDC_PROCONNECT_CLIENT_ID',
      'OIDC_PROCONNECT_CLIENT_SECRET',
      'OIDC_FIM_ISSUER',
      'OIDC_FIM_CLIENT_ID',
      'OIDC_FIM_CLIENT_SECRET',
    ]);
  });

  test('are at fault with an issuer that is no address, whose text is not repeated', () => {
    for (const issuer of [
      'proconnect',
      'ftp://p.example',
      'https://user:pass-word@p.example',
      'https://p.example?a=b',
    ]) {
      const errors = errorsOf({ ...PROCONNECT, OIDC_PROCONNECT_ISSUER: issuer });
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatch(/^OIDC_PROCONNECT_ISSUER: must be/);
      expect(errors[0]).not.toContain('pass-word');
    }
  });

  test('accept an http issuer only outside production', () => {
    const http = { ...PROCONNECT, OIDC_PROCONNECT_ISSUER: 'http://p.example' };
    expect(errorsOf(http)).toEqual([]);
    expect(errorsOf({ ...PRODUCTION_SETTINGS, ...PROCONNECT })).toEqual([]);
    expect(errorsOf({ ...PRODUCTION_SETTINGS, ...http })).toEqual([
      'OIDC_PROCONNECT_ISSUER: must begin with https:// in production',
    ]);
  });

  test('of a level may be several words, and one level for each role', () => {
    const { config } = parseConfig({
      SIGN_IN_LEVEL_DANE: 'eidas1-mfa',
      SIGN_IN_LEVEL_PRINCIPAL: 'eidas3 urn:example:strong',
      SIGN_IN_LEVEL_IRREVERSIBLE: 'eidas2',
      SIGN_IN_FRESH_MINUTES: '10',
    });
    expect(config.signIn).toEqual({
      levels: { dane: ['eidas1-mfa', 'eidas2', 'eidas3'], principal: ['eidas3', 'urn:example:strong'] },
      irreversible: ['eidas2', 'eidas3'],
      freshMinutes: 10,
    });
    expect(parseConfig({}).config.signIn).toEqual({ levels: {} });
  });

  test.each([
    ['SIGN_IN_LEVEL_DANE', 'eidas4'],
    ['SIGN_IN_LEVEL_DANE', 'EIDAS2'],
    ['SIGN_IN_LEVEL_PRINCIPAL', 'eidas2, eidas3'],
    ['SIGN_IN_LEVEL_RUPN', 'mfa'],
    ['SIGN_IN_LEVEL_IRREVERSIBLE', 'eidas2 strong'],
    ['SIGN_IN_FRESH_MINUTES', '0'],
    ['SIGN_IN_FRESH_MINUTES', '721'],
    ['SIGN_IN_FRESH_MINUTES', 'ten'],
    ['SIGN_IN_LEVEL_TEACHER', 'eidas1'],
  ])('stop the start with %s=%s', (name, value) => {
    const errors = errorsOf({ [name]: value });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`^${name}: `));
  });
});
