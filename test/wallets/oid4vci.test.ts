import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { didKeyOf, jwkOf, methodOf } from '../support/suite-signing.ts';
import { ED, keyProof, ORIGIN, P256, startWalletFixture, type WalletFixture } from './fixture.ts';
import { takeBadge } from './third-party.ts';

const PRE_AUTHORISED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

let fixture: WalletFixture;
beforeAll(async () => {
  fixture = await startWalletFixture();
});
afterAll(() => fixture.service.stop());

/** Takes the badge like a wallet. */
const take = (secret: string, signer: object, more: Parameters<typeof takeBadge>[1] = {}) =>
  takeBadge(
    { fetch: async (url, init) => fixture.service.app.request(url, init), origin: ORIGIN, secret, signer },
    more,
  );

const BY_DID = { method: 'did', didUrl: methodOf(ED), alg: 'EdDSA' };
const BY_JWK = { method: 'jwk', publicJwk: jwkOf(P256), alg: 'ES256' };

const post = (path: string, body: BodyInit, headers: Record<string, string>) =>
  fixture.service.app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers });
const redeem = async (fields: Record<string, string>) => {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const answer = await post('/oid4vci/token', new URLSearchParams(fields).toString(), type);
  return { status: answer.status, body: await answer.json() };
};
const codeIn = async (secret: string): Promise<string> => {
  const offer = await (await fixture.service.get(`/oid4vci/offers/${secret}`)).json();
  return offer.grants[PRE_AUTHORISED]['pre-authorized_code'];
};
const withCode = (code: string, more = {}) => ({
  grant_type: PRE_AUTHORISED,
  'pre-authorized_code': code,
  ...more,
});
const tokenOf = async (secret: string) => (await redeem(withCode(await codeIn(secret)))).body.access_token;
const nonce = async () => (await (await post('/oid4vci/nonce', '', {})).json()).c_nonce;
const ask = async (token: string, proofs: unknown, more: JsonObject = {}) => {
  const body = JSON.stringify({ credential_configuration_id: 'OpenBadgeCredential', proofs, ...more });
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const answer = await post('/oid4vci/credential', body, headers);
  return { status: answer.status, body: await answer.json() };
};

describe('another project’s wallet', () => {
  it('takes the badge, which names its key and verifies, under the same address and status', async () => {
    const before = await fixture.readBadge();
    const { credential } = await take((await fixture.offer()).secret, BY_DID);
    const taken = credential as JsonObject;
    expect(taken['credentialSubject']).toMatchObject({ id: didKeyOf(ED) });
    expect(taken).toMatchObject({
      id: before['id'],
      credentialStatus: before['credentialStatus'],
    });
    expect(taken['awardedDate']).toBe(before['awardedDate']);
    expect(String(taken['validFrom']) > String(before['validFrom'])).toBe(true);
    const verified = await fixture.service.post('/vc-api/credentials/verify', {
      verifiableCredential: taken,
    });
    expect(verified.status).toBe(200);
    // The wallet has the same document that anyone reads at the address.
    expect(await fixture.readBadge()).toEqual(taken);
    const page = await (await fixture.claire.get(`/my/badges/${fixture.id}/wallet`)).text();
    expect(page).toMatch(like(fr.wallets.taken(ANY)));
  });

  it('takes it as a JWT for a key without a DID, with the number that the page shows', async () => {
    const { secret, pin } = await fixture.offer({ pin: 'yes' });
    const { credential } = await take(secret, BY_JWK, {
      configuration: 'OpenBadgeCredential_jwt',
      txCode: pin ?? '',
    });
    const report = await fixture.service.verify({ kind: 'parsed', value: credential });
    expect(report.verified).toBe(true);
    expect(report.credential?.['credentialSubject']).toMatchObject({
      id: expect.stringMatching(/^did:jwk:/),
    });
  });
});

describe('a wallet does not get', () => {
  it('a second token for one code, which then ends the offer', async () => {
    const { secret } = await fixture.offer();
    const code = await codeIn(secret);
    const first = await redeem(withCode(code));
    expect(first.status).toBe(200);
    expect(await redeem(withCode(code))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const proof = keyProof(await nonce());
    expect((await ask(first.body.access_token, { jwt: [proof] })).status).toBe(401);
  });

  it('a token without the number, or after five wrong ones', async () => {
    const { secret, pin = '' } = await fixture.offer({ pin: 'yes' });
    const code = await codeIn(secret);
    expect((await redeem(withCode(code))).body.error).toBe('invalid_request');
    const wrong = pin === '000000' ? '000001' : '000000';
    for (let at = 0; at < 5; at += 1)
      expect((await redeem(withCode(code, { tx_code: wrong }))).body.error).toBe('invalid_grant');
    expect((await redeem(withCode(code, { tx_code: pin }))).body.error).toBe('invalid_grant');
  });

  it('more than five tries at the number, also where a hundred come at once', async () => {
    const { secret, pin = '' } = await fixture.offer({ pin: 'yes' });
    const code = await codeIn(secret);
    const wrong = Array.from({ length: 100 }, (_, at) =>
      String((Number(pin) + at + 1) % 1e6).padStart(6, '0'),
    );
    const tried = await Promise.all(wrong.map((one) => redeem(withCode(code, { tx_code: one }))));
    expect(tried.every(({ body }) => body.error === 'invalid_grant')).toBe(true);
    const judged = tried.filter(({ body }) => body.error_description === 'tx_code is not the one shown');
    expect(judged).toHaveLength(5);
    expect((await redeem(withCode(code, { tx_code: pin }))).body.error).toBe('invalid_grant');
  });

  it.each<readonly [string, () => Promise<Record<string, string>>]>([
    ['for another grant', async () => ({ grant_type: 'authorization_code', code: 'x' })],
    ['without a code', async () => ({ grant_type: PRE_AUTHORISED })],
    ['for a code that was never given', async () => withCode('0'.repeat(64))],
    ['for the secret of the address itself', async () => withCode((await fixture.offer()).secret)],
    [
      'with a number that nobody asked',
      async () => withCode(await codeIn((await fixture.offer()).secret), { tx_code: '1' }),
    ],
  ])('a token %s', async (_, fields) => {
    expect((await redeem(await fields())).status).toBe(400);
  });

  it('an offer that was withdrawn or replaced', async () => {
    const { secret } = await fixture.offer();
    const code = await codeIn(secret);
    const { secret: second } = await fixture.offer();
    expect((await redeem(withCode(code))).body.error).toBe('invalid_grant');
    await fixture.claire.post(`/my/badges/${fixture.id}/wallet/withdrawal`);
    expect((await fixture.service.get(`/oid4vci/offers/${second}`)).status).toBe(404);
  });

  it.each<readonly [string, string, (nonce: string) => unknown]>([
    ['no proof', 'invalid_proof', () => undefined],
    ['two proofs', 'invalid_proof', (it) => ({ jwt: [keyProof(it), keyProof(it)] })],
    [
      'a proof for another issuer',
      'invalid_proof',
      (it) => ({ jwt: [keyProof(it, { payload: { aud: 'https://example.org' } })] }),
    ],
    [
      'a proof for two issuers',
      'invalid_proof',
      (it) => ({ jwt: [keyProof(it, { payload: { aud: [ORIGIN, 'https://example.org'] } })] }),
    ],
    ['a nonce that is not ours', 'invalid_nonce', () => ({ jwt: [keyProof('A'.repeat(44))] })],
    ['no nonce', 'invalid_nonce', (it) => ({ jwt: [keyProof(it, { payload: { nonce: undefined } })] })],
    [
      'an old proof',
      'invalid_proof',
      (it) => ({ jwt: [keyProof(it, { payload: { iat: Math.floor(Date.now() / 1000) - 900 } })] }),
    ],
    ['another type', 'invalid_proof', (it) => ({ jwt: [keyProof(it, { header: { typ: 'JWT' } })] })],
    ['alg none', 'invalid_proof', (it) => ({ jwt: [keyProof(it, { header: { alg: 'none' } })] })],
    [
      'an algorithm of another key',
      'invalid_proof',
      (it) => ({ jwt: [keyProof(it, { header: { alg: 'ES256' } })] }),
    ],
    ['two keys', 'invalid_proof', (it) => ({ jwt: [keyProof(it, { header: { jwk: jwkOf(ED) } })] })],
    [
      'the key of somebody else',
      'invalid_proof',
      (it) => ({ jwt: [keyProof(it, { header: { kid: methodOf(P256), alg: 'ES256' } })] }),
    ],
    [
      'a private key',
      'invalid_proof',
      (it) => ({ jwt: [keyProof(it, { header: { kid: undefined, jwk: { ...jwkOf(ED), d: 'AAAA' } } })] }),
    ],
    [
      'the DID of a web site',
      'invalid_proof',
      (it) => ({ jwt: [keyProof(it, { header: { kid: 'did:web:jalon.test#k1' } })] }),
    ],
  ])('the badge for %s, and the token remains valid', async (_, error, proofs) => {
    const token = await tokenOf((await fixture.offer()).secret);
    expect((await ask(token, proofs(await nonce()))).body.error).toBe(error);
    expect((await ask(token, { jwt: [keyProof(await nonce())] })).status).toBe(200);
  });

  it('the badge twice for one offer, nor for a nonce that was used', async () => {
    const token = await tokenOf((await fixture.offer()).secret);
    const used = await nonce();
    expect((await ask(token, { jwt: [keyProof(used)] })).status).toBe(200);
    expect(await ask(token, { jwt: [keyProof(await nonce())] })).toMatchObject({
      status: 401,
      body: { error: 'invalid_token' },
    });
    const other = await tokenOf((await fixture.offer()).secret);
    expect((await ask(other, { jwt: [keyProof(used)] })).body.error).toBe('invalid_nonce');
  });

  it('a configuration that does not exist', async () => {
    const token = await tokenOf((await fixture.offer()).secret);
    const unknown = { credential_configuration_id: 'Diploma' };
    expect((await ask(token, { jwt: [keyProof(await nonce())] }, unknown)).body.error).toBe(
      'unknown_credential_configuration',
    );
  });

  it('a badge that was hidden after it was offered', async () => {
    const token = await tokenOf((await fixture.offer()).secret);
    await fixture.claire.post(`/my/badges/${fixture.id}/hide`);
    expect((await ask(token, { jwt: [keyProof(await nonce())] })).body.error).toBe('invalid_token');
    await fixture.claire.post(`/my/badges/${fixture.id}/show`);
  });
});

describe('the record of an offer', () => {
  it('contains no secret, and is deleted when it has ended', async () => {
    const { secret } = await fixture.offer({ pin: 'yes' });
    const [waiting] = await fixture.service.ports.store.readWalletOffersOf(fixture.id as never);
    const saved = JSON.stringify(waiting);
    for (const text of [secret, await codeIn(secret)]) expect(saved).not.toContain(text);
    const later = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '');
    await fixture.service.ports.store.commit([{ kind: 'wallets-forgotten', at: later as never }]);
    const left = await fixture.service.ports.store.readWalletOffersOf(fixture.id as never);
    expect(left.every(({ taken }) => taken !== undefined)).toBe(true);
  });

  it('is shown to the person, and the badge can be untied again', async () => {
    const { personId } = fixture.claire;
    const exported = JSON.stringify(await fixture.service.ports.store.exportPerson(personId));
    expect(exported).toContain(didKeyOf(ED));
    expect(exported).not.toMatch(/secret_hash|code_hash|token_hash/);
    await fixture.claire.post(`/my/badges/${fixture.id}/wallet/leaving`);
    expect((await fixture.readBadge())['credentialSubject']).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:/),
    });
    expect(await fixture.service.ports.store.readWalletOffersOf(fixture.id as never)).toEqual([]);
  });

  it('has a line in the audit for each of its states', async () => {
    const audit = await fixture.service.ports.store.readAuditOf(fixture.id, 200);
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['wallet-offered', 'wallet-offer-withdrawn', 'wallet-taken', 'wallet-left']),
    );
  });
});
