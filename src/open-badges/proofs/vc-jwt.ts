import { compactVerify, importJWK } from 'jose';
import { type JsonObject, textOf } from '../parsing/json-value.ts';
import type { ProofChecker } from './checker.ts';
import type { JwsKey } from './primitives.ts';

/** One algorithm for each kind of key, so that a header cannot choose another. HMAC and `none` are not among
 *  them. That of Ed25519 has two names (RFC 9864 §2.2). */
const ALGORITHMS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  RSA: ['RS256'],
  EC: ['ES256'],
  OKP: ['EdDSA', 'Ed25519'],
};

export interface JwsRequest {
  readonly payload: JsonObject;
  /** Address of the public JWK. */
  readonly kid: string;
  readonly key: JwsKey;
}

/** A compact JWS with the three headers that the standard allows (Open Badges 3.0, "JSON Web Token Proof
 *  Format"). */
export function createJws({ payload, kid, key }: JwsRequest): Promise<string> {
  return key.signJws(new TextEncoder().encode(JSON.stringify(payload)), { alg: 'RS256', kid, typ: 'JWT' });
}

/** Whether the signature was made with this key. */
export const verifyJws: ProofChecker['verifyJws'] = async ({ jws, key: { jwk } }) => {
  try {
    const algorithms = ALGORITHMS[textOf(jwk, 'kty') ?? ''];
    if (algorithms === undefined) return false;
    const key = await importJWK(jwk as Parameters<typeof importJWK>[0], algorithms[0]);
    await compactVerify(jws, key, { algorithms: [...algorithms] });
    return true;
  } catch {
    return false;
  }
};
