import { afterEach, describe, expect, test } from 'vitest';
import type { SignInDemand } from '../../src/application/accounts/identity-provider.ts';
import {
  isAccepted,
  levelsFor,
  levelsInAll,
  levelsThatSatisfy,
  SIGN_IN_LEVELS,
  satisfies,
} from '../../src/domain/access/sign-in-level.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { makeCookieBrowser } from './cookie-browser.ts';
import { CLIENT, type Federation, REDIRECT_URI, UNMET_LEVEL } from './federation.ts';
import { CLAIRE, JEANNE } from './people.ts';
import { runFederation, stopFederations } from './running-federations.ts';
import { answerInstead, makeTestProvider, rejectionOf } from './sign-in.ts';

afterEach(stopFederations);

const SECOND_FACTOR = ['eidas0-mfa', 'eidas1-mfa', 'eidas2', 'eidas3'];

describe('the six levels', () => {
  test.each([
    ['eidas0', ['eidas0', 'eidas0-mfa', 'eidas1', 'eidas1-mfa', 'eidas2', 'eidas3']],
    ['eidas0-mfa', ['eidas0-mfa', 'eidas1-mfa', 'eidas2', 'eidas3']],
    ['eidas1', ['eidas1', 'eidas1-mfa', 'eidas2', 'eidas3']],
    ['eidas1-mfa', ['eidas1-mfa', 'eidas2', 'eidas3']],
    ['eidas2', ['eidas2', 'eidas3']],
    ['eidas3', ['eidas3']],
  ])('%s is satisfied by exactly %j', (required, enough) => {
    expect(SIGN_IN_LEVELS.filter((stated) => satisfies(stated, required))).toEqual(enough);
    expect(levelsThatSatisfy(required)).toEqual(enough);
  });

  test.each([
    ['urn:example:strong', 'eidas1'],
    ['eidas3', 'urn:example:strong'],
    ['EIDAS3', 'eidas1'],
    ['eidas4', 'eidas1'],
    ['', 'eidas0'],
    ['constructor', 'eidas0'],
    ['eidas3 ', 'eidas1'],
  ])('the word %j does not satisfy %s', (stated, required) => {
    expect(satisfies(stated, required)).toBe(false);
    expect(isAccepted(stated, levelsThatSatisfy(required))).toBe(false);
  });

  test('a word of another list satisfies itself', () => {
    expect(levelsThatSatisfy('urn:example:strong eidas2')).toEqual([
      'eidas2',
      'eidas3',
      'urn:example:strong',
    ]);
    expect(isAccepted('urn:example:strong', ['urn:example:strong'])).toBe(true);
  });

  test('requirements of several roles hold together', () => {
    const levels = {
      dane: levelsThatSatisfy('eidas0-mfa'),
      principal: levelsThatSatisfy('eidas1'),
      rupn: levelsThatSatisfy('eidas0'),
    };
    const of = (profiles: readonly ('dane' | 'principal' | 'rupn')[], heads: readonly string[] = []) =>
      levelsFor({ levels }, { profiles, heads: heads.map(parseUai) });
    expect(of(['dane', 'principal'])).toEqual(['eidas1-mfa', 'eidas2', 'eidas3']);
    expect(of(['rupn'], ['0210001M'])).toEqual(['eidas1', 'eidas1-mfa', 'eidas2', 'eidas3']);
    expect(of([])).toEqual(SIGN_IN_LEVELS);
    expect(levelsFor({ levels: {} }, { profiles: ['dane'], heads: [] })).toBeUndefined();
    expect(levelsInAll(['eidas1'], ['urn:x'])).toEqual([]);
  });
});

/** Goes to the provider with a demand, and back. */
async function signIn(
  federation: Federation,
  { acrValues, ...demand }: SignInDemand & { readonly acrValues?: string },
  id: 'proconnect' | 'fim' = 'proconnect',
) {
  const provider = makeTestProvider(id, federation.issuer, acrValues ? { acrValues } : {});
  const { url, transaction } = await provider.begin(demand);
  const back = await makeCookieBrowser().open(url, REDIRECT_URI);
  return { provider, url, transaction, callbackUrl: back.url };
}

const agent = (acr?: string) => runFederation({ kind: 'proconnect', claims: CLAIRE, ...(acr && { acr }) });

describe('ProConnect, as its published code answers', () => {
  test.each([
    ['eidas0-mfa eidas1-mfa eidas2 eidas3', undefined, 'eidas1-mfa'],
    ['eidas1-mfa', 'eidas2', 'eidas2'],
    ['eidas1-mfa', 'eidas3', 'eidas3'],
    ['eidas1', 'eidas1-mfa', 'eidas1-mfa'],
    ['eidas0-mfa', 'eidas1-mfa', 'eidas1-mfa'],
    ['eidas2', 'eidas3', 'eidas3'],
  ])('lets in who needs %s and whose account has %s, as %s', async (acrValues, acr, stated) => {
    const { provider, callbackUrl, transaction } = await signIn(await agent(acr), { acrValues });
    expect(await provider.finish(callbackUrl, transaction)).toMatchObject({ acr: stated });
  });

  test.each([
    ['eidas0-mfa', 'eidas1'],
    ['eidas2', 'eidas1-mfa'],
    ['eidas1', 'eidas0'],
    ['eidas1', 'eidas0-mfa'],
    ['eidas3', 'eidas2'],
    ['eidas2 eidas3', undefined],
  ])('refuses who needs %s and whose account has %s, with a reason of its own', async (acrValues, acr) => {
    const { provider, callbackUrl, transaction } = await signIn(await agent(acr), { acrValues });
    const { searchParams } = new URL(callbackUrl);
    expect([searchParams.get('error'), searchParams.get('error_description')]).toEqual([
      'access_denied',
      UNMET_LEVEL,
    ]);
    const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect(failure.params).toEqual({ provider: 'proconnect', reason: 'level-unavailable' });
  });

  test.each([
    ['the description of a level, and no level was requested', UNMET_LEVEL, undefined, 'cancelled'],
    ['a description of its own', 'the person is not authorised', ['eidas2'], 'cancelled'],
    ['no description', '', ['eidas2'], 'cancelled'],
    ['the description of a level', UNMET_LEVEL, ['eidas2'], 'level-unavailable'],
  ])('answers access_denied with %s', async (_what, description, levels, reason) => {
    const federation = await agent('eidas2');
    const { provider, transaction } = await signIn(federation, levels ? { levels } : {});
    const answer = { error: 'access_denied', state: transaction.state, iss: federation.issuer };
    const query = new URLSearchParams({ ...answer, ...(description && { error_description: description }) });
    const failure = await rejectionOf(provider.finish(`${REDIRECT_URI}?${query}`, transaction));
    expect(failure.params['reason']).toBe(reason);
  });

  test.each([
    ['no issuer', undefined],
    ['another issuer', 'https://other.example'],
  ])('is not believed if its answer names %s (RFC 9207)', async (_what, iss) => {
    const { provider, callbackUrl, transaction } = await signIn(await agent('eidas2'), {});
    const address = new URL(callbackUrl);
    address.searchParams.delete('iss');
    if (iss) address.searchParams.set('iss', iss);
    const failure = await rejectionOf(provider.finish(address.href, transaction));
    expect([failure.code, failure.params['reason']]).toEqual(['sign-in-failed', 'id-token']);
  });

  test('refuses an agent of the private sector with a reason of its own', async () => {
    const federation = await runFederation({
      kind: 'proconnect',
      claims: CLAIRE,
      agent: 'is-of-the-private-sector',
    });
    const { provider, callbackUrl, transaction } = await signIn(federation, {});
    const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect(failure.params['reason']).toBe('not-accepted');
  });

  test('is not contacted if no level can satisfy both the settings and the demand', async () => {
    const federation = await agent();
    const provider = makeTestProvider('proconnect', federation.issuer, { acrValues: 'eidas1' });
    const failure = await rejectionOf(provider.begin({ levels: ['urn:example:strong'] }));
    expect([failure.params['reason'], federation.asked]).toEqual(['acr', []]);
  });
});

/** Replaces the token endpoint's answer by an ID token with these claims. */
async function answerIdToken(federation: Federation, nonce: string, change: Record<string, unknown>) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: CLAIRE.sub,
    iss: federation.issuer,
    aud: CLIENT.clientId,
    iat: now,
    exp: now + 60,
    nonce,
  };
  const body = JSON.stringify({
    access_token: 'a',
    token_type: 'Bearer',
    id_token: await federation.sign({ ...claims, ...change }),
  });
  answerInstead(federation, '/token', { type: 'application/json', body });
}

describe('an ID token', () => {
  test.each([
    ['no level', {}],
    ['a level that was not requested', { acr: 'eidas1' }],
    ['a list of levels', { acr: ['eidas2'] }],
    ['the name of a level in capitals', { acr: 'EIDAS2' }],
    ['all levels in one text', { acr: 'eidas2 eidas3' }],
    ['a level that nobody defined', { acr: 'eidas9' }],
    ['a number', { acr: 2 }],
    ['a level of a great length', { acr: 'eidas2'.padEnd(5000, ' ') }],
  ])('that states %s is refused where a second factor was demanded', async (_what, change) => {
    const federation = await agent();
    const { provider, callbackUrl, transaction } = await signIn(federation, { levels: SECOND_FACTOR });
    await answerIdToken(federation, transaction.nonce, change);
    const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect([failure.code, failure.params['reason']]).toEqual(['sign-in-failed', 'acr']);
  });

  const now = () => Math.floor(Date.now() / 1000);
  test.each([
    ['no instant', () => ({}), 'auth-time'],
    ['an instant of an hour ago', () => ({ auth_time: now() - 3600 }), 'auth-time'],
    ['an instant to come', () => ({ auth_time: now() + 3600 }), 'auth-time'],
    ['a text as its instant', () => ({ auth_time: String(now()) }), 'id-token'],
    ['milliseconds as its instant', () => ({ auth_time: Date.now() }), 'auth-time'],
    ['the largest number as its instant', () => ({ auth_time: Number.MAX_VALUE }), 'auth-time'],
    ['an instant below zero', () => ({ auth_time: -1 }), 'id-token'],
  ])(
    'that states %s of the authentication is refused where a fresh one was demanded',
    async (_what, change, reason) => {
      const federation = await agent();
      const { provider, callbackUrl, transaction } = await signIn(federation, { maxAgeSeconds: 300 });
      await answerIdToken(federation, transaction.nonce, change());
      const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
      expect([failure.code, failure.params['reason']]).toEqual(['sign-in-failed', reason]);
    },
  );

  test('counts by the provider’s clock where it was authenticated a minute before it was issued', async () => {
    const federation = await agent();
    const { provider, callbackUrl, transaction } = await signIn(federation, { maxAgeSeconds: 60 });
    const issued = now() - 20;
    await answerIdToken(federation, transaction.nonce, { iat: issued, auth_time: issued - 60 });
    const body = await federation.sign({ sub: CLAIRE.sub, iss: federation.issuer, aud: CLIENT.clientId });
    answerInstead(federation, '/me', { type: 'application/jwt', body });
    const identity = await provider.finish(callbackUrl, transaction);
    expect(Date.parse(identity.authTime ?? '')).toBe((issued - 60) * 1000);
  });
});

describe('a fresh sign-in', () => {
  test('is demanded of ProConnect by prompt and claim, without max_age, which it would refuse', async () => {
    const federation = await agent('eidas2');
    const { provider, url, callbackUrl, transaction } = await signIn(federation, {
      levels: ['eidas2', 'eidas3'],
      maxAgeSeconds: 300,
    });
    const { searchParams } = new URL(url);
    expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', null]);
    expect(JSON.parse(searchParams.get('claims') ?? '')).toEqual({
      id_token: { acr: { essential: true, values: ['eidas2', 'eidas3'] }, auth_time: { essential: true } },
    });
    const { authTime, acr } = await provider.finish(callbackUrl, transaction);
    expect(acr).toBe('eidas2');
    expect(Math.abs(Date.parse(authTime ?? '') - Date.now())).toBeLessThan(60_000);
  });

  test('is demanded of another provider by prompt and max_age', async () => {
    const federation = await runFederation({ kind: 'fim', claims: JEANNE, acr: 'eidas2' });
    const demand = { levels: ['eidas2', 'eidas3'], maxAgeSeconds: 300 };
    const { provider, url, callbackUrl, transaction } = await signIn(federation, demand, 'fim');
    const { searchParams } = new URL(url);
    const sent = ['prompt', 'max_age', 'acr_values', 'claims'].map((name) => searchParams.get(name));
    expect(sent).toEqual(['login', '300', 'eidas2 eidas3', null]);
    expect((await provider.finish(callbackUrl, transaction)).authTime).toBeDefined();
  });

  test('is not recorded where it was not demanded', async () => {
    const { provider, callbackUrl, transaction } = await signIn(await agent(), {});
    expect(await provider.finish(callbackUrl, transaction)).not.toHaveProperty('authTime');
  });
});
