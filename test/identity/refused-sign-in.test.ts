import { generateKeyPair } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import { CLIENT, type Federation, REDIRECT_URI } from './federation.ts';
import { CLAIRE, JEANNE, NUMEN_SHAPED } from './people.ts';
import { runFederation, startFim, startProConnect, stopFederations } from './running-federations.ts';
import { answerInstead, goAndReturn, makeTestProvider, rejectionOf } from './sign-in.ts';

afterEach(stopFederations);

describe('a sign-in that must not succeed', () => {
  test('with another state than that of this attempt', async () => {
    const provider = makeTestProvider('proconnect', (await startProConnect()).issuer);
    const [mine, other] = [await goAndReturn(provider), await goAndReturn(provider)];
    const failure = await rejectionOf(provider.finish(other.callbackUrl, mine.transaction));
    expect([failure.code, failure.params['reason']]).toEqual(['sign-in-failed', 'state']);
    const without = await rejectionOf(provider.finish(REDIRECT_URI, mine.transaction));
    expect(without.params['reason']).toBe('state');
  });

  test('begun at another provider', async () => {
    const provider = makeTestProvider('proconnect', (await startProConnect()).issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const failure = await rejectionOf(provider.finish(callbackUrl, { ...transaction, provider: 'fim' }));
    expect(failure.params['reason']).toBe('state');
  });

  test('with another nonce', async () => {
    const provider = makeTestProvider('proconnect', (await startProConnect()).issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const nonce = 'n'.repeat(43);
    const failure = await rejectionOf(provider.finish(callbackUrl, { ...transaction, nonce }));
    expect([failure.code, failure.params['reason']]).toEqual(['sign-in-failed', 'id-token']);
  });

  test('with another verifier, or a code that was already used', async () => {
    const provider = makeTestProvider('proconnect', (await startProConnect()).issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const verifier = 'v'.repeat(43);
    const wrong = await rejectionOf(provider.finish(callbackUrl, { ...transaction, verifier }));
    expect(wrong.params['reason']).toBe('code');
    const again = await goAndReturn(provider);
    await provider.finish(again.callbackUrl, again.transaction);
    const replayed = await rejectionOf(provider.finish(again.callbackUrl, again.transaction));
    expect([replayed.code, replayed.params['reason']]).toEqual(['sign-in-failed', 'code']);
  });

  test('cancelled at the provider', async () => {
    const { issuer } = await runFederation({ kind: 'proconnect', claims: CLAIRE, agent: 'gives-up' });
    const provider = makeTestProvider('proconnect', issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect(failure.params).toEqual({ provider: 'proconnect', reason: 'cancelled' });
  });

  test.each([
    ['none', undefined],
    ['a weaker one', 'eidas1'],
  ])('with %s of the required levels of authentication', async (_what, acr) => {
    const { issuer } = await runFederation({ kind: 'fim', claims: JEANNE, ...(acr && { acr }) });
    const provider = makeTestProvider('fim', issuer, { acrValues: 'eidas2 eidas3' });
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect([failure.code, failure.params['reason']]).toEqual(['sign-in-failed', 'acr']);
  });

  const userinfo = { sub: CLAIRE.sub, email: 'somebody.else@ac-test.example', aud: CLIENT.clientId };

  test.each([
    ['of another subject', async ({ sign }: Federation) => sign({ ...userinfo, sub: 'somebody-else' })],
    [
      'signed by a key that is not the provider’s',
      async ({ sign }: Federation) => sign(userinfo, (await generateKeyPair('RS256')).privateKey),
    ],
    [
      'of another issuer',
      async ({ sign }: Federation) => sign({ ...userinfo, iss: 'https://other.example' }),
    ],
    ['for another client', async ({ sign }: Federation) => sign({ ...userinfo, aud: 'another-client' })],
    [
      'with no signature',
      async () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(userinfo))}.`.replaceAll('=', ''),
    ],
  ])('with user information %s', async (_what, forge) => {
    const federation = await startProConnect();
    const provider = makeTestProvider('proconnect', federation.issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    answerInstead(federation, '/me', { type: 'application/jwt', body: await forge(federation) });
    const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect([failure.code, failure.params['reason']]).toEqual(['sign-in-failed', 'userinfo']);
  });

  test('but succeeds with the same answers where they are right', async () => {
    const federation = await startProConnect();
    const provider = makeTestProvider('proconnect', federation.issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const now = Math.floor(Date.now() / 1000);
    const claims = { sub: CLAIRE.sub, iss: federation.issuer, aud: CLIENT.clientId, iat: now, exp: now + 60 };
    const idToken = await federation.sign({ ...claims, nonce: transaction.nonce });
    const body = JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: idToken });
    answerInstead(federation, '/token', { type: 'application/json', body });
    answerInstead(federation, '/me', { type: 'application/jwt', body: await federation.sign(userinfo) });
    expect(await provider.finish(callbackUrl, transaction)).toMatchObject({
      subject: CLAIRE.sub,
      email: 'somebody.else@ac-test.example',
    });
  });

  test('with user information that is right but plain JSON, where it must be signed', async () => {
    const federation = await startProConnect();
    const provider = makeTestProvider('proconnect', federation.issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    answerInstead(federation, '/me', { type: 'application/json', body: JSON.stringify(userinfo) });
    const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect(failure.params['reason']).toBe('userinfo');
  });

  test('with another subject’s user information in the ministry’s federation, showing no NUMEN', async () => {
    const federation = await startFim();
    const provider = makeTestProvider('fim', federation.issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const body = JSON.stringify({ ...JEANNE, sub: 'somebody-else' });
    answerInstead(federation, '/me', { type: 'application/json', body });
    const { params, everything } = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect(params).toEqual({ provider: 'fim', reason: 'userinfo' });
    expect(everything).not.toContain(NUMEN_SHAPED);
  });

  test.each([
    ['of another issuer', { iss: 'https://other.example' }, 'the provider'],
    ['for another client', { aud: 'another-client' }, 'the provider'],
    ['that is over', { exp: 1_600_000_000 }, 'the provider'],
    ['signed by a key that is not the provider’s', {}, 'a stranger'],
  ])('with an ID token %s', async (_what, change, signer) => {
    const federation = await startProConnect();
    const provider = makeTestProvider('proconnect', federation.issuer);
    const { callbackUrl, transaction } = await goAndReturn(provider);
    const now = Math.floor(Date.now() / 1000);
    const claims = { sub: CLAIRE.sub, iss: federation.issuer, aud: CLIENT.clientId, iat: now, exp: now + 60 };
    const key = signer === 'a stranger' ? (await generateKeyPair('RS256')).privateKey : undefined;
    const idToken = await federation.sign({ ...claims, nonce: transaction.nonce, ...change }, key);
    const body = JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: idToken });
    answerInstead(federation, '/token', { type: 'application/json', body });
    const failure = await rejectionOf(provider.finish(callbackUrl, transaction));
    expect([failure.code, failure.params['reason']]).toEqual(['sign-in-failed', 'id-token']);
  });

  test.each([
    ['issued ten minutes ahead of the clock', { iat: 600, exp: 660 }, 'heard'],
    ['that ended ten minutes ago', { iat: -660, exp: -600 }, 'heard'],
    ['issued now', { iat: 0, exp: 60 }, 'heard'],
    ['issued now, for another client', { iat: 0, exp: 60, aud: 'another-client' }, 'not heard'],
  ])(
    'the instant of an ID token %s is evidence of the time: %#',
    async (_what, { iat, exp, ...change }, how) => {
      const federation = await startProConnect();
      const provider = makeTestProvider('proconnect', federation.issuer);
      const { callbackUrl, transaction } = await goAndReturn(provider);
      const now = Math.floor(Date.now() / 1000);
      const dates = { iat: now + iat, exp: now + exp };
      const claims = { sub: CLAIRE.sub, iss: federation.issuer, aud: CLIENT.clientId, ...dates };
      const idToken = await federation.sign({ ...claims, nonce: transaction.nonce, ...change });
      const body = JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: idToken });
      answerInstead(federation, '/token', { type: 'application/json', body });
      const heard: string[] = [];
      await provider.finish(callbackUrl, transaction, (at) => void heard.push(at)).catch(() => {});
      const issued = new Date(dates.iat * 1000).toISOString().replace('.000', '');
      expect(heard).toEqual(how === 'heard' ? [issued] : []);
    },
  );
});
