import { type JsonObject, textOf } from '../parsing/json-value.ts';

/** The JWT algorithms that are verified here, each with its kind of key. */
export const ALGORITHMS: Readonly<Record<string, string>> = {
  RS256: 'RSA',
  ES256: 'EC P-256',
  EdDSA: 'OKP Ed25519',
  Ed25519: 'OKP Ed25519',
};
/** The algorithms that the certification guide of Open Badges does not name. */
export const OUTSIDE_GUIDE: ReadonlySet<string> = new Set(['EdDSA', 'Ed25519']);
/** All algorithms of the keys that are read here; P-384 serves embedded proofs only. */
const OF_KEYS: Readonly<Record<string, string>> = { ...ALGORITHMS, ES384: 'EC P-384' };

/** Whether the algorithm is that of the key. */
export function fitsKey(alg: string, jwk: JsonObject): boolean {
  const kind = [textOf(jwk, 'kty'), textOf(jwk, 'crv')].filter((part) => part !== undefined).join(' ');
  return Object.hasOwn(OF_KEYS, alg) && OF_KEYS[alg] === kind;
}
