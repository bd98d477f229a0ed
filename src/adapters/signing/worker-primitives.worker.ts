import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import { toBase64Url } from '#open-badges/keys';
import { type Primitives, portablePrimitives } from '#open-badges/proofs';

/** The cryptography of workerd. Its own SHA-256 and Ed25519 answer at once, because a call of WebCrypto costs
 *  more than a hash. RSA is left to WebCrypto. */
export const workerPrimitives: Primitives = {
  sha256Hex: (text) => hash('sha256', text, 'hex'),
  sha256: async (parts) => hash('sha256', parts.join(''), 'buffer'),
  importEd25519: async (kid, { kty = '', crv = '', d = '', x = '' }) => {
    const key = createPrivateKey({ key: { kty, crv, d, x }, format: 'jwk' });
    return { kid, sign: async (data) => sign(null, data, key) };
  },
  importRs256: portablePrimitives.importRs256,
  importVerifier: async (publicKey) => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return async (data, signature) => verify(null, data, key, signature);
  },
};
