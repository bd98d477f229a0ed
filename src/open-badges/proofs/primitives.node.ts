import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import type { Primitives } from './primitives.ts';

/** With a callback, Node signs in a thread of its pool. An RSA signature takes longer than everything else
 *  about a badge. In threads, several processors sign many badges, and a request that signs one does not
 *  delay the others. */
const signBeside = promisify<string, Buffer, KeyObject, Buffer>(sign);

/** Texts are encoded here before they are hashed. New memory for each text would cost as much as the hash. */
const space = Buffer.allocUnsafeSlow(256 * 1024);
/** The most bytes that a UTF-16 unit takes in UTF-8. */
const BYTES_A_UNIT = 3;

/** The UTF-8 form of consecutive texts, valid until the next call. Most texts are ASCII, which is only
 *  copied. */
function toUtf8(parts: readonly string[]): Buffer {
  const units = parts.reduce((sum, part) => sum + part.length, 0);
  if (units * BYTES_A_UNIT > space.length) return Buffer.from(parts.join(''));
  let end = 0;
  for (const part of parts) end += space.write(part, end);
  return space.subarray(0, end);
}

/** The cryptography of Node, with keys that are opened once. It gives the same results as WebCrypto, which
 *  passes each operation to another thread: this costs more than a signature. */
export const nodePrimitives: Primitives = {
  sha256Hex: (text) => hash('sha256', text, 'hex'),
  sha256: async (parts) => hash('sha256', toUtf8(parts), 'buffer'),
  importEd25519: async (kid, { kty, crv, d, x }) => {
    const key = openPrivate({ kty, crv, d, x }, 'ed25519');
    return { kid, sign: async (data) => sign(null, data, key) };
  },
  importRs256: async (kid, { kty, n, e, d, p, q, dp, dq, qi }) => {
    const key = openPrivate({ kty, n, e, d, p, q, dp, dq, qi }, 'rsa');
    return {
      kid,
      signJws: async (payload, header) => {
        const protectedHeader = JSON.stringify({ ...header, alg: 'RS256' });
        const input = `${Buffer.from(protectedHeader).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`;
        const signature = await signBeside('sha256', Buffer.from(input), key);
        return `${input}.${signature.toString('base64url')}`;
      },
    };
  },
  importVerifier: async (publicKey) => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return async (data, signature) => verify(null, data, key, signature);
  },
};

function openPrivate(jwk: Readonly<Record<string, unknown>>, type: string) {
  const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  if (key.asymmetricKeyType !== type) throw new Error(`the key is no ${type} key`);
  return key;
}
