import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '../../src/open-badges/keys/base64url.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { badgeFrom, ED, P256, SUITES, signedBy } from '../support/corpus/suites.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { didKeyOf, embedSuiteProof, jwkOf, jwsBy, methodOf } from '../support/suite-signing.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const SUITE = { cryptosuite: 'eddsa-rdfc-2022' };

let service: TestService;
let good: JsonObject;
let ours: JsonObject;
let ourJws: string;

beforeAll(async () => {
  service = await startTestService();
  await service.importText(ONE_RUPN);
  const [badge] = await issueEverything(service);
  await service.services.acceptCredential({ id: badge?.id as never, actor: 'test' });
  ours = await (await service.get(`${badge?.path}.json`)).json();
  ourJws = await (await service.get(`${badge?.path}.jws`)).text();
  good = await signedBy(ED, SUITE);
});
afterAll(() => service.stop());

const verify = async (body: unknown) => {
  const response = await service.post('/vc-api/credentials/verify', body);
  return { status: response.status, answer: await response.json() };
};
const envelope = (changes: JsonObject = {}): JsonObject => ({
  '@context': [V2],
  type: ['EnvelopedVerifiableCredential'],
  id: `data:application/vc+jwt,${ourJws}`,
  ...changes,
});
const withProof = (changes: JsonObject): JsonObject => ({
  ...(good['proof'] as readonly JsonObject[])[0],
  ...changes,
});
const VERIFIED = { status: 200, answer: { verified: true } };
const REFUSED = {
  status: 400,
  answer: {
    verified: false,
    problemDetails: expect.arrayContaining([
      { type: expect.stringMatching(/^https:/), title: expect.any(String), detail: expect.any(String) },
    ]),
  },
};

describe('verifying by the VC-API', () => {
  it('verifies ours and anyone’s, with and without options', async () => {
    expect(await verify({ verifiableCredential: ours })).toEqual(VERIFIED);
    expect(await verify({ verifiableCredential: good, options: {} })).toEqual(VERIFIED);
    expect(await verify({ verifiableCredential: good, options: { checks: ['proof'] } })).toEqual(VERIFIED);
  });

  it.each(
    SUITES.filter(([, , { cryptosuite, type }]) => type || /jcs-2022|rdfc-2019/.test(String(cryptosuite))),
  )('verifies %s', async (_, key, options) => {
    expect(await verify({ verifiableCredential: await signedBy(key, options) })).toEqual(VERIFIED);
  });

  it('verifies a credential of the data model 1.1, and opens an envelope', async () => {
    const old = await embedSuiteProof(
      {
        '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/data-integrity/v2'],
        type: ['VerifiableCredential'],
        issuer: didKeyOf(ED),
        issuanceDate: '2026-01-01T00:00:00Z',
        credentialSubject: { id: 'did:example:a' },
      },
      ED,
      { ...SUITE, verificationMethod: methodOf(ED) },
    );
    expect(await verify({ verifiableCredential: old })).toEqual(VERIFIED);
    expect(await verify({ verifiableCredential: envelope() })).toEqual(VERIFIED);
  });

  it('judges a good proof next to one of another suite as the page and the API do', async () => {
    const other = { type: 'JsonWebSignature2020', proofPurpose: 'assertionMethod' };
    const both = { ...good, proof: [withProof({}), other] };
    expect(await verify({ verifiableCredential: both })).toEqual(VERIFIED);
    const api = await service.post('/api/v1/verifications', { credential: both });
    expect(await api.json()).toMatchObject({ verified: true });
    expect(await verify({ verifiableCredential: { ...good, proof: [other] } })).toMatchObject(REFUSED);
  });

  it('leaves presentations to their own address', async () => {
    const presentation = { '@context': [V2], type: ['VerifiablePresentation'], verifiableCredential: [good] };
    expect(await verify({ verifiableCredential: { ...presentation, proof: [withProof({})] } })).toMatchObject(
      REFUSED,
    );
  });

  it('checks every proof of a set and of a chain', async () => {
    const by = (key: typeof ED, document: JsonObject, more: JsonObject = {}) =>
      embedSuiteProof(document, key, {
        cryptosuite: key === ED ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019',
        verificationMethod: methodOf(key),
        ...more,
      });
    const set = await by(P256, good);
    expect(await verify({ verifiableCredential: set })).toEqual(VERIFIED);
    const [first, second] = set['proof'] as readonly JsonObject[];
    const spoilt = { ...second, proofValue: first?.['proofValue'] };
    expect(await verify({ verifiableCredential: { ...set, proof: [first, spoilt] } })).toMatchObject(REFUSED);
    const follows = await by(P256, good, { previousProof: 'urn:uuid:no-such-proof' });
    expect(await verify({ verifiableCredential: follows })).toMatchObject(REFUSED);
  });

  it.each<readonly [string, () => unknown]>([
    ['no credential', () => ({})],
    ['a credential as text', () => ({ verifiableCredential: ourJws })],
    ['a list of credentials', () => ({ verifiableCredential: [good] })],
    ['null', () => ({ verifiableCredential: null })],
    ['options that are a list', () => ({ verifiableCredential: good, options: [] })],
    ['no proof', () => ({ verifiableCredential: { ...good, proof: undefined } })],
    ['a proof that is null', () => ({ verifiableCredential: { ...good, proof: null } })],
    ['a proof that is a text', () => ({ verifiableCredential: { ...good, proof: 'proof' } })],
    ['an empty list of proofs', () => ({ verifiableCredential: { ...good, proof: [] } })],
    ...['type', 'verificationMethod', 'proofPurpose', 'proofValue'].flatMap((name) =>
      [undefined, 4].map((value): readonly [string, () => unknown] => [
        `a proof whose ${name} is ${value}`,
        () => ({ verifiableCredential: { ...good, proof: withProof({ [name]: value }) } }),
      ]),
    ),
    [
      'another purpose',
      () => ({ verifiableCredential: { ...good, proof: withProof({ proofPurpose: 'authentication' }) } }),
    ],
    ['a changed text', () => ({ verifiableCredential: { ...good, name: 'Another' } })],
    ['no context', () => ({ verifiableCredential: { ...good, '@context': undefined } })],
    ['a context that is a text', () => ({ verifiableCredential: { ...good, '@context': V2 } })],
    ['no type', () => ({ verifiableCredential: { ...good, type: undefined } })],
    ['an envelope of other contexts', () => ({ verifiableCredential: envelope({ '@context': [V2, V2] }) })],
    [
      'an envelope of two types',
      () => ({
        verifiableCredential: envelope({ type: ['EnvelopedVerifiableCredential', 'VerifiableCredential'] }),
      }),
    ],
    [
      'an envelope of another scheme',
      () => ({ verifiableCredential: envelope({ id: `data:application/jwt,${ourJws}` }) }),
    ],
    [
      'an envelope with parameters',
      () => ({ verifiableCredential: envelope({ id: `data:application/vc+jwt;x=1,${ourJws}` }) }),
    ],
    [
      'an envelope of nothing',
      () => ({ verifiableCredential: envelope({ id: 'data:application/vc+jwt,' }) }),
    ],
    [
      'an envelope that somebody else signed',
      () => ({
        verifiableCredential: envelope({
          id: `data:application/vc+jwt,${jwsBy(P256, { alg: 'ES256', jwk: jwkOf(P256) }, { ...badgeFrom('did:web:jalon.test'), iss: 'did:web:jalon.test' })}`,
        }),
      }),
    ],
  ])('does not verify %s', async (_, body) => {
    expect(await verify(body())).toMatchObject(REFUSED);
  });

  it('does not verify a revoked badge, and gives the reason', async () => {
    const id = new URL(String(ours['id'])).pathname.split('/').at(-1) as never;
    await service.services.revokeCredential({ id, reason: 'Essai', actor: 'test' });
    const { status, answer } = await verify({ verifiableCredential: ours });
    expect([status, answer.problemDetails[0].type]).toEqual([
      400,
      'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    ]);
  });

  it('refuses a member that is named twice', async () => {
    const text = JSON.stringify({ verifiableCredential: good }).replace('{', '{"verifiableCredential":{},');
    const response = await service.app.request('https://jalon.test/vc-api/credentials/verify', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: text,
    });
    expect(response.status).toBe(400);
  });

  it('answers pages of any origin', async () => {
    const response = await service.post('/vc-api/credentials/verify', {});
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});

const DID_JWK = `did:jwk:${toBase64Url(Buffer.from(JSON.stringify(jwkOf(P256))))}`;

describe('verifying a presentation by the VC-API', () => {
  const REQUESTED = { challenge: 'c2b1', domain: 'jalon.test' };
  const present = (changes: JsonObject = {}, proof: JsonObject = {}, key = ED) =>
    embedSuiteProof({ '@context': [V2], type: ['VerifiablePresentation'], ...changes }, key, {
      cryptosuite: key === ED ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019',
      verificationMethod: methodOf(key),
      proofPurpose: 'authentication',
      ...REQUESTED,
      ...proof,
    });
  const check = async (verifiablePresentation: unknown, options: unknown = REQUESTED) => {
    const response = await service.post('/vc-api/presentations/verify', { verifiablePresentation, options });
    return { status: response.status, answer: await response.json() };
  };

  it('verifies the presenter, alone and with credentials', async () => {
    expect(await check(await present())).toEqual(VERIFIED);
    const holder = didKeyOf(ED);
    expect(await check(await present({ holder, verifiableCredential: [good] }))).toEqual(VERIFIED);
    expect(
      await check(await present({ holder: DID_JWK }, { verificationMethod: `${DID_JWK}#0` }, P256)),
    ).toEqual(VERIFIED);
    const noDomain = await present({}, { domain: undefined });
    expect(await check(noDomain, { challenge: REQUESTED.challenge })).toEqual(VERIFIED);
  });

  it.each<readonly [name: string, make: () => unknown, options?: unknown]>([
    ['no presentation', () => undefined],
    ['a text', () => 'eyJ'],
    ['no challenge asked', () => present(), {}],
    ['no options', () => present(), null],
    ['another challenge', () => present({}, { challenge: 'another' })],
    ['no challenge', () => present({}, { challenge: undefined })],
    ['another domain', () => present({}, { domain: 'example.org' })],
    ['no domain where one is asked', () => present({}, { domain: undefined })],
    ['a domain that nobody asked', () => present(), { challenge: REQUESTED.challenge }],
    ['a proof for another purpose', () => present({}, { proofPurpose: 'assertionMethod' })],
    ['a proof that has expired', () => present({}, { expires: '2026-07-13T00:00:00Z' })],
    ['a holder who did not sign', () => present({ holder: didKeyOf(P256) })],
    ['a holder that is no URL', async () => ({ ...(await present()), holder: 'me' })],
    ['a holder added afterwards', async () => ({ ...(await present()), holder: didKeyOf(ED) })],
    ['no proof', async () => ({ ...(await present()), proof: undefined })],
    ['no type', () => present({ type: ['VerifiableCredential'] })],
    ['a bad credential inside', () => present({ verifiableCredential: [{ ...good, name: 'Another' }] })],
    [
      'one bad credential beside a good one',
      () => present({ verifiableCredential: [good, { ...good, name: 'Another' }] }),
    ],
    [
      'an envelope of another type inside',
      () => present({ verifiableCredential: [envelope({ id: 'data:application/jwt,a.b.c' })] }),
    ],
    [
      'a key that is for signing only',
      async () =>
        present(
          { holder: 'did:web:jalon.test' },
          { verificationMethod: (ours['proof'] as readonly JsonObject[])[0]?.['verificationMethod'] },
        ),
    ],
  ])('does not verify %s', async (_, make, options) => {
    const answered = await check(
      await (make as () => unknown)(),
      options === undefined ? REQUESTED : options,
    );
    expect(answered).toMatchObject(REFUSED);
  });

  const asJwt = (claims: JsonObject = {}, header: JsonObject = {}, key: typeof ED = ED) => ({
    '@context': V2,
    type: 'EnvelopedVerifiablePresentation',
    id: `data:application/vp+jwt,${jwsBy(
      key,
      { alg: key === ED ? 'EdDSA' : 'ES256', typ: 'vp+jwt', kid: methodOf(key), ...header },
      {
        '@context': [V2],
        type: ['VerifiablePresentation'],
        holder: didKeyOf(key),
        verifiableCredential: [good],
        nonce: REQUESTED.challenge,
        aud: REQUESTED.domain,
        ...claims,
      },
    )}`,
  });

  it.each([
    ['Ed25519', ED],
    ['P-256', P256],
  ])('verifies a presentation that is a JWT, by %s', async (_, key) => {
    expect(await check(asJwt({}, {}, key))).toEqual(VERIFIED);
    expect(await check(asJwt({ aud: undefined }, {}, key), { challenge: REQUESTED.challenge })).toEqual(
      VERIFIED,
    );
  });

  it.each<readonly [string, unknown]>([
    ['another challenge', asJwtOf({ nonce: 'another' })],
    ['no challenge', asJwtOf({ nonce: undefined })],
    ['another domain', asJwtOf({ aud: 'example.org' })],
    ['no domain where one is asked', asJwtOf({ aud: undefined })],
    ['an end in the past', asJwtOf({ exp: 1 })],
    ['a beginning to come', asJwtOf({ nbf: 9_000_000_000 })],
    ['an issuer that is not the holder', asJwtOf({ iss: didKeyOf(P256) })],
    ['a holder who did not sign', asJwtOf({ holder: didKeyOf(P256) })],
    ['no holder', asJwtOf({ holder: undefined })],
    ['the type of a credential', asJwtOf({}, { typ: 'vc+jwt' })],
    ['a member that must be understood', asJwtOf({}, { crit: ['b64'] })],
    ['no signature', asJwtOf({}, { alg: 'none' })],
    ['an algorithm of another key', asJwtOf({}, { alg: 'ES256' })],
    ['a bad credential inside', asJwtOf({ verifiableCredential: [{ '@context': [V2], type: ['X'] }] })],
  ])('does not verify a JWT with %s', async (_, make) => {
    expect(await check((make as () => unknown)())).toMatchObject(REFUSED);
  });

  function asJwtOf(claims: JsonObject, header: JsonObject = {}) {
    return () => asJwt(claims, header);
  }

  it('does not verify a JWT that was changed, or is none', async () => {
    const whole = asJwt();
    const [head, , signature] = whole.id.split('.');
    const { id: other } = asJwt({ id: 'urn:uuid:0c7a5b1e-0000-4000-8000-000000000000' });
    const changed = { ...whole, id: [head, other.split('.')[1], signature].join('.') };
    const inside = { ...asJwt(), holder: didKeyOf(ED), nonce: REQUESTED.challenge, aud: REQUESTED.domain };
    const head2 = { alg: 'EdDSA', typ: 'vp+jwt', kid: methodOf(ED) };
    const nested = { ...whole, id: `data:application/vp+jwt,${jwsBy(ED, head2, inside)}` };
    for (const wrong of [
      nested,
      { ...whole, verifiableCredential: [good] },
      { ...whole, type: [whole.type, 'VerifiablePresentation'] },
    ])
      expect(await check(wrong)).toMatchObject(REFUSED);
    for (const wrong of [changed, { ...whole, id: 'data:application/vp+jwt,a.b.c' }, { ...whole, id: 'x' }])
      expect(await check(wrong)).toMatchObject(REFUSED);
  });
});
