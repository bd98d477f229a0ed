import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SCOPES } from '../../src/standards/host/feature-scopes.ts';
import { fr } from '../support/fr.ts';
import {
  CLIENT_ORIGIN,
  makeHostClient,
  REDIRECT,
  REGISTRATION,
  type RegisteredClient,
} from '../support/host-client.ts';
import { CLAIRE, PAUL, startTwoHosts, type TwoHosts } from '../support/servers/two-hosts.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

type Client = ReturnType<typeof makeHostClient>;

let hosts: TwoHosts;
let host: Client;
let mine: RegisteredClient;
let other: RegisteredClient;
let claire: SignedInBrowser;
let paul: SignedInBrowser;
beforeAll(async () => {
  hosts = await startTwoHosts();
  host = makeHostClient(hosts.home);
  [mine, other] = [await host.registered(), await host.registered()];
  claire = await signInAs(hosts.home, CLAIRE);
  paul = await signInAs(hosts.home, PAUL);
});
afterAll(() => hosts.stop());
beforeEach(() => void vi.useRealTimers());

const errorOf = async (answer: Response) => [answer.status, (await answer.json()).error];
const refusedTo = (answer: Response) => {
  const address = new URL(answer.headers.get('Location') ?? 'https://nowhere.invalid');
  return [address.origin + address.pathname, address.searchParams.get('error')];
};
/** The address to which the page of a faulty request leads by a click. */
const ledTo = async (answer: Response) => {
  const href = /href="(https:[^"]+)" rel="noreferrer"/.exec(await answer.text())?.[1] ?? '';
  const { origin, pathname, searchParams } = new URL(href.replaceAll('&amp;', '&'));
  return [answer.status, answer.headers.get('Location'), origin + pathname, searchParams.get('error')];
};
const asking = (over: Parameters<Client['request']>[1]) =>
  claire.get(`/oauth/authorize?${host.request(mine, over)}`);

describe('a registration is refused', () => {
  const REQUIRED = [
    'client_name',
    'client_uri',
    'logo_uri',
    'tos_uri',
    'policy_uri',
    'software_id',
    'software_version',
    'scope',
  ];

  it.each(REQUIRED)('without %s', async (name) => {
    expect(await errorOf(await host.register({ [name]: undefined }))).toEqual([
      400,
      'invalid_client_metadata',
    ]);
  });

  it('without an address to come back to', async () => {
    expect(await errorOf(await host.register({ redirect_uris: [] }))).toEqual([400, 'invalid_redirect_uri']);
  });

  it.each([
    ['http', 'http://wallet.example/back'],
    ['a fragment', `${REDIRECT}#here`],
    ['credentials', 'https://me:secret@wallet.example/back'],
    ['a program of the device', 'wallet://back'],
  ])('with %s in an address to come back to', async (_what, uri) => {
    expect(await errorOf(await host.register({ redirect_uris: [uri] }))).toEqual([
      400,
      'invalid_redirect_uri',
    ]);
  });

  it.each(['client_uri', 'logo_uri', 'tos_uri', 'policy_uri'])(
    'where %s is on another host',
    async (name) => {
      const answer = await host.register({ [name]: 'https://bank.example/' });
      expect(await errorOf(answer)).toEqual([400, 'invalid_client_metadata']);
    },
  );

  it('where an address to come back to is on another host', async () => {
    const answer = await host.register({ redirect_uris: [REDIRECT, 'https://bank.example/back'] });
    expect(await errorOf(answer)).toEqual([400, 'invalid_client_metadata']);
  });

  it.each([
    ['the host of this service itself', 'jalon.test'],
    ['the host of this service at another port', 'jalon.test:8443'],
    ['a host that ends a directive of a header', 'wallet.example;sandbox'],
    ['a host that stands for many', '*.example'],
    ['a host whose name ends with a dot', 'jalon.test.'],
    ['an address of this machine', 'localhost'],
  ])('on %s', async (_what, name) => {
    const uri = `https://${name}/`;
    const addresses = { client_uri: uri, logo_uri: uri, tos_uri: uri, policy_uri: uri };
    const [status, error] = await errorOf(await host.register({ ...addresses, redirect_uris: [uri] }));
    expect([status, error]).toEqual([400, 'invalid_redirect_uri']);
  });

  it('with an address of the client by http', async () => {
    const answer = await host.register({ logo_uri: 'http://wallet.example/logo.png' });
    expect(await errorOf(answer)).toEqual([400, 'invalid_client_metadata']);
  });

  it.each([
    ['a scope that nobody offers', { scope: 'https://purl.imsglobal.org/spec/ob/v3p0/scope/everything' }],
    ['a public client', { token_endpoint_auth_method: 'none' }],
    ['the implicit flow', { response_types: ['token'] }],
    ['a grant without a person', { grant_types: ['client_credentials'] }],
    ['a name with control characters', { client_name: 'Portefeuille\u0007' }],
    ['a name that is turned round', { client_name: 'Ministère\u202e' }],
    ['a name with a sign that is not seen', { client_name: 'Minis\u200btère' }],
  ])('that asks for %s', async (_what, over) => {
    expect(await errorOf(await host.register(over))).toEqual([400, 'invalid_client_metadata']);
  });

  it.each([
    ['no JSON', 'client_name=x', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['another type', JSON.stringify(REGISTRATION), 'text/plain'],
    ['a member twice', '{"client_name":"a","client_name":"b"}', 'application/json'],
    [
      'more than anybody needs',
      JSON.stringify({ ...REGISTRATION, note: 'x'.repeat(20_000) }),
      'application/json',
    ],
  ])('that is %s', async (_what, body, type) => {
    const init = { method: 'POST', headers: { 'Content-Type': type }, body };
    expect((await host.ask('/oauth/register', init)).status).toBe(400);
  });
});

describe('a request for access never redirects', () => {
  it.each([
    ['of a client that nobody knows', { client_id: 'somebody' }],
    ['with an address that is not registered', { redirect_uri: `${CLIENT_ORIGIN}/elsewhere` }],
    ['with a path added to a registered address', { redirect_uri: `${REDIRECT}/../evil` }],
    ['with a query added to a registered address', { redirect_uri: `${REDIRECT}?next=https://evil.example` }],
    [
      'with the host of a registered address inside another',
      { redirect_uri: 'https://wallet.example.evil.example/back' },
    ],
    ['without an address', { redirect_uri: undefined }],
    ['with a registered address by http', { redirect_uri: REDIRECT.replace('https', 'http') }],
  ])('%s', async (_what, over) => {
    const answer = await asking(over);
    expect([answer.status, answer.headers.get('Location')]).toEqual([400, null]);
    expect(await answer.text()).toContain(fr.host.consent.unknown.title);
  });

  it('with two addresses, of which one is registered', async () => {
    const twice = `${host.request(mine)}&redirect_uri=https://evil.example/`;
    expect((await claire.get(`/oauth/authorize?${twice}`)).status).toBe(400);
  });

  it('of a person who has not signed in', async () => {
    const answer = await host.ask(`/oauth/authorize?${host.request(mine)}`);
    expect(answer.headers.get('Location')).toMatch(/^\/sign-in\?to=/);
  });

  it('where the answer comes from a page of another site', async () => {
    const body = new URLSearchParams({ request: host.request(mine), decision: 'allow' });
    const headers = { Origin: 'https://evil.example' };
    expect((await claire.send('/oauth/authorize', { method: 'POST', headers, body })).status).toBe(403);
  });

  it('where the address was changed on the way to the answer', async () => {
    const tampered = host.request(mine, { redirect_uri: 'https://evil.example/back' });
    expect((await host.decide(claire, tampered)).status).toBe(400);
  });
});

describe('a faulty request for access links to its client, and does not redirect', () => {
  it.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['with plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['with a challenge whose method is not said', { code_challenge_method: undefined }, 'invalid_request'],
    ['with a challenge of another length', { code_challenge: 'short' }, 'invalid_request'],
    ['without state', { state: undefined }, 'invalid_request'],
    ['for a token at once', { response_type: 'token' }, 'unsupported_response_type'],
    ['for an unknown scope', { scope: 'admin' }, 'invalid_scope'],
    ['for no scope', { scope: undefined }, 'invalid_scope'],
  ])('%s', async (_what, over, error) => {
    expect(await ledTo(await asking(over))).toEqual([400, null, REDIRECT, error]);
    // The request in the form is checked again.
    const decided = await host.decide(claire, host.request(mine, over));
    expect(await ledTo(decided)).toEqual([400, null, REDIRECT, error]);
  });

  it('for a scope that the client has not registered', async () => {
    const narrow = await host.registered({ scope: SCOPES['credential.readonly'] });
    const answer = await claire.get(`/oauth/authorize?${host.request(narrow)}`);
    expect(await ledTo(answer)).toEqual([400, null, REDIRECT, 'invalid_scope']);
  });

  it('where the person declines, with the state', async () => {
    const answer = await host.decide(claire, host.request(mine), 'decline');
    expect(refusedTo(answer)).toEqual([REDIRECT, 'access_denied']);
    expect(answer.headers.get('Location')).toContain('state=state-1');
  });

  it('and every answer names the server that gives it (RFC 9207)', async () => {
    const issuerOf = (answer: Response) =>
      new URL(answer.headers.get('Location') ?? 'https://nowhere.invalid').searchParams.get('iss');
    const { origin } = hosts.home.ports;
    expect(issuerOf(await host.decide(claire, host.request(mine), 'allow'))).toBe(origin);
    expect(issuerOf(await host.decide(claire, host.request(mine), 'decline'))).toBe(origin);
    const faulty = await asking({ response_type: 'token' });
    expect(await faulty.text()).toContain(`iss=${encodeURIComponent(origin)}`);
    const metadata = await hosts.home.get('/.well-known/oauth-authorization-server');
    expect(await metadata.json()).toMatchObject({
      issuer: origin,
      authorization_response_iss_parameter_supported: true,
    });
  });
});

describe('a code is not exchanged', () => {
  const refusedWith = async (over: Parameters<Client['exchange']>[1], client = mine) =>
    errorOf(await host.exchange(client, { code: await host.codeFor(mine, claire), ...over }));

  it('without the verifier', async () => {
    expect(await refusedWith({ code_verifier: undefined })).toEqual([400, 'invalid_request']);
  });

  it('with another verifier', async () => {
    expect(await refusedWith({ code_verifier: 'v'.repeat(43) })).toEqual([400, 'invalid_grant']);
  });

  it('with the challenge in place of the verifier', async () => {
    const challenge = new URLSearchParams(host.request(mine)).get('code_challenge') ?? '';
    expect(await refusedWith({ code_verifier: challenge })).toEqual([400, 'invalid_grant']);
  });

  it('for another address, registered or not', async () => {
    for (const redirect_uri of [`${CLIENT_ORIGIN}/other`, 'https://evil.example/']) {
      expect(await refusedWith({ redirect_uri })).toEqual([400, 'invalid_grant']);
    }
  });

  it('without the address', async () => {
    expect(await refusedWith({ redirect_uri: undefined })).toEqual([400, 'invalid_request']);
  });

  it('by another client', async () => {
    expect(await refusedWith({}, other)).toEqual([400, 'invalid_grant']);
  });

  it('by a client with a wrong secret, or with none', async () => {
    expect(await refusedWith({}, { ...mine, secret: other.secret })).toEqual([400, 'invalid_client']);
    const code = await host.codeFor(mine, claire);
    expect(await errorOf(await host.exchange(undefined, { code }))).toEqual([400, 'invalid_client']);
    // The secret is in the body, which a server might log.
    const inBody = { code, client_id: mine.id, client_secret: mine.secret };
    expect(await errorOf(await host.exchange(undefined, inBody))).toEqual([400, 'invalid_client']);
  });

  it('for a wider scope than was granted', async () => {
    const code = await host.codeFor(mine, claire, { scope: SCOPES['credential.readonly'] });
    const scope = `${SCOPES['credential.readonly']} ${SCOPES['credential.upsert']}`;
    expect(await errorOf(await host.exchange(mine, { code, scope }))).toEqual([400, 'invalid_scope']);
  });

  it('with a field twice', async () => {
    const body = new URLSearchParams([
      ['grant_type', 'authorization_code'],
      ['code', 'a'],
      ['code', 'b'],
    ]);
    const Authorization = `Basic ${btoa(`${mine.id}:${mine.secret}`)}`;
    const answer = await host.ask('/oauth/token', { method: 'POST', headers: { Authorization }, body });
    expect(await errorOf(answer)).toEqual([400, 'invalid_request']);
  });

  it('by any other grant', async () => {
    for (const grant_type of ['client_credentials', 'password', 'implicit', undefined]) {
      expect(await refusedWith({ grant_type })).toEqual([400, 'unsupported_grant_type']);
    }
  });

  it('after its time', async () => {
    const code = await host.codeFor(mine, claire);
    vi.useFakeTimers({ now: Date.now() + 601_000, toFake: ['Date'] });
    expect(await errorOf(await host.exchange(mine, { code }))).toEqual([400, 'invalid_grant']);
  });

  it('a second time, and the tokens of the first time are then revoked', async () => {
    const code = await host.codeFor(mine, claire);
    const tokens = await (await host.exchange(mine, { code })).json();
    expect((await host.api('/credentials', tokens.access_token)).status).toBe(200);
    expect(await errorOf(await host.exchange(mine, { code }))).toEqual([400, 'invalid_grant']);
    expect((await host.api('/credentials', tokens.access_token)).status).toBe(401);
    const renewed = await host.refresh(mine, { refresh_token: tokens.refresh_token });
    expect(await errorOf(renewed)).toEqual([400, 'invalid_grant']);
  });

  it('twice at the same moment', async () => {
    const code = await host.codeFor(mine, claire);
    const answers = await Promise.all([1, 2, 3].map(() => host.exchange(mine, { code })));
    const given = answers.filter(({ status }) => status === 200);
    expect(given.length).toBeLessThanOrEqual(1);
    for (const answer of given) {
      const { access_token } = await answer.json();
      expect((await host.api('/credentials', access_token)).status).toBe(401);
    }
  });

  it('in an answer that may be stored', async () => {
    const answer = await host.exchange(mine, { code: await host.codeFor(mine, claire) });
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('a refresh token', () => {
  const granted = () => host.tokensFor(mine, claire);

  it('of another client is refused, and remains valid for its own client', async () => {
    const { refresh_token } = await granted();
    expect(await errorOf(await host.refresh(other, { refresh_token }))).toEqual([400, 'invalid_grant']);
    expect((await host.refresh(mine, { refresh_token })).status).toBe(200);
  });

  it('never widens what was granted', async () => {
    const scope = `${SCOPES['credential.readonly']} offline_access`;
    const { refresh_token } = await host.tokensFor(mine, claire, { scope });
    const wider = `${scope} ${SCOPES['credential.upsert']}`;
    expect(await errorOf(await host.refresh(mine, { refresh_token, scope: wider }))).toEqual([
      400,
      'invalid_scope',
    ]);
    const renewed = await (await host.refresh(mine, { refresh_token })).json();
    expect(renewed.scope).toBe(scope);
  });

  it('used a second time ends everything, because one of the two users has stolen it', async () => {
    const { refresh_token } = await granted();
    const renewed = await (await host.refresh(mine, { refresh_token })).json();
    expect(await errorOf(await host.refresh(mine, { refresh_token }))).toEqual([400, 'invalid_grant']);
    expect((await host.api('/credentials', renewed.access_token)).status).toBe(401);
    const again = await host.refresh(mine, { refresh_token: renewed.refresh_token });
    expect(await errorOf(again)).toEqual([400, 'invalid_grant']);
  });

  it('opens nothing by itself, and an access token renews nothing', async () => {
    const { refresh_token, access_token } = await granted();
    expect((await host.api('/credentials', refresh_token)).status).toBe(401);
    const renewed = await host.refresh(mine, { refresh_token: access_token });
    expect(await errorOf(renewed)).toEqual([400, 'invalid_grant']);
  });

  it('is not given to a client that did not ask for it', async () => {
    const tokens = await host.tokensFor(mine, claire, { scope: SCOPES['credential.readonly'] });
    expect(tokens.refresh_token).toBeUndefined();
  });

  it('is revoked by its own client only', async () => {
    const { refresh_token, access_token } = await granted();
    expect((await host.form('/oauth/revoke', other, { token: refresh_token })).status).toBe(200);
    expect((await host.api('/credentials', access_token)).status).toBe(200);
    expect((await host.form('/oauth/revoke', mine, { token: refresh_token })).status).toBe(200);
    expect((await host.api('/credentials', access_token)).status).toBe(401);
    // An unknown token is not an error (RFC 7009 §2.2).
    expect((await host.form('/oauth/revoke', mine, { token: refresh_token })).status).toBe(200);
    expect((await host.form('/oauth/revoke', undefined, { token: refresh_token })).status).toBe(400);
  });
});

describe('an access token', () => {
  it('is not read from the address', async () => {
    const { access_token } = await host.tokensFor(mine, claire);
    expect((await host.api(`/credentials?access_token=${access_token}`, undefined)).status).toBe(401);
  });

  it('ends after an hour', async () => {
    const { access_token } = await host.tokensFor(mine, claire);
    vi.useFakeTimers({ now: Date.now() + 3601_000, toFake: ['Date'] });
    expect((await host.api('/credentials', access_token)).status).toBe(401);
  });

  it('opens only its own scope', async () => {
    const { access_token } = await host.tokensFor(mine, claire, { scope: SCOPES['profile.readonly'] });
    const requested = [
      await host.api('/credentials', access_token),
      await host.api('/credentials', access_token, { method: 'POST', body: '{}' }),
      await host.api('/profile', access_token, { method: 'PUT', body: '{}' }),
    ];
    expect(requested.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(requested[0]?.headers.get('WWW-Authenticate')).toContain('insufficient_scope');
    expect((await host.api('/profile', access_token)).status).toBe(200);
  });

  it('opens only the badges of the person who granted it', async () => {
    const { access_token } = await host.tokensFor(mine, paul);
    const { credential } = await (await host.api('/credentials', access_token)).json();
    expect(credential).toBeUndefined();
  });

  it('opens nothing of the service’s own API, whose token opens nothing here', async () => {
    const { access_token } = await host.tokensFor(mine, claire);
    const headers = { Authorization: `Bearer ${access_token}` };
    expect((await host.ask('/api/v1/tokens', { headers })).status).toBe(401);
    const { secret } = await hosts.home.services.createToken({ role: 'dane', name: 'x', actor: 'test' });
    expect((await host.api('/credentials', secret)).status).toBe(401);
    expect((await claire.get('/ims/ob/v3p0/credentials')).status).toBe(401);
  });

  it('ends at once where the person withdraws it, and only that person can', async () => {
    const { access_token } = await host.tokensFor(mine, claire);
    const page = await (await claire.get('/my/data/services')).text();
    const [path = ''] = /\/my\/data\/services\/[^"]+\/end/.exec(page) ?? [];
    expect((await paul.post(path)).status).toBe(404);
    expect((await host.api('/credentials', access_token)).status).toBe(200);
    expect((await claire.post(path)).status).toBe(303);
    expect((await host.api('/credentials', access_token)).status).toBe(401);
  });

  it('replaces the client’s previous one', async () => {
    const before = await host.tokensFor(mine, claire);
    const after = await host.tokensFor(mine, claire);
    expect((await host.api('/credentials', before.access_token)).status).toBe(401);
    expect((await host.api('/credentials', after.access_token)).status).toBe(200);
  });

  it('ends with the erasure of its person', async () => {
    const { access_token } = await host.tokensFor(mine, paul);
    await hosts.home.services.erasePerson({ email: PAUL, actor: 'test' });
    expect((await host.api('/credentials', access_token)).status).toBe(401);
  });
});

it('no secret is stored in clear', async () => {
  const { access_token, refresh_token } = await host.tokensFor(mine, claire);
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(`${hosts.home.folder}/jalon.db`).toString('latin1');
  const wal = readFileSync(`${hosts.home.folder}/jalon.db-wal`).toString('latin1');
  for (const secret of [mine.secret, access_token, refresh_token]) {
    expect(bytes.includes(secret) || wal.includes(secret)).toBe(false);
  }
});
