import type { AuthorisedKey } from '../../src/application/verification/keys/authorised-key.ts';
import { publicMaterialOf } from '../../src/application/verification/keys/public-material.ts';
import type { JsonObject } from '../../src/openbadges/reading/json-value.ts';

/** The key of a verification method as if an issuer had been asked. Tests of the cryptography alone use it. */
export function asAuthorised(method: JsonObject): AuthorisedKey {
  return (publicMaterialOf(method) ?? { jwk: {} }) as unknown as AuthorisedKey;
}
