import { CompactSign, importJWK, type JWK } from 'jose';
import { type CheckingPrimitives, portableChecking } from './checking-primitives.ts';

/** One private key for the signer: bytes in, signature out. A key service can implement it as well. */
export interface SigningKey {
  readonly kid: string;
  readonly sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** One private key that makes whole JWS: it takes a payload and its header, and gives the compact form. */
export interface JwsKey {
  readonly kid: string;
  readonly signJws: (payload: Uint8Array, header: Readonly<Record<string, string>>) => Promise<string>;
}

/** The cryptography of a runtime. Node has a faster one (primitives.node.ts). */
export interface Primitives extends CheckingPrimitives {
  /** Throws where the JWK is no key of this kind. */
  importEd25519(kid: string, privateJwk: JsonWebKey): Promise<SigningKey>;
  importRs256(kid: string, privateJwk: JsonWebKey): Promise<JwsKey>;
}

/** Runs anywhere: WebCrypto, and SHA-256 in JavaScript where an answer is needed at once. */
export const portablePrimitives: Primitives = {
  ...portableChecking,
  importEd25519: importEd25519Key,
  importRs256: importRs256Key,
};

/** A signer for an Ed25519 private JWK. The key itself cannot be read back from it. */
export async function importEd25519Key(kid: string, jwk: JsonWebKey): Promise<SigningKey> {
  const { kty, crv, d, x } = jwk;
  const key = await crypto.subtle.importKey('jwk', definedOf({ kty, crv, d, x }), 'Ed25519', false, ['sign']);
  return { kid, sign: async (data) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, data)) };
}

/** A signer for an RSA private JWK, with RS256. */
async function importRs256Key(kid: string, jwk: JsonWebKey): Promise<JwsKey> {
  const { kty, n, e, d, p, q, dp, dq, qi } = jwk;
  const key = await importJWK(definedOf({ kty, n, e, d, p, q, dp, dq, qi }) as JWK, 'RS256');
  return {
    kid,
    signJws: (payload, header) =>
      new CompactSign(payload).setProtectedHeader({ ...header, alg: 'RS256' }).sign(key),
  };
}

function definedOf(jwk: Record<keyof JsonWebKey & string, unknown> | object): JsonWebKey {
  return Object.fromEntries(Object.entries(jwk).filter(([, value]) => value !== undefined));
}
