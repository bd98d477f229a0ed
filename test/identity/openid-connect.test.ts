import { afterEach, describe, expect, test } from 'vitest';
import { findFreePort } from '../support/servers/free-port.ts';
import { makeCookieBrowser } from './cookie-browser.ts';
import { REDIRECT_URI } from './federation.ts';
import { CLAIRE, JEANNE, NUMEN_SHAPED } from './people.ts';
import { runFederation, startFim, startProConnect, stopFederations } from './running-federations.ts';
import { answerInstead, goAndReturn, makeTestProvider, rejectionOf } from './sign-in.ts';

afterEach(stopFederations);

describe('signing in by ProConnect', () => {
  test('gives the person, by a subject of that issuer', async () => {
    const { issuer } = await startProConnect();
    const provider = makeTestProvider('proconnect', issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const heard: string[] = [];
    const { idToken, ...identity } = await provider.finish(
      callbackUrl,
      transaction,
      (at) => void heard.push(at),
    );
    expect(heard.map((at) => Math.abs(Date.parse(at) - Date.now()) < 60_000)).toEqual([true]);
    expect(identity).toEqual({
      provider: 'proconnect',
      issuer,
      subject: CLAIRE.sub,
      email: 'claire.dupont@ac-test.example',
      emailVerified: true,
      givenName: 'Claire',
      familyName: 'Dupont',
      mayHead: [],
      worksAt: [],
    });
    expect(idToken?.split('.')).toHaveLength(3);
  });

  test('sends no parameter that ProConnect does not know, which would be refused', async () => {
    const federation = await startProConnect();
    const { url, transaction } = await makeTestProvider('proconnect', federation.issuer).begin();
    const unknown = await makeCookieBrowser().open(`${url}&max_age=0`, REDIRECT_URI);
    expect([unknown.status, unknown.page]).toEqual([400, 'Y000400 Bad Request']);
    const back = await makeCookieBrowser().open(url, REDIRECT_URI);
    expect(new URL(back.url).searchParams.get('state')).toBe(transaction.state);
    expect(federation.asked.at(-1)?.sort()).toEqual([
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'nonce',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ]);
  });

  test('keeps a state, a nonce and a verifier of at least 32 characters, new each time, as plain JSON', async () => {
    const { issuer } = await startProConnect();
    const provider = makeTestProvider('proconnect', issuer);
    const [first, second] = [await provider.begin(), await provider.begin()];
    for (const name of ['state', 'nonce', 'verifier'] as const) {
      expect(first.transaction[name].length).toBeGreaterThanOrEqual(32);
      expect(first.transaction[name]).not.toBe(second.transaction[name]);
    }
    expect(JSON.parse(JSON.stringify(first.transaction))).toEqual(first.transaction);
    expect(first.url).not.toContain(first.transaction.verifier);
  });

  test('asks for a level of authentication only if one is set, by an essential claim', async () => {
    const { issuer } = await startProConnect();
    const { url } = await makeTestProvider('proconnect', issuer, { acrValues: 'eidas1' }).begin();
    const { searchParams } = new URL(url);
    expect(searchParams.get('acr_values')).toBeNull();
    expect(JSON.parse(searchParams.get('claims') ?? '')).toEqual({
      id_token: { acr: { essential: true, values: ['eidas1', 'eidas1-mfa', 'eidas2', 'eidas3'] } },
    });
  });

  test('accepts a required level, or a higher one, and returns it', async () => {
    const { issuer } = await runFederation({ kind: 'proconnect', claims: CLAIRE, acr: 'eidas2' });
    for (const acrValues of ['eidas2', 'eidas1', 'eidas3 eidas2']) {
      const provider = makeTestProvider('proconnect', issuer, { acrValues });
      const { callbackUrl, transaction } = await goAndReturn(provider);
      expect(await provider.finish(callbackUrl, transaction)).toMatchObject({ acr: 'eidas2' });
    }
  });

  test('ends the provider’s session with the kept token', async () => {
    const { issuer } = await startProConnect();
    const provider = makeTestProvider('proconnect', issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const { idToken } = await provider.finish(callbackUrl, transaction);
    const url = await provider.endSessionUrl({
      returnTo: 'https://jalon.test/signed-out',
      ...(idToken && { idToken }),
    });
    const { searchParams, pathname } = new URL(url ?? '');
    expect(pathname).toBe('/api/v2/session/end');
    expect(searchParams.get('id_token_hint')).toBe(idToken);
    expect(searchParams.get('post_logout_redirect_uri')).toBe('https://jalon.test/signed-out');
    expect(searchParams.get('state')?.length).toBeGreaterThanOrEqual(32);
    const { status } = await makeCookieBrowser().open(url ?? '', REDIRECT_URI);
    expect(status).toBe(200);
  });
});

describe('signing in by the ministry’s federation', () => {
  test('gives the schools that a DIR may declare to head', async () => {
    const { issuer } = await startFim();
    const provider = makeTestProvider('fim', issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const identity = await provider.finish(callbackUrl, transaction);
    expect(identity).toEqual({
      provider: 'fim',
      issuer,
      subject: JEANNE.sub,
      email: 'jeanne.morel@ac-test.example',
      emailVerified: true,
      givenName: 'Jeanne',
      familyName: 'Morel',
      mayHead: ['0210001M', '0210002N'],
      worksAt: ['0210001M'],
    });
    expect(JSON.stringify([identity, transaction])).not.toContain(NUMEN_SHAPED);
  });

  test('accepts the ID token alone where the federation has no user information', async () => {
    const federation = await startFim();
    const configuration = await fetch(`${federation.issuer}/.well-known/openid-configuration`);
    const { userinfo_endpoint: _, ...rest } = (await configuration.json()) as Record<string, unknown>;
    answerInstead(federation, '/.well-known/openid-configuration', {
      type: 'application/json',
      body: JSON.stringify(rest),
    });
    answerInstead(federation, '/me', { type: 'application/json', body: '{}', status: 500 });
    const provider = makeTestProvider('fim', federation.issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    expect(await provider.finish(callbackUrl, transaction)).toMatchObject({ familyName: 'Morel' });
  });

  test('refuses a person whom the federation identifies by the NUMEN', async () => {
    const { issuer } = await runFederation({ kind: 'fim', claims: { ...JEANNE, sub: NUMEN_SHAPED } });
    const provider = makeTestProvider('fim', issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const { code, everything } = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect(code).toBe('numen-refused');
    expect(everything).not.toContain(NUMEN_SHAPED);
  });

  test('asks for the scopes of the settings', async () => {
    const { issuer } = await startFim();
    const { url } = await makeTestProvider('fim', issuer, { scope: 'openid agent' }).begin();
    expect(new URL(url).searchParams.get('scope')).toBe('openid agent');
  });

  test('ends no session where the federation offers none', async () => {
    const { issuer } = await startFim();
    const provider = makeTestProvider('fim', issuer);
    expect(await provider.endSessionUrl({ returnTo: 'https://jalon.test/' })).toBeUndefined();
  });
});

describe('a provider that does not answer', () => {
  test('is reported as unreachable, and is asked again the next time', async () => {
    const port = await findFreePort();
    const noOne = makeTestProvider('fim', `http://127.0.0.1:${port}/api/v2`);
    expect((await rejectionOf(noOne.begin())).code).toBe('identity-provider-unreachable');
    expect(await noOne.endSessionUrl({ returnTo: 'https://jalon.test/' })).toBeUndefined();

    const federation = await startFim();
    answerInstead(federation, '/.well-known/openid-configuration', {
      type: 'text/plain',
      body: 'down',
      status: 503,
    });
    const provider = makeTestProvider('fim', federation.issuer);
    expect((await rejectionOf(provider.begin())).code).toBe('identity-provider-unreachable');
    federation.inPlace.clear();
    expect((await provider.begin()).transaction.provider).toBe('fim');
  });

  test('is reported as unreachable where it fails only after the browser’s return', async () => {
    const federation = await startProConnect();
    const provider = makeTestProvider('proconnect', federation.issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    answerInstead(federation, '/token', { type: 'text/html', body: 'down', status: 503 });
    const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect(failure.code).toBe('identity-provider-unreachable');
  });

  test('is not asked by http in production', async () => {
    const { issuer } = await startProConnect();
    const provider = makeTestProvider('proconnect', issuer, { production: true });
    expect((await rejectionOf(provider.begin())).code).toBe('identity-provider-unreachable');
  });

  test('is refused where it describes itself as another issuer', async () => {
    const federation = await startProConnect();
    const body = JSON.stringify({ issuer: 'http://127.0.0.1:1/other' });
    answerInstead(federation, '/.well-known/openid-configuration', { type: 'application/json', body });
    const provider = makeTestProvider('proconnect', federation.issuer);
    expect((await rejectionOf(provider.begin())).code).toBe('identity-provider-unreachable');
  });
});
