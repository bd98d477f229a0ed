import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../src/open-badges/keys/base64url.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { verifyWebJws } from '../../src/open-badges/proofs/web-jws.ts';
import { asAuthorised } from '../support/as-authorised.ts';
import { payloadOf } from '../support/corpus/badge.ts';
import { embedProof, makeJws, publicRsa, RSA_KEYS } from '../support/credential-signing.ts';
import {
  DID,
  ENDED_KEY,
  ORIGIN,
  PROFILE_ID,
  PROFILE_KEY,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../support/fixtures/credentials.ts';
import { ED, EVIL, fixturePagesWithLies, lying, of, trust } from '../support/fixtures/lying-hosts.ts';
import { edwardsKey, jwkOf, jwsBy } from '../support/suite-signing.ts';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';

const METHOD = `${THIRD_PARTY_DID}#k1`;
const RSA_KID = `${DID}#rs-active`;
const payload = () => payloadOf(of(DID));
const hs256 = () => {
  const { n } = publicRsa(RSA_KEYS.active);
  return makeJws({ alg: 'HS256', kid: RSA_KID, jwk: { kty: 'oct', k: n } }, payload(), RSA_KEYS.attacker);
};
const [head, body, signature] = makeJws({ alg: 'RS256', kid: RSA_KID }, payload()).split('.');
const other = toBase64Url(Buffer.from(JSON.stringify({ ...payload(), name: 'Autre titre' })));
const withHeader = (header: string) => `${toBase64Url(Buffer.from(header))}.${body}.${signature}`;

const CONFUSED: readonly (readonly [string, string])[] = [
  ['none', makeJws({ alg: 'none', kid: RSA_KID }, payload())],
  ['None', makeJws({ alg: 'None', kid: RSA_KID }, payload())],
  ['a key for the attacker’s MAC', hs256()],
  ['another content', `${head}.${other}.${signature}`],
  ['an empty signature', `${head}.${body}.`],
  ['a signature of zeros', `${head}.${body}.${'A'.repeat(342)}`],
  ['another algorithm', makeJws({ alg: 'PS256', kid: RSA_KID }, payload())],
  ['an algorithm in a list', makeJws({ alg: ['RS256'], kid: RSA_KID }, payload())],
  ['the algorithm twice', withHeader(`{"alg":"none","alg":"RS256","kid":"${RSA_KID}"}`)],
  ['an elliptic algorithm', jwsBy(ED, { alg: 'ES256', kid: RSA_KID }, payload())],
  [
    'zeros for an elliptic key',
    jwsBy(
      { ...ED, sign: () => new Uint8Array(64) },
      { alg: 'ES256', kid: `${THIRD_PARTY_DID}#p256` },
      payloadOf(of(THIRD_PARTY_DID)),
    ),
  ],
  ['an unencoded content', makeJws({ alg: 'RS256', kid: RSA_KID, b64: false, crit: ['b64'] }, payload())],
  ['an extension', makeJws({ alg: 'RS256', kid: RSA_KID, crit: [] }, payload())],
  ['a chain of certificates', makeJws({ alg: 'RS256', x5c: ['AA'] }, payload(), RSA_KEYS.attacker)],
  ['an address of certificates', makeJws({ alg: 'RS256', x5u: EVIL, kid: RSA_KID }, payload())],
  ['an address of keys', makeJws({ alg: 'RS256', jku: EVIL, kid: RSA_KID }, payload())],
  ['another issuer as claim', makeJws({ alg: 'RS256', kid: RSA_KID }, payloadOf(of(DID), { iss: EVIL }))],
  ['issuers as claim', makeJws({ alg: 'RS256', kid: RSA_KID }, payloadOf(of(DID), { iss: [DID, EVIL] }))],
  ['two bodies', makeJws({ alg: 'RS256', kid: RSA_KID }, payloadOf(of(DID), { vc: of(THIRD_PARTY_DID) }))],
  ['two keys', makeJws({ alg: 'RS256', kid: RSA_KID, jwk: publicRsa(RSA_KEYS.attacker) }, payload())],
  [
    'the attacker’s key',
    makeJws({ alg: 'RS256', jwk: publicRsa(RSA_KEYS.attacker) }, payload(), RSA_KEYS.attacker),
  ],
  ['a stolen key', makeJws({ alg: 'RS256', kid: `${DID}#rs-stolen` }, payload(), RSA_KEYS.compromised)],
  [
    'the address of a stolen key',
    makeJws({ alg: 'RS256', kid: `${ORIGIN}/keys/rs-stolen` }, payload(), RSA_KEYS.compromised),
  ],
  [
    'a stolen key as it is',
    makeJws({ alg: 'RS256', jwk: publicRsa(RSA_KEYS.compromised) }, payload(), RSA_KEYS.compromised),
  ],
  ['a type of another kind', makeJws({ alg: 'RS256', kid: RSA_KID, typ: 'openid4vci-proof+jwt' }, payload())],
  ['four parts', `${head}.${body}.${signature}.`],
];

describe('a JWT that confuses', () => {
  it.each(CONFUSED)('is not believed with %s', async (_what, jws) => {
    const report = await makeTestVerifier(await fixturePagesWithLies(lying(DID)), { trust })({
      kind: 'document',
      document: jws,
    });
    expect(report.verified).toBe(false);
  });
});

type Altered = (signed: JsonObject, proof: JsonObject) => unknown;
const ALTERED: readonly (readonly [string, Altered])[] = [
  ['another title', (signed) => ({ ...signed, name: 'Autre titre' })],
  [
    'a member of the prototype',
    (signed) => JSON.parse(JSON.stringify(signed).replace('{', '{"__proto__":{"name":"x"},')),
  ],
  ['a constructor', (signed) => ({ ...signed, constructor: { name: 'x' } })],
  ['no proof', ({ proof: _, ...signed }) => signed],
  ['an empty list of proofs', (signed) => ({ ...signed, proof: [] })],
  ['a proof nested in a list', (signed, proof) => ({ ...signed, proof: [[proof]] })],
  ['a proof as text', (signed, proof) => ({ ...signed, proof: JSON.stringify(proof) })],
  [
    'a proof of two types',
    (signed, proof) => ({ ...signed, proof: { ...proof, type: ['DataIntegrityProof', 'X'] } }),
  ],
  ['another suite', (signed, proof) => ({ ...signed, proof: { ...proof, cryptosuite: 'eddsa-jcs-2022' } })],
  [
    'an older suite',
    (signed, proof) => ({
      ...signed,
      proof: { ...proof, type: 'Ed25519Signature2020', cryptosuite: undefined },
    }),
  ],
  [
    'a suite of the prototype',
    (signed, proof) => ({ ...signed, proof: { ...proof, cryptosuite: 'constructor' } }),
  ],
  [
    'another purpose',
    (signed, proof) => ({ ...signed, proof: { ...proof, proofPurpose: 'authentication' } }),
  ],
  ['no purpose', (signed, proof) => ({ ...signed, proof: { ...proof, proofPurpose: undefined } })],
  [
    'another instant',
    (signed, proof) => ({ ...signed, proof: { ...proof, created: '2020-01-01T00:00:00Z' } }),
  ],
  [
    'an end that was taken away',
    (signed, proof) => ({ ...signed, proof: { ...proof, expires: '2030-01-01T00:00:00Z' } }),
  ],
  [
    'a proof that follows itself',
    (signed, proof) => ({ ...signed, proof: { ...proof, id: 'urn:a', previousProof: 'urn:a' } }),
  ],
  [
    'proofs that follow each other',
    (signed, proof) => ({
      ...signed,
      proof: [
        { ...proof, id: 'urn:a', previousProof: 'urn:b' },
        { ...proof, id: 'urn:b', previousProof: 'urn:a' },
      ],
    }),
  ],
  [
    'a proof that follows none',
    (signed, proof) => ({ ...signed, proof: { ...proof, previousProof: 'urn:a' } }),
  ],
  [
    'a value in another base',
    (signed, proof) => ({
      ...signed,
      proof: { ...proof, proofValue: `u${toBase64Url(new Uint8Array(64))}` },
    }),
  ],
  [
    'a value of zeros',
    (signed, proof) => ({ ...signed, proof: { ...proof, proofValue: `z${'1'.repeat(64)}` } }),
  ],
  [
    'a value without base',
    (signed, proof) => ({ ...signed, proof: { ...proof, proofValue: String(proof['proofValue']).slice(1) } }),
  ],
  [
    'a value that is longer',
    (signed, proof) => ({ ...signed, proof: { ...proof, proofValue: `${proof['proofValue']}1` } }),
  ],
  [
    'a value in a list',
    (signed, proof) => ({ ...signed, proof: { ...proof, proofValue: [proof['proofValue']] } }),
  ],
  [
    'a context of the proof',
    (signed, proof) => ({
      ...signed,
      proof: { ...proof, '@context': ['https://w3id.org/security/data-integrity/v2'] },
    }),
  ],
  [
    'a method in an object',
    (signed, proof) => ({ ...signed, proof: { ...proof, verificationMethod: { id: METHOD } } }),
  ],
  ['a second bad proof', (signed, proof) => ({ ...signed, proof: [proof, { ...proof, proofValue: 'z1' }] })],
  ['an issuer in a list', (signed) => ({ ...signed, issuer: [signed['issuer']] })],
  ['another issuer', (signed) => ({ ...signed, issuer: { id: DID, type: ['Profile'], name: 'V' } })],
];

describe('a JWT of an Ed25519 key', () => {
  it.each(['EdDSA', 'Ed25519'])('is believed under the name %s of its algorithm', async (alg) => {
    const document = jwsBy(edwardsKey(4), { alg, kid: METHOD }, payloadOf(of(THIRD_PARTY_DID)));
    const report = await makeTestVerifier(await fixturePagesWithLies(lying(THIRD_PARTY_DID)))({
      kind: 'document',
      document,
    });
    expect(stepOf(report, 'proof')).toMatchObject({ result: 'passed', params: { suite: alg } });
    const key = asAuthorised(jwkOf(edwardsKey(4)));
    expect(await verifyWebJws({ jws: document, key })).toBe(true);
    expect(await verifyWebJws({ jws: document.slice(0, -4), key })).toBe(false);
  });
});

describe('a signed badge that was altered', () => {
  it.each(ALTERED)('is not believed with %s', async (_what, alter) => {
    const signed = await embedProof(of(THIRD_PARTY_DID), THIRD_PARTY_KEY, { verificationMethod: METHOD });
    const [proof = {}] = signed['proof'] as JsonObject[];
    const document = JSON.stringify(alter(signed, proof));
    const report = await makeTestVerifier(await fixturePagesWithLies(lying(THIRD_PARTY_DID)), { trust })({
      kind: 'document',
      document,
    });
    expect(report.verified).toBe(false);
  });

  it('is believed as it was, also where a key of another has ended', async () => {
    const signed = await embedProof(of(THIRD_PARTY_DID), THIRD_PARTY_KEY, { verificationMethod: METHOD });
    const verify = makeTestVerifier(await fixturePagesWithLies(lying(THIRD_PARTY_DID)), { trust });
    expect(await verify({ kind: 'document', document: signed })).toMatchObject({ verified: true });
    const ended = await embedProof(of(THIRD_PARTY_DID), ENDED_KEY, {
      verificationMethod: `${THIRD_PARTY_DID}#ended`,
    });
    expect(await verify({ kind: 'document', document: ended })).toMatchObject({ verified: false });
    const profile = await embedProof(of(PROFILE_ID), PROFILE_KEY, { verificationMethod: `${PROFILE_ID}#k1` });
    expect(await verify({ kind: 'document', document: profile })).toMatchObject({ verified: true });
  });
});
