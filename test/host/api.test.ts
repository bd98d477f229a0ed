import { readFileSync } from 'node:fs';
import { type Schema, Validator } from '@cfworker/json-schema';
import { Validator as OpenApi } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHostClient, type RegisteredClient } from '../support/host-client.ts';
import { CLAIRE, PAUL, startTwoHosts, type TwoHosts } from '../support/servers/two-hosts.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const LD_TYPE = { 'Content-Type': 'application/vc+ld+json' };
const TEXT_TYPE = { 'Content-Type': 'text/plain' };

let hosts: TwoHosts;
let away: ReturnType<typeof makeHostClient>;
let client: RegisteredClient;
let claire: SignedInBrowser;
let token: string;
beforeAll(async () => {
  hosts = await startTwoHosts();
  away = makeHostClient(hosts.away);
  client = await away.registered();
  claire = await signInAs(hosts.away, CLAIRE);
  token = (await away.tokensFor(client, claire)).access_token;
});
afterAll(() => hosts.stop());

const upsert = (body: string, headers: Readonly<Record<string, string>>) =>
  away.api('/credentials', token, { method: 'POST', headers, body });
const list = async (query = '') => (await away.api(`/credentials${query}`, token)).json();
const schemaOf = (name: string) =>
  new Validator(
    JSON.parse(readFileSync(`schemas/open-badges-3.0/${name}.json`, 'utf8')) as Schema,
    '2019-09',
  );

describe('the service description', () => {
  it('is open to anyone, a valid OpenAPI 3.0 document, and may be kept', async () => {
    const answer = await hosts.home.get('/ims/ob/v3p0/discovery');
    const document = await answer.json();
    expect(await new OpenApi().validate(structuredClone(document))).toEqual({ valid: true });
    expect(document.openapi).toMatch(/^3\.0\./);
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=3600');
    const etag = answer.headers.get('ETag') ?? '';
    const again = await hosts.home.get('/ims/ob/v3p0/discovery', { 'If-None-Match': etag });
    expect(again.status).toBe(304);
  });

  it('has everything that the standard’s profile requires, with our own addresses only', async () => {
    const { info, servers, components, paths } = await (
      await hosts.home.get('/ims/ob/v3p0/discovery')
    ).json();
    const { origin } = hosts.home.ports;
    expect(info).toMatchObject({
      title: expect.any(String),
      version: expect.any(String),
      termsOfService: `${origin}/legal`,
      'x-imssf-privacyPolicyUrl': `${origin}/privacy`,
      'x-imssf-image': expect.stringContaining(origin),
    });
    expect(servers).toEqual([{ url: `${origin}/ims/ob/v3p0` }]);
    const { OAuth2ACG } = components.securitySchemes;
    expect(OAuth2ACG).toMatchObject({
      type: 'oauth2',
      'x-imssf-registrationUrl': `${origin}/oauth/register`,
      'x-imssf-privacyPolicyUrl': `${origin}/privacy`,
      flows: {
        authorizationCode: {
          authorizationUrl: `${origin}/oauth/authorize`,
          tokenUrl: `${origin}/oauth/token`,
          refreshUrl: `${origin}/oauth/token`,
        },
      },
    });
    expect(Object.keys(OAuth2ACG.flows.authorizationCode.scopes)).toHaveLength(5);
    const operations = Object.values(paths as object).flatMap((path) => Object.values(path as object));
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual([
      'getCredentials',
      'getProfile',
      'getServiceDescription',
      'putProfile',
      'upsertCredential',
    ]);
  });

  it('agrees with the metadata of the authorization server', async () => {
    const metadata = await (await hosts.home.get('/.well-known/oauth-authorization-server')).json();
    expect(metadata).toMatchObject({
      issuer: hosts.home.ports.origin,
      registration_endpoint: `${hosts.home.ports.origin}/oauth/register`,
      code_challenge_methods_supported: ['S256'],
    });
  });
});

describe('a refusal', () => {
  it('always has the standard’s own form', async () => {
    const isStatusInfo = schemaOf('imsx_statusinfo');
    const requested: readonly (readonly [number, Response])[] = [
      [401, await away.api('/credentials', undefined)],
      [401, await away.api('/profile', 'wrong')],
      [400, await away.api('/credentials?limit=0', token)],
      [400, await away.api('/credentials?offset=-1', token)],
      [400, await away.api('/credentials?since=hier', token)],
      [400, await upsert('{}', JSON_TYPE)],
      [415, await upsert('<badge/>', { 'Content-Type': 'application/xml' })],
      [405, await away.api('/credentials', token, { method: 'DELETE' })],
      [405, await away.api('/profile', token, { method: 'POST' })],
      [405, await away.api('/discovery', undefined, { method: 'POST' })],
      [400, await away.api('/profile', token, { method: 'PUT', body: '{"id":"x"}' })],
      [404, await away.api('/nothing', token)],
    ];
    for (const [status, answer] of requested) {
      expect(answer.status).toBe(status);
      const body = await answer.json();
      expect(isStatusInfo.validate(body).errors).toEqual([]);
      expect(body.imsx_severity).toBe('error');
    }
  });

  it('of a method names the allowed ones', async () => {
    const answer = await away.api('/credentials', token, { method: 'PATCH' });
    expect(answer.headers.get('Allow')).toBe('GET, POST');
  });
});

describe('a badge that a client sends', () => {
  it('is created, then replaced, each time answered with its very bytes and its type', async () => {
    const first = await upsert(hosts.document, LD_TYPE);
    expect([first.status, await first.text()]).toEqual([201, hosts.document]);
    expect(first.headers.get('Content-Type')).toBe('application/vc+ld+json');
    // This is the same badge with other spaces.
    const spaced = JSON.stringify(JSON.parse(hosts.document), null, 2);
    const second = await upsert(spaced, JSON_TYPE);
    expect([second.status, await second.text()]).toEqual([200, spaced]);
    expect(await list()).toEqual({ credential: [JSON.parse(hosts.document)] });
  });

  it('as a JWS replaces the same badge, and is read back unchanged', async () => {
    const answer = await upsert(hosts.jws, TEXT_TYPE);
    expect([answer.status, await answer.text()]).toEqual([200, hosts.jws]);
    const page = await list();
    expect(page).toEqual({ compactJwsString: [hosts.jws] });
    expect(schemaOf('getopenbadgecredentialsresponse').validate(page).errors).toEqual([]);
  });

  it('is the one with the later start: an older one changes nothing', async () => {
    const before = hosts.document;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await hosts.home.services.acceptCredential({
      id: hosts.badge,
      visibility: 'unlisted',
      name: 'initials',
      form: 'inclusive',
      showSchools: false,
      emailIdentifier: false,
      actor: 'test',
    });
    const found = await hosts.home.ports.store.readCredential(hosts.badge);
    const newer = found?.credential?.document ?? '';
    expect((await upsert(newer, LD_TYPE)).status).toBe(200);
    expect((await upsert(before, LD_TYPE)).status).toBe(304);
    expect((await list()).credential).toEqual([JSON.parse(newer)]);
  });

  it.each([
    ['was changed', (document: string) => document.replace('RUPN', 'RUPNX')],
    [
      'has lost its proof',
      (document: string) => JSON.stringify({ ...JSON.parse(document), proof: undefined }),
    ],
    ['names a member twice', (document: string) => document.replace('{', '{"id":"https://x.example/1",')],
    ['is an address to be fetched', () => JSON.stringify('https://jalon.test/credentials/x')],
    ['is a list', (document: string) => `[${document}]`],
  ])('is not kept where it %s', async (_what, change) => {
    const before = await list();
    const answer = await upsert(change(hosts.document), JSON_TYPE);
    expect(answer.status).toBe(400);
    expect(await list()).toEqual(before);
  });

  it.each([
    ['an address', 'https://jalon.test/credentials/x'],
    ['JSON', '{}'],
    ['a JWS with another signature', 'eyJhbGciOiJub25lIn0.e30.eA'],
  ])('is not kept as text where it is %s', async (_what, body) => {
    expect((await upsert(body, TEXT_TYPE)).status).toBe(400);
  });

  it('belongs to its holder, and is not shown to other people', async () => {
    const paul = await signInAs(hosts.away, PAUL);
    const { access_token } = await away.tokensFor(client, paul);
    expect(await (await away.api('/credentials', access_token)).json()).toEqual({});
    expect(await (await paul.get('/my/badges/elsewhere')).text()).not.toContain('RUPN engagé');
    expect(await (await claire.get('/my/badges/elsewhere')).text()).toContain('RUPN engagé');
  });

  it('is not kept a second time where this service has issued it to the same person', async () => {
    const home = makeHostClient(hosts.home);
    const known = await home.registered();
    const own = await signInAs(hosts.home, CLAIRE);
    const { access_token } = await home.tokensFor(known, own);
    const found = await hosts.home.ports.store.readCredential(hosts.badge);
    const init = { method: 'POST', headers: LD_TYPE, body: found?.credential?.document ?? '' };
    expect((await home.api('/credentials', access_token, init)).status).toBe(200);
    expect(await hosts.home.ports.store.readHeldBadges(own.personId)).toEqual([]);
  });
});

describe('the badges of this service', () => {
  it('are read as they were signed, once accepted, and not once hidden or revoked', async () => {
    const home = makeHostClient(hosts.home);
    const own = await signInAs(hosts.home, CLAIRE);
    const { access_token } = await home.tokensFor(await home.registered(), own);
    const read = async () => (await home.api('/credentials', access_token)).text();
    const found = await hosts.home.ports.store.readCredential(hosts.badge);
    expect(await read()).toBe(`{"credential":[${found?.credential?.document}]}`);
    await own.post(`/my/badges/${hosts.badge}/hide`);
    expect(await read()).toBe('{}');
    await own.post(`/my/badges/${hosts.badge}/show`);
    expect(await read()).not.toBe('{}');
  });
});

describe('a page of badges', () => {
  it('gives their number, and links to the first, the last, the next and the previous page', async () => {
    const paul = await signInAs(hosts.away, PAUL);
    const { access_token } = await away.tokensFor(client, paul);
    const { store } = hosts.away.ports;
    for (const [index, day] of ['01', '02', '03', '04', '05'].entries()) {
      const content = JSON.stringify({ name: `b${index}` });
      const badge = {
        id: `held-${index}`,
        personId: paul.personId,
        badgeKey: `key-${index}`,
        form: 'json' as const,
        content,
        characters: content.length,
        issuerId: 'did:web:other.example',
        credentialId: `urn:x:${index}`,
        validFrom: `2026-01-${day}T00:00:00Z`,
        receivedAt: hosts.away.ports.clock.now(),
        check: { verified: index !== 4, verdict: 'valid', at: hosts.away.ports.clock.now() },
      };
      await store.commit([{ kind: 'held-badge-saved', badge }]);
    }
    const page = async (query: string) => {
      const answer = await away.api(`/credentials${query}`, access_token);
      const names = (((await answer.json()).credential ?? []) as { name: string }[]).map(({ name }) => name);
      const links = answer.headers.get('Link') ?? '';
      const rels = Object.fromEntries(
        [...links.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url = '', rel]) => [
          rel,
          Number(new URL(url).searchParams.get('offset')),
        ]),
      );
      return { names, rels, total: answer.headers.get('X-Total-Count') };
    };
    // The fifth badge did not verify at its last check.
    expect(await page('')).toEqual({
      names: ['b0', 'b1', 'b2', 'b3'],
      rels: { first: 0, last: 0 },
      total: '4',
    });
    expect(await page('?limit=2')).toEqual({
      names: ['b0', 'b1'],
      rels: { first: 0, last: 2, next: 2 },
      total: '4',
    });
    expect(await page('?limit=2&offset=2')).toEqual({
      names: ['b2', 'b3'],
      rels: { first: 0, last: 2, prev: 0 },
      total: '4',
    });
    expect(await page('?limit=3&offset=1')).toEqual({
      names: ['b1', 'b2', 'b3'],
      rels: { first: 0, last: 3, prev: 0 },
      total: '4',
    });
    expect((await page('?offset=40')).names).toEqual([]);
    expect((await page('?since=2026-01-02T00:00:00Z')).names).toEqual(['b2', 'b3']);
    expect((await page('?since=2026-01-03T00:00:00')).total).toBe('1');
  });
});

describe('the profile', () => {
  it('has only the name of the person, until a client writes one', async () => {
    const answer = await (await away.api('/profile', token)).json();
    expect(answer).toMatchObject({ type: ['Profile'], name: 'Claire Dupont' });
    expect(schemaOf('profile').validate(answer).errors).toEqual([]);
    expect(JSON.stringify(answer)).not.toContain(claire.personId);
    const written = '{"id":"https://claire.example/", "type":["Profile"], "name":"C. D."}';
    const put = await away.api('/profile', token, { method: 'PUT', headers: JSON_TYPE, body: written });
    expect([put.status, await put.text()]).toEqual([200, written]);
    expect(await (await away.api('/profile', token)).text()).toBe(written);
    const [person] = await hosts.away.ports.store.readPeople([claire.personId]);
    expect(person?.familyName).toBe('Dupont');
  });
});

describe('a person', () => {
  it('gets a badge from elsewhere back as it came', async () => {
    await upsert(hosts.jws, TEXT_TYPE);
    const [held] = await hosts.away.ports.store.readHeldBadges(claire.personId);
    const file = await claire.get(`/my/badges/elsewhere/${held?.id}/file`);
    const [whole] = await hosts.away.ports.store.readWholeBadges(claire.personId, [held?.id ?? '']);
    expect(await file.text()).toBe(whole?.content);
    const paul = await signInAs(hosts.away, PAUL);
    expect((await paul.get(`/my/badges/elsewhere/${held?.id}/file`)).status).toBe(404);
  });

  it('gets everything in their export, with the acts of the client', async () => {
    const tables = await hosts.away.ports.store.exportPerson(claire.personId);
    expect(tables?.['host_grant']).toHaveLength(1);
    expect(tables?.['host_profile']).toHaveLength(1);
    expect(tables?.['held_badge']).toMatchObject([{ name: expect.stringContaining('RUPN') }]);
    expect(tables?.['audit']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'host-access-granted' }),
        expect.objectContaining({ action: 'held-badge-added' }),
        expect.objectContaining({ action: 'held-badge-replaced' }),
        expect.objectContaining({ action: 'host-profile-written' }),
      ]),
    );
  });

  it('removes a badge and ends the access of a client, each with its line in the audit', async () => {
    const { services, ports } = hosts.away;
    const [held] = await ports.store.readHeldBadges(claire.personId);
    await services.removeHeldBadge(claire.personId, held?.id ?? '');
    const [own] = await services.readOwnGrants(claire.personId);
    await services.endOwnGrant(claire.personId, own?.grant.id ?? '');
    const audit = await ports.store.readAuditOf(claire.personId, 2);
    expect(audit.map(({ action }) => action).toSorted()).toEqual(['held-badge-removed', 'host-access-ended']);
  });
});
