import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import type { StepCode } from '../../../src/open-badges/verification/report.ts';
import { makeJws, publicRsa, RSA_KEYS } from '../credential-signing.ts';
import { DID, ORIGIN, THIRD_PARTY_DID } from '../fixtures/credentials.ts';
import { badge, JWT_HEADER, jwt, payloadOf } from './badge.ts';
import { type CorpusCase, invalid, proofError } from './case.ts';
import { dataModel1 } from './valid.ts';

export async function jwtCases(): Promise<readonly CorpusCase[]> {
  return [...claimCases(), ...headerCases(), ...signatureCases()];
}

function claimCases(): readonly CorpusCase[] {
  const claims = (name: string, why: string, changes: JsonObject) =>
    invalid(name, why, jwt(badge(), changes), proofError('bad-claims'));
  return [
    claims('jwt-iss', 'iss is not the issuer', { iss: THIRD_PARTY_DID }),
    claims('jwt-sub', 'sub is not the recipient', { sub: 'urn:uuid:other' }),
    claims('jwt-jti', 'jti is not the id', { jti: `${ORIGIN}/credentials/other` }),
    claims('jwt-nbf', 'nbf is not validFrom', { nbf: 1 }),
    claims('jwt-exp', 'exp is not validUntil', { exp: 4_102_444_800 }),
    claims('jwt-nbf-missing', 'no nbf', { nbf: undefined }),
    claims('jwt-exp-missing', 'no exp for a badge that ends', { exp: undefined }),
    claims('jwt-vc-claim', 'the claim of data model 1.1 beside a 2.0 body', { vc: badge() }),
  ];
}

function headerCases(): readonly CorpusCase[] {
  const header = (name: string, why: string, changes: JsonObject, code: StepCode = 'bad-header') =>
    invalid(
      name,
      why,
      jwt(badge(), {}, changes),
      // A JWT without a signature or with an unknown algorithm is not verifiable, but not called forged.
      proofError(code, code === 'bad-header' ? 'signature-not-valid' : 'not-verifiable'),
    );
  const { d } = RSA_KEYS.active;
  const attacker = publicRsa(RSA_KEYS.attacker);
  return [
    header('jwt-alg-none', 'a JWT that says it is not signed', { alg: 'none' }, 'no-proof'),
    header('jwt-alg-hs256', 'a shared secret', { alg: 'HS256' }, 'unsupported-proof'),
    header('jwt-alg-eddsa', 'EdDSA with an RSA key', { alg: 'EdDSA' }),
    header('jwt-alg-of-other-key', 'ES256 with an RSA key', { alg: 'ES256' }),
    header('jwt-extra-header', 'a header that is not allowed', { crit: ['exp'] }),
    header('jwt-typ', 'another typ', { typ: 'vp+jwt' }),
    header('jwt-no-key', 'neither kid nor jwk', { kid: undefined }),
    header('jwt-private-key', 'a private key in the header', { jwk: { ...publicRsa(RSA_KEYS.active), d } }),
    header('jwt-two-keys', 'kid and jwk differ', { jwk: attacker }),
  ];
}

function signatureCases(): readonly CorpusCase[] {
  const [head, , signature] = jwt(badge()).split('.');
  const [, otherBody] = jwt(badge({ name: 'RUPN confirmé·e' })).split('.');
  const attacker = publicRsa(RSA_KEYS.attacker);
  const stolen = { ...JWT_HEADER, kid: `${ORIGIN}/keys/rs-stolen` };
  return [
    invalid(
      'jwt-forged',
      'signed by an attacker, with the key in the header',
      makeJws({ alg: 'RS256', jwk: attacker }, payloadOf(badge()), RSA_KEYS.attacker),
      proofError('key-not-authorised'),
    ),
    invalid(
      'jwt-tampered',
      'another payload under the same signature',
      `${head}.${otherBody}.${signature}`,
      proofError('bad-signature'),
    ),
    invalid(
      'jwt-compromised-key',
      'the key was declared compromised',
      makeJws(stolen, payloadOf(badge()), RSA_KEYS.compromised),
      proofError('key-compromised', 'not-verifiable'),
    ),
    invalid(
      'jwt-data-model-1.1',
      'a VC-JWT of data model 1.1 that lacks its claims',
      makeJws(JWT_HEADER, { iss: DID, vc: dataModel1() }),
      proofError('bad-claims'),
    ),
  ];
}
