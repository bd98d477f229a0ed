import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { didKeyOf, methodOf } from '../support/suite-signing.ts';
import { authentication, ED, ORIGIN, P256, startWalletFixture, type WalletFixture } from './fixture.ts';

let fixture: WalletFixture;
beforeAll(async () => {
  fixture = await startWalletFixture();
});
afterAll(() => fixture.service.stop());

const JSON_TYPE = { Accept: 'application/json' };
const protocolsOf = async (secret: string) =>
  (await (await fixture.service.get(`/interactions/${secret}?iuv=1`, JSON_TYPE)).json()).protocols;
const send = async (secret: string, body: unknown) => {
  const answer = await fixture.service.post(`/vc-api/exchanges/${secret}`, body);
  return { status: answer.status, body: await answer.json() };
};
const requestOf = async (secret: string): Promise<JsonObject> =>
  (await send(secret, {})).body.verifiablePresentationRequest;

describe('a wallet that speaks the VC-API', () => {
  it.each([
    ['Ed25519', ED],
    ['P-256', P256],
  ])('reads the code, identifies itself with a key of %s, and gets the badge', async (_, key) => {
    const { secret } = await fixture.offer();
    const protocols = await protocolsOf(secret);
    expect(Object.keys(protocols)).toEqual(['vcapi', 'OID4VCI']);
    expect(protocols.vcapi).toBe(`${ORIGIN}/vc-api/exchanges/${secret}`);
    const request = await requestOf(secret);
    expect(request).toMatchObject({ query: [{ type: 'DIDAuthentication' }], domain: 'jalon.test' });
    const { status, body } = await send(secret, {
      verifiablePresentation: await authentication(request, {}, key),
    });
    expect([status, body.verifiablePresentation?.type]).toEqual([200, ['VerifiablePresentation']]);
    const [badge] = body.verifiablePresentation.verifiableCredential;
    expect(badge.credentialSubject.id).toBe(didKeyOf(key));
    expect(
      (await fixture.service.post('/vc-api/credentials/verify', { verifiableCredential: badge })).status,
    ).toBe(200);
    expect((await send(secret, {})).status).toBe(404);
    expect((await fixture.service.get(`/interactions/${secret}`, JSON_TYPE)).status).toBe(404);
  });

  it.each<readonly [string, (request: JsonObject) => Promise<unknown>]>([
    ['another challenge', (request) => authentication(request, { challenge: 'another' })],
    ['another domain', (request) => authentication(request, { domain: 'example.org' })],
    ['no domain', (request) => authentication(request, { domain: undefined })],
    ['a holder who did not sign', (request) => authentication(request, { holder: didKeyOf(P256) })],
    [
      'the key of somebody else',
      (request) => authentication(request, { holder: didKeyOf(P256), verificationMethod: methodOf(P256) }),
    ],
    [
      'a proof for another purpose',
      (request) => authentication(request, { proofPurpose: 'assertionMethod' }),
    ],
    ['a text', async () => 'eyJ'],
  ])('gets nothing for %s', async (_, make) => {
    const { secret } = await fixture.offer();
    const before = await fixture.readBadge();
    const verifiablePresentation = await make(await requestOf(secret));
    expect(await send(secret, { verifiablePresentation })).toMatchObject({
      status: 400,
      body: { error: 'invalid_proof' },
    });
    expect(await fixture.readBadge()).toEqual(before);
  });

  it('gets nothing for a challenge that was already answered, nor for one of another offer', async () => {
    const { secret } = await fixture.offer();
    const request = await requestOf(secret);
    const bad = await authentication(request, { domain: 'example.org' });
    await send(secret, { verifiablePresentation: bad });
    const late = { verifiablePresentation: await authentication(request) };
    expect((await send(secret, late)).body.error).toBe('invalid_proof');
    const { secret: other } = await fixture.offer();
    await requestOf(other);
    expect((await send(other, late)).body.error).toBe('invalid_proof');
  });

  it('cannot avoid the number that the holder requires', async () => {
    const { secret } = await fixture.offer({ pin: 'yes' });
    expect(Object.keys(await protocolsOf(secret))).toEqual(['OID4VCI']);
    expect((await send(secret, {})).status).toBe(404);
  });
});

describe('the address in the code', () => {
  it('opens a page for people, with a code of at most 400 characters', async () => {
    const { secret } = await fixture.offer();
    expect(`${ORIGIN}/interactions/${secret}?iuv=1`.length).toBeLessThan(400);
    const page = await fixture.service.get(`/interactions/${secret}?iuv=1`);
    expect(page.headers.get('Cache-Control')).toContain('no-store');
    const html = await page.text();
    expect(html).toContain('openid-credential-offer://');
    expect(html).not.toContain('Dupont');
    const qr = await fixture.service.get(`/interactions/${secret}/qr.svg`);
    expect(qr.headers.get('Content-Type')).toContain('image/svg+xml');
  });

  it('gives the same answer for an unknown and for an ended offer', async () => {
    for (const secret of ['A'.repeat(44), 'short', '%2e%2e%2f'])
      expect((await fixture.service.get(`/interactions/${secret}`)).status).toBe(404);
  });

  it('is made only for a badge that is shown, by its holder', async () => {
    await fixture.claire.post(`/my/badges/${fixture.id}/hide`);
    expect((await fixture.claire.post(`/my/badges/${fixture.id}/wallet`)).status).toBe(409);
    await fixture.claire.post(`/my/badges/${fixture.id}/show`);
    expect((await fixture.service.post(`/my/badges/${fixture.id}/wallet`, {})).status).toBeGreaterThanOrEqual(
      400,
    );
  });
});
