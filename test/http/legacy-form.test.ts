import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import {
  type IssuedBadge,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

const ADDRESS = 'claire.dupont@ac-test.example';

let service: TestService;
let badge: IssuedBadge;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
});
afterAll(() => service.stop());

const ob2 = () => service.get(`${badge.path}/ob2`);

describe('a badge of ours in the form of Open Badges 2.0', () => {
  it('does not exist before its holder accepts it, nor without the e-mail identifier', async () => {
    expect((await ob2()).status).toBe(404);
    await service.services.acceptCredential({ id: badge.id, actor: 'test' });
    expect((await ob2()).status).toBe(404);
  });

  it('is an assertion with its class and its issuer, and contains no address in clear', async () => {
    await service.services.acceptCredential({ id: badge.id, actor: 'test', emailIdentifier: true });
    const answer = await ob2();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toContain('application/ld+json');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const text = await answer.text();
    expect(text).not.toContain(ADDRESS);
    const assertion = JSON.parse(text);
    expect(assertion).toMatchObject({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: `${TEST_ORIGIN}${badge.path}/ob2`,
      recipient: { type: 'email', hashed: true, identity: expect.stringMatching(/^sha256\$[0-9a-f]{64}$/) },
      verification: { type: 'HostedBadge' },
    });
    const badgeClass = await (await service.get(assertion.badge.replace(TEST_ORIGIN, ''))).json();
    expect(badgeClass).toMatchObject({
      type: 'BadgeClass',
      id: assertion.badge,
      criteria: { narrative: expect.any(String) },
    });
    const issuer = await (await service.get(badgeClass.issuer.replace(TEST_ORIGIN, ''))).json();
    expect(issuer).toMatchObject({
      type: 'Issuer',
      id: badgeClass.issuer,
      email: expect.stringContaining('@'),
    });
    for (const address of [badgeClass.image, assertion.image]) {
      expect((await service.get(address.replace(TEST_ORIGIN, ''))).status).toBe(200);
    }
  });

  it('is verified by this service as a hosted badge, as ours, for its holder', async () => {
    const url = `${TEST_ORIGIN}${badge.path}/ob2`;
    const report = await service.verify({ kind: 'url', url }, { recipient: ADDRESS });
    expect(report).toMatchObject({
      ...{ verified: true, verdict: 'valid-older', recipient: 'confirmed' },
      older: { version: '2.0', kind: 'hosted' },
      issuer: { trust: 'ours' },
    });
    const changed = { ...(await (await ob2()).json()), issuedOn: '2001-01-01T00:00:00Z' };
    expect((await service.verify({ kind: 'document', document: changed })).verdict).toBe('not-confirmed');
  });

  it('is compared on the page with the typed address, which only the page repeats', async () => {
    const send = async (recipient: string, lang = 'fr') => {
      const body = new FormData();
      body.set('credential', `${TEST_ORIGIN}${badge.path}/ob2`);
      body.set('recipient', recipient);
      const answer = await service.app.request(`${TEST_ORIGIN}/verify?lang=${lang}`, {
        method: 'POST',
        body,
      });
      return { status: answer.status, html: await answer.text() };
    };
    const match = await send(ADDRESS);
    expect(match.html).toContain(fr.trust.recipient.confirmed);
    expect(match.html).toContain('(Open Badges 2.0, hébergé)');
    expect((await send('autre@ac-test.example')).html).toContain(fr.trust.recipient['other-address']);
    expect((await send(ADDRESS, 'en')).html).toContain('This badge was issued to the given address.');
    const wrong = await send('Claire Dupont');
    expect(wrong.status).toBe(400);
    expect(wrong.html).toMatch(/id="recipient"[^>]*aria-invalid="true"/);
  });

  it('is reported by the API with its version and its issuer, next to the former members', async () => {
    const answer = await service.post('/api/v1/verifications', { url: `${TEST_ORIGIN}${badge.path}/ob2` });
    expect(await answer.json()).toMatchObject({
      ...{ verified: true, verdict: 'valid-older' },
      older: { version: '2.0', kind: 'hosted' },
      issuer: { id: `${TEST_ORIGIN}/issuer/ob2`, trust: 'ours' },
    });
  });

  it('is withdrawn by the rules of the standard once it is revoked', async () => {
    const before = await (await ob2()).json();
    await service.services.revokeCredential({ id: badge.id, actor: 'test', reason: 'Erreur de saisie' });
    const answer = await ob2();
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({
      id: before.id,
      revoked: true,
      revocationReason: 'Erreur de saisie',
    });
    expect(await service.verify({ kind: 'document', document: before })).toMatchObject({
      verified: false,
      verdict: 'revoked',
    });
  });
});
