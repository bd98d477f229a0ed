import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../src/open-badges/keys/base64url.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { payloadOf } from '../support/corpus/badge.ts';
import { embedProof } from '../support/credential-signing.ts';
import {
  ATTACKER_KEY,
  DID,
  json,
  makeFixturePages,
  type Page,
  PROFILE_ID,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../support/fixtures/credentials.ts';
import {
  beliefIn,
  ED,
  EVIL,
  fixturePagesWithLies,
  lying,
  of,
  trust,
  VICTIMS,
} from '../support/fixtures/lying-hosts.ts';
import { edwardsKey, jwkOf, jwsBy } from '../support/suite-signing.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';

const KIDS = (victim: string): readonly string[] => [
  `data:application/json,${JSON.stringify(jwkOf(ED))}`,
  `http://evil.example/k`,
  `${EVIL}/k`,
  `${EVIL}/k#k1`,
  `${EVIL}/${victim}#k1`,
  `${EVIL}/?${victim}#k1`,
  `${victim}%23k1`,
  `${victim}#k%31`,
  `${victim}#K1`,
  `${victim}#`,
  `${victim}##k1`,
  `${victim}#k1#k1`,
  `${victim}?#k1`,
  `${victim}/#k1`,
  ` ${victim}#k1`,
  `${victim}#k1 `,
  `${victim}#k1\u0000`,
  `${victim}\u200b#k1`,
  `${victim.toUpperCase()}#k1`,
  `//evil.example/k`,
  `k1`,
  `#`,
  `#__proto__`,
  `#constructor`,
  `__proto__`,
  `did:web:evil.example#k1`,
  `did:web:evil.example?service=${victim}#k1`,
  `did:jwk:${toBase64Url(Buffer.from(JSON.stringify(jwkOf(ED))))}#0`,
  `did:key:${ATTACKER_KEY.publicKeyMultibase}#${ATTACKER_KEY.publicKeyMultibase}`,
  `https://evil.example\\@badges.example/k`,
  `https://badges.example@evil.example/k`,
  `https://badges.example:443@evil.example/k`,
  `https://badges.example.evil.example/k`,
  `https://bаdges.example/k`,
  `https://badges.example./k`,
  `https://evil.example/.well-known/did.json`,
  `https://evil.example/.well-known/jwks.json`,
];

describe.each(VICTIMS)('a key that a document names in the name of %s', (victim) => {
  it.each(KIDS(victim))('is not believed in the header of a JWT: %j', async (kid) => {
    const jws = jwsBy(ED, { alg: 'EdDSA', kid }, payloadOf(of(victim)));
    expect(await beliefIn(jws, await fixturePagesWithLies(lying(victim)))).toBeUndefined();
    const both = jwsBy(ED, { alg: 'EdDSA', kid, jwk: jwkOf(ED) }, payloadOf(of(victim)));
    expect(await beliefIn(both, await fixturePagesWithLies(lying(victim)))).toBeUndefined();
  });

  it.each(KIDS(victim))('nor in an embedded proof: %j', async (verificationMethod) => {
    const signed = await embedProof(of(victim), ATTACKER_KEY, { verificationMethod }).catch(() => undefined);
    const document = signed ?? { ...of(victim), proof: { type: 'DataIntegrityProof', verificationMethod } };
    expect(await beliefIn(document, await fixturePagesWithLies(lying(victim)))).toBeUndefined();
  });
});

const SPELLINGS = [
  'did:web:BADGES.example',
  'did:web:badges.example.',
  'did:web:badges.example%3A443',
  'did:web:badges.example%3a443',
  'did:web:badges.example:',
  'did:web:badges.example:..',
  'did:web:badges.example:.',
  'did:web:badges.example:a:..:..:x',
  'did:web:badges.example?x',
  'did:web:badges.example/x',
  'did:web:%62adges.example',
  'did:web:evil.example%2F@badges.example',
  'did:web:evil.example@badges.example',
  'did:web:badges.example%23',
  'DID:WEB:badges.example',
  'https://badges.example',
  'https://badges.example/',
  'https://badges.example/.well-known/did.json',
  'https://badges.example/x/../.well-known/did.json',
  'https://badges.example/.well-known/did.json?x',
  'https://badges.example/.well-known/did.json#x',
  'https://badges.example\\x',
  'https://badges.example:443/.well-known/did.json',
  'https://BADGES.example/.well-known/did.json',
  'https://badges.example\t/.well-known/did.json',
  'https:badges.example/.well-known/did.json',
  'http://badges.example/.well-known/did.json',
  'https://jalon.test/issuer',
  'https://jalon.test/.well-known/did.json',
  'https://jalon.test:443/issuer',
  'https://jalon.test./issuer',
  'https://evil.example@jalon.test/issuer',
  'did:web:jalon.test:schools:0210001A',
  'did:web:jalon.test:..:x',
];

describe('an identifier that is written almost as a victim’s', () => {
  it.each(SPELLINGS)('belongs to no one but the host: %j', async (id) => {
    const fixture = await fixturePagesWithLies(lying(id));
    const jws = jwsBy(ED, { alg: 'EdDSA', kid: `${id}#k1`, jwk: jwkOf(ED) }, payloadOf(of(id)));
    // Behind a dot of the root or userinfo, this world has another host.
    const isOther = /badges\.example\.|jalon\.test\.|@jalon/.test(id);
    const report = await makeTestVerifier(fixture, { trust })({ kind: 'document', document: jws });
    expect(['ours', 'listed']).not.toContain(report.issuer?.trust);
    if (!isOther) expect(report.verified).toBe(false);
    const signed = await embedProof(of(id), ATTACKER_KEY, { verificationMethod: `${id}#k1` }).catch(
      () => ({}),
    );
    const embedded = await makeTestVerifier(fixture, { trust })({ kind: 'document', document: signed });
    expect(['ours', 'listed']).not.toContain(embedded.issuer?.trust);
    if (!isOther) expect(embedded.verified).toBe(false);
  });
});

const METHOD = {
  id: `${THIRD_PARTY_DID}#k1`,
  type: 'Multikey',
  controller: THIRD_PARTY_DID,
  publicKeyMultibase: THIRD_PARTY_KEY.publicKeyMultibase,
};
const THIRD_PARTY_JWK = jwkOf(edwardsKey(4));
const OTHER = { ...METHOD, publicKeyMultibase: ATTACKER_KEY.publicKeyMultibase };
const AS_JWK = { id: METHOD.id, type: 'JsonWebKey', controller: THIRD_PARTY_DID };
const listing = (assertionMethod: unknown, verificationMethod: unknown = undefined) => ({
  id: THIRD_PARTY_DID,
  assertionMethod,
  ...(verificationMethod !== undefined && { verificationMethod }),
});
const jwkWith = (more: JsonObject) => listing([{ ...AS_JWK, publicKeyJwk: { ...THIRD_PARTY_JWK, ...more } }]);

/** Documents of an issuer that do not give its key for a statement, now. */
const REFUSING: readonly (readonly [string, unknown])[] = [
  ['an array', [listing([METHOD])]],
  ['two ids', { ...listing([METHOD]), id: [THIRD_PARTY_DID, `${THIRD_PARTY_DID}#`] }],
  ['an id in an object', { ...listing([METHOD]), id: { id: THIRD_PARTY_DID } }],
  ['an id under its keyword', { '@id': THIRD_PARTY_DID, assertionMethod: [METHOD] }],
  ['no id', { assertionMethod: [METHOD] }],
  ['a document inside', { didDocument: listing([METHOD]) }],
  ['a method that is only described', listing([], [METHOD])],
  ['a method for another purpose', { ...listing([]), authentication: [METHOD] }],
  [
    'a method for key agreement',
    { id: THIRD_PARTY_DID, keyAgreement: [METHOD], verificationMethod: [METHOD] },
  ],
  ['a method of another controller', listing([{ ...METHOD, controller: DID }])],
  ['a method without controller', listing([{ ...METHOD, controller: undefined }])],
  ['a controller in an object', listing([{ ...METHOD, controller: { id: THIRD_PARTY_DID } }])],
  ['an embedded method of another key', listing([OTHER], [METHOD])],
  ['two descriptions with two keys', listing([METHOD], [OTHER])],
  ['two keys in one method', listing([{ ...METHOD, publicKeyJwk: THIRD_PARTY_JWK }])],
  ['a name that leads nowhere', listing([METHOD.id])],
  ['a name nested in a list', listing([[METHOD]])],
  ['an end in the description alone', listing([METHOD], [{ ...METHOD, revoked: '2026-01-01T00:00:00Z' }])],
  [
    'an end beside no key',
    listing([METHOD], [{ id: METHOD.id, controller: THIRD_PARTY_DID, revoked: true }]),
  ],
  ['an end that is no date', listing([{ ...METHOD, expires: null }])],
  ['an end in a hidden member', listing([{ ...METHOD, 'https://w3id.org/security#expires': 'x' }])],
  [
    'an end under another name',
    listing([METHOD, { ...METHOD, id: `${THIRD_PARTY_DID}#k2`, revoked: '2026-01-01T00:00:00Z' }]),
  ],
  ['a private half', listing([{ ...METHOD, secretKeyMultibase: 'z3u2' }])],
  ['a private half of a JWK', jwkWith({ d: 'AA' })],
  ['a symmetric half of a JWK', jwkWith({ k: 'AA' })],
  ['a JWK for encryption', jwkWith({ use: 'enc' })],
  ['a JWK for signing alone', jwkWith({ key_ops: ['sign'] })],
  ['a JWK with operations as text', jwkWith({ key_ops: 'verify' })],
  ['a JWK of another algorithm', jwkWith({ alg: 'ES256' })],
  ['a JWK that has ended', jwkWith({ exp: 1 })],
  ['a JWK of another curve', jwkWith({ crv: 'X25519' })],
];

describe('a controller document that does not give a key', () => {
  it.each(REFUSING)('is not believed with %s', async (_what, document) => {
    const changes = { 'https://badges.example/.well-known/did.json': json(document) };
    const fixture = await fixturePagesWithLies(lying(THIRD_PARTY_DID), changes);
    const options = { verificationMethod: METHOD.id };
    const embedded = await embedProof(of(THIRD_PARTY_DID), THIRD_PARTY_KEY, options);
    expect(await beliefIn(embedded, fixture)).toBeUndefined();
    const named = jwsBy(edwardsKey(4), { alg: 'EdDSA', kid: METHOD.id }, payloadOf(of(THIRD_PARTY_DID)));
    expect(await beliefIn(named, fixture)).toBeUndefined();
    const bare = jwsBy(edwardsKey(4), { alg: 'EdDSA', jwk: THIRD_PARTY_JWK }, payloadOf(of(THIRD_PARTY_DID)));
    expect(await beliefIn(bare, fixture)).toBeUndefined();
  });

  it('is believed with the method alone', async () => {
    const changes = { 'https://badges.example/.well-known/did.json': json(listing([METHOD])) };
    const options = { verificationMethod: METHOD.id };
    const embedded = await embedProof(of(THIRD_PARTY_DID), THIRD_PARTY_KEY, options);
    expect(
      await beliefIn(embedded, await fixturePagesWithLies(lying(THIRD_PARTY_DID), changes)),
    ).toBeDefined();
  });
});

const PROFILE_JWK = jwkOf(edwardsKey(6));
const KEY_SETS: readonly (readonly [string, Page | undefined, unknown])[] = [
  ['a list of issuers', json({}, 404), { keys: [{ ...PROFILE_JWK, iss: [PROFILE_ID] }] }],
  ['another issuer', json({}, 404), { keys: [{ ...PROFILE_JWK, iss: 'https://profile.example/b' }] }],
  ['an ended twin', json({}, 404), { keys: [PROFILE_JWK, { ...PROFILE_JWK, exp: 1 }] }],
  ['a private half', json({}, 404), { keys: [{ ...PROFILE_JWK, d: 'AA' }] }],
  ['a text for keys', json({}, 404), { keys: JSON.stringify(PROFILE_JWK) }],
  ['a document that fails', json({}, 500), { keys: [PROFILE_JWK] }],
  ['a document of another', json({ id: `${PROFILE_ID}/b` }), { keys: [PROFILE_JWK] }],
  [
    'a document that is no JSON',
    { status: 200, contentType: 'text/plain', body: 'x' },
    { keys: [PROFILE_JWK] },
  ],
  [
    'a document that lists others',
    json({ id: PROFILE_ID, assertionMethod: ['#x'] }),
    { keys: [PROFILE_JWK] },
  ],
  ['no document', undefined, { keys: [PROFILE_JWK] }],
];

describe('a key set of an origin', () => {
  it.each(KEY_SETS)('adds no key with %s', async (_what, page, set) => {
    const changes: Record<string, Page> = { 'https://profile.example/.well-known/jwks.json': json(set) };
    if (page) changes[PROFILE_ID] = page;
    const { [PROFILE_ID]: _, ...world } = await makeFixturePages();
    const jws = jwsBy(edwardsKey(6), { alg: 'EdDSA', jwk: PROFILE_JWK }, payloadOf(of(PROFILE_ID)));
    expect(await beliefIn(jws, { ...world, ...changes })).toBeUndefined();
  });
});
