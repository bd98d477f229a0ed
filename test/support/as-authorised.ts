import type { AuthorisedKey } from '../../src/open-badges/keys/authorised.ts';
import { publicMaterialOf } from '../../src/open-badges/keys/public-material.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';

/** The key of a verification method as if an issuer had been asked. Tests of the cryptography alone use it. */
export function asAuthorised(method: JsonObject): AuthorisedKey {
  return (publicMaterialOf(method) ?? { jwk: {} }) as unknown as AuthorisedKey;
}
