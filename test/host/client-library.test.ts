import * as oauth from 'openid-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCOPES } from '../../src/standards/host/feature-scopes.ts';
import { REDIRECT, REGISTRATION } from '../support/host-client.ts';
import { CLAIRE, startTwoHosts, type TwoHosts } from '../support/servers/two-hosts.ts';
import { signInAs } from '../support/sign-in.ts';

let hosts: TwoHosts;
beforeAll(async () => {
  hosts = await startTwoHosts();
});
afterAll(() => hosts.stop());

it('a foreign client library registers, gets consent, reads, writes, renews and revokes', async () => {
  const { away, document } = hosts;
  const { origin } = away.ports;
  const overApp = async (url: string, init: object) => away.app.request(url, init);
  const described = await (await away.get('/ims/ob/v3p0/discovery')).json();
  const flow = described.components.securitySchemes.OAuth2ACG;
  expect(flow['x-imssf-registrationUrl']).toBe(`${origin}/oauth/register`);

  const { redirect_uris, ...metadata } = REGISTRATION;
  const config = await oauth.dynamicClientRegistration(
    new URL(origin),
    { ...metadata, redirect_uris: [...redirect_uris] },
    undefined,
    { algorithm: 'oauth2', [oauth.customFetch]: overApp },
  );
  expect(config.serverMetadata().token_endpoint).toBe(flow.flows.authorizationCode.tokenUrl);
  const auth = oauth.ClientSecretBasic(config.clientMetadata().client_secret);
  const client = new oauth.Configuration(
    config.serverMetadata(),
    config.clientMetadata().client_id,
    config.clientMetadata(),
    auth,
  );
  client[oauth.customFetch] = overApp;

  const verifier = oauth.randomPKCECodeVerifier();
  const state = oauth.randomState();
  const scope = [SCOPES['credential.readonly'], SCOPES['credential.upsert'], 'offline_access'].join(' ');
  const url = oauth.buildAuthorizationUrl(client, {
    redirect_uri: REDIRECT,
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const claire = await signInAs(away, CLAIRE);
  const page = await claire.get(url.pathname + url.search);
  expect(page.status).toBe(200);
  const consent = await page.text();
  expect(consent).toContain('Portefeuille');
  const requested = /name="request" value="([^"]+)"/.exec(consent)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const back = await claire.post('/oauth/authorize', { request: requested, decision: 'allow' });
  const answer = new URL(back.headers.get('Location') ?? '');
  expect(answer.searchParams.get('scope')).toBe(scope);

  const tokens = await oauth.authorizationCodeGrant(client, answer, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  });
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope });

  const api = new URL(`${origin}/ims/ob/v3p0/credentials`);
  const type = new Headers({ 'Content-Type': 'application/vc+ld+json' });
  const written = await oauth.fetchProtectedResource(
    client,
    tokens.access_token,
    api,
    'POST',
    document,
    type,
  );
  expect([written.status, await written.text()]).toEqual([201, document]);
  const read = await oauth.fetchProtectedResource(client, tokens.access_token, api, 'GET');
  expect((await read.json()).credential).toEqual([JSON.parse(document)]);

  const renewed = await oauth.refreshTokenGrant(client, tokens.refresh_token ?? '');
  expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
  await oauth.tokenRevocation(client, renewed.refresh_token ?? '');
  const refused = await away.app.request(api.href, {
    headers: { Authorization: `Bearer ${renewed.access_token}` },
  });
  expect(refused.status).toBe(401);
});
