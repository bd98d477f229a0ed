import type { JsonObject } from '../../../openbadges/json-value.ts';

/** Members of a JWK that only the owner of the key may know (RFC 7518 §6). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Whether a JWK reveals its private part, so that anybody can sign with it. */
export function hasPrivatePart(jwk: JsonObject): boolean {
  return PRIVATE_MEMBERS.some((name) => jwk[name] !== undefined);
}
