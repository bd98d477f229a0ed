import { toBase64Url } from '../../../src/open-badges/keys/base64url.ts';
import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { ELLIPTIC_KEY, THIRD_PARTY_DID } from '../fixtures/credentials.ts';
import {
  didKeyOf,
  edwardsKey,
  ellipticKey,
  embedSuiteProof,
  jwkOf,
  jwsBy,
  methodOf,
  type SuiteKey,
} from '../suite-signing.ts';
import { badge, payloadOf } from './badge.ts';
import { type CorpusCase, valid } from './case.ts';
import { dataModel1, thirdPartyProfile } from './valid.ts';

const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';
export const ED = edwardsKey(20);
export const P256 = ELLIPTIC_KEY;
export const P384 = ellipticKey('P-384', 22);

/** A badge of an issuer that is known by this id. */
export const badgeFrom = (id: string, changes: JsonObject = {}): JsonObject =>
  badge({ issuer: thirdPartyProfile(id), credentialStatus: undefined, ...changes });

/** Every suite besides the one that we sign with, with a key that it takes. */
export const SUITES: readonly (readonly [string, SuiteKey, JsonObject])[] = [
  ['suite-eddsa-2022', ED, { cryptosuite: 'eddsa-2022' }],
  ['suite-eddsa-jcs-2022', ED, { cryptosuite: 'eddsa-jcs-2022' }],
  ['suite-ecdsa-rdfc-2019-p256', P256, { cryptosuite: 'ecdsa-rdfc-2019' }],
  ['suite-ecdsa-rdfc-2019-p384', P384, { cryptosuite: 'ecdsa-rdfc-2019' }],
  ['suite-ecdsa-jcs-2019-p256', P256, { cryptosuite: 'ecdsa-jcs-2019' }],
  ['suite-ecdsa-jcs-2019-p384', P384, { cryptosuite: 'ecdsa-jcs-2019' }],
  ['suite-ed25519-signature-2020', ED, { type: 'Ed25519Signature2020' }],
];

export function signedBy(key: SuiteKey, options: JsonObject, changes: JsonObject = {}): Promise<JsonObject> {
  const document = badgeFrom(didKeyOf(key), changes);
  const contexts = document['@context'] as readonly string[];
  const isOld = options['type'] === 'Ed25519Signature2020';
  return embedSuiteProof({ ...document, ...(isOld && { '@context': [...contexts, ED25519_2020] }) }, key, {
    verificationMethod: methodOf(key),
    ...options,
  });
}

export async function validSuiteCases(): Promise<readonly CorpusCase[]> {
  const embedded = SUITES.map(async ([name, key, options]) =>
    valid(name, 'a suite of others, with a did:key', await signedBy(key, options), {
      proof: ['passed', 'ok'],
    }),
  );
  const jwk = jwkOf(P256);
  const didJwk = `did:jwk:${toBase64Url(Buffer.from(JSON.stringify(jwk)))}`;
  return [
    ...(await Promise.all(embedded)),
    valid(
      'did-jwk-issuer',
      'an issuer that is nothing but a JWK',
      await embedSuiteProof(badgeFrom(didJwk), P256, {
        cryptosuite: 'ecdsa-rdfc-2019',
        verificationMethod: `${didJwk}#0`,
      }),
    ),
    valid(
      'elliptic-key-of-a-domain',
      'a P-256 key as a JWK in the issuer’s did:web document',
      await embedSuiteProof(badgeFrom(THIRD_PARTY_DID), P256, {
        cryptosuite: 'ecdsa-rdfc-2019',
        verificationMethod: `${THIRD_PARTY_DID}#p256`,
      }),
    ),
    valid('jwt-es256', 'ES256 with a did:key', es256(badgeFrom(didKeyOf(P256)))),
    valid(
      'jwt-es256-by-domain',
      'ES256 with a key of the issuer’s did:web document',
      es256(badgeFrom(THIRD_PARTY_DID), { kid: `${THIRD_PARTY_DID}#p256` }),
    ),
    valid('jwt-of-data-model-1.1', 'the credential in the claim vc, dates and names in the claims', jwt1()),
    valid(
      'jwt-of-no-badge',
      'a credential that is no badge, as JOSE and COSE secure it: without claims',
      jwsBy(
        P256,
        { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: methodOf(P256) },
        {
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          type: ['VerifiableCredential'],
          issuer: didKeyOf(P256),
          validFrom: '2026-07-12T10:00:00Z',
          credentialSubject: { id: 'urn:uuid:5c6ac6ee-2f5a-4d5f-9b0e-0d6d0b0b4a11' },
        },
      ),
    ),
  ];
}

export function es256(document: JsonObject, header: JsonObject = {}): string {
  return jwsBy(P256, { alg: 'ES256', typ: 'JWT', kid: methodOf(P256), ...header }, payloadOf(document));
}

/** VCDM 1.1 §6.3.1: a member in a claim may be absent from `vc`. */
export function jwt1(claims: JsonObject = {}, changes: JsonObject = {}): string {
  const { issuanceDate: _, expirationDate: __, ...vc } = dataModel1();
  const { iss, sub, jti, nbf, exp } = payloadOf(badgeFrom(didKeyOf(P256)));
  const issuer = thirdPartyProfile(didKeyOf(P256));
  const payload = { iss, sub, jti, nbf, exp, vc: { ...vc, issuer, ...changes }, ...claims };
  return jwsBy(P256, { alg: 'ES256', typ: 'JWT', kid: methodOf(P256) }, payload);
}
