import { fromBase64Url } from '../keys/base64url.ts';
import { type JsonObject, textOf } from '../parsing/json-value.ts';
import type { ProofChecker } from './checker.ts';

interface Algorithm {
  readonly algs: readonly unknown[];
  readonly importing: RsaHashedImportParams | EcKeyImportParams | { readonly name: 'Ed25519' };
  readonly verifying: EcdsaParams | { readonly name: string };
}

/** One algorithm for each kind of key, as in vc-jwt.ts. */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  RSA: {
    algs: ['RS256'],
    importing: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    verifying: { name: 'RSASSA-PKCS1-v1_5' },
  },
  EC: {
    algs: ['ES256'],
    importing: { name: 'ECDSA', namedCurve: 'P-256' },
    verifying: { name: 'ECDSA', hash: 'SHA-256' },
  },
  OKP: {
    algs: ['EdDSA', 'Ed25519'],
    importing: { name: 'Ed25519' },
    verifying: { name: 'Ed25519' },
  },
};

/** Whether a compact JWS was signed with this key, by WebCrypto alone, because the library is too large for a
 *  browser. vc-jwt.ts has read the header before; it is read again for the algorithm and for an
 *  extension. */
export const verifyWebJws: ProofChecker['verifyJws'] = async ({ jws, key: { jwk } }) => {
  try {
    const [header = '', payload = '', signature = '', ...more] = jws.split('.');
    const algorithm = ALGORITHMS[textOf(jwk, 'kty') ?? ''];
    if (algorithm === undefined || more.length > 0 || !isReadable(header, algorithm)) return false;
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm.importing, false, ['verify']);
    const data = new TextEncoder().encode(`${header}.${payload}`);
    return await crypto.subtle.verify(algorithm.verifying, key, fromBase64Url(signature), data);
  } catch {
    return false;
  }
};

function isReadable(encoded: string, { algs }: Algorithm): boolean {
  const header: JsonObject = JSON.parse(new TextDecoder().decode(fromBase64Url(encoded)));
  return algs.includes(header['alg']) && header['crit'] === undefined && header['b64'] === undefined;
}
