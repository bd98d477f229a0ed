import type { JsonObject } from '../../openbadges/json-value.ts';

/** Members of a JWK that only its owner may know (RFC 7518 §6). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Whether a JWK gives its private part away, so that anybody can sign with it. */
export function hasPrivatePart(jwk: JsonObject): boolean {
  return PRIVATE_MEMBERS.some((name) => jwk[name] !== undefined);
}
