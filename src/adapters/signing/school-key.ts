import { fromBase64Url, toEd25519Multikey } from '#open-badges/keys';
import type { SigningKey } from '#open-badges/proofs';

/** The bytes before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410 §7). */
const PKCS8_HEAD = [
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

export interface DerivedKey extends SigningKey {
  readonly publicKeyMultibase: string;
  /** The issuer's key from which it is derived. */
  readonly issuerKid: string;
}

/** The key of a school, derived from the issuer's own key: HKDF (RFC 5869) of the signature of a text that
 *  nothing else signs. An Ed25519 signature is always the same (RFC 8032), so the derived key is the same on
 *  every runtime, and no private key is stored. Proofs sign 64 bytes of hashes, which are never this text
 *  (docs/adr/0028). */
export async function deriveSchoolKey(issuer: SigningKey, did: string): Promise<DerivedKey> {
  const label = new TextEncoder().encode(`jalon: key of a school that endorses, version 1\n${did}`);
  const secret = await crypto.subtle.importKey('raw', bytesOf(await issuer.sign(label)), 'HKDF', false, [
    'deriveBits',
  ]);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: label };
  const seed = new Uint8Array(await crypto.subtle.deriveBits(hkdf, secret, 256));
  const pkcs8 = Uint8Array.from([...PKCS8_HEAD, ...seed]);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', key);
  const publicKeyMultibase = toEd25519Multikey(fromBase64Url(x));
  return {
    // A Multikey serves as the key's id, because two keys never share one.
    kid: publicKeyMultibase,
    publicKeyMultibase,
    issuerKid: issuer.kid,
    sign: async (data) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, data)),
  };
}

function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
