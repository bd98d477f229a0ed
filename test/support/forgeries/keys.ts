import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { badge, payloadOf } from '../corpus/badge.ts';
import { invalid, proofError } from '../corpus/case.ts';
import { thirdPartyProfile } from '../corpus/valid.ts';
import { makeJws, publicRsa, RSA_KEYS } from '../credential-signing.ts';
import { DID, json, ORIGIN, PROFILE_ID, THIRD_PARTY_DID } from '../fixtures/credentials.ts';
import type { ForgeryCase } from './case.ts';

const FORGED = 'https://attacker.example/keys/forged';
const REFUSED = proofError('key-not-authorised');

/** A key of the attacker, described as a method of someone else. */
function claimed(id: string, controller: string, more: JsonObject = {}): JsonObject {
  return { id, type: 'JsonWebKey', controller, publicKeyJwk: publicRsa(RSA_KEYS.attacker), ...more };
}

/** JWTs whose header leads to a document of the attacker. The document speaks for itself in every way that it
 *  can: it states a method that the victim lists, the victim as its controller, and the attacker's key. */
export function namedKeyForgeries(): readonly ForgeryCase[] {
  const forge = (name: string, why: string, issuer: string, document: JsonObject): ForgeryCase => {
    const profile = issuer === DID ? {} : { issuer: thirdPartyProfile(issuer) };
    const payload = payloadOf(badge({ ...profile, credentialStatus: undefined }));
    const text = makeJws({ alg: 'RS256', kid: FORGED }, payload, RSA_KEYS.attacker);
    return { ...invalid(name, why, text, REFUSED), world: { [FORGED]: json(document) } };
  };
  return [
    forge(
      'jwt-key-claims-listed-id',
      'a document of the attacker that states our listed method, us as its controller and another key',
      DID,
      claimed(`${DID}#rs-active`, DID),
    ),
    forge(
      'jwt-key-claims-listed-address',
      'a document of the attacker that states the address of our key',
      DID,
      claimed(`${ORIGIN}/keys/rs-active`, DID),
    ),
    forge(
      'jwt-key-claims-foreign-id',
      'the same in the name of another issuer',
      THIRD_PARTY_DID,
      claimed(`${THIRD_PARTY_DID}#k1`, THIRD_PARTY_DID),
    ),
    forge(
      'jwt-key-claims-key-document',
      'the address of a key that the issuer lists and describes nowhere else',
      PROFILE_ID,
      claimed('https://profile.example/keys/1', PROFILE_ID),
    ),
    forge(
      'jwt-key-claims-own-address',
      'a document that states its own address, which the issuer does not list',
      DID,
      claimed(FORGED, DID),
    ),
    forge(
      'jwt-key-is-a-controller',
      'a controller document of the attacker that states our identifier',
      DID,
      {
        ...claimed(DID, DID),
        verificationMethod: [claimed(`${DID}#rs-active`, DID)],
        assertionMethod: [`${DID}#rs-active`],
      },
    ),
  ];
}
