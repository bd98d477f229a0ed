import { fromBase64Url } from './base64url.ts';
import { toEd25519Multikey } from './multibase.ts';

/** A key that signs Data Integrity proofs. The private half cannot be read back from it. */
export interface IssuerKey {
  /** Identifier of the issuer: the `issuer.id` of the credentials that the key signs. */
  readonly issuer: string;
  /** Id of the verification method that verifiers look up, in the issuer's document. */
  readonly verificationMethod: string;
  /** The public half as a Multikey, `z6Mk…` (Controlled Identifiers 1.0, §2.2.2). */
  readonly publicKeyMultibase: string;
  sign(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** Where verifiers find the public half. With neither member, the issuer is a `did:key`. */
export interface KeyIdentity {
  /** Identifier of the issuer, such as `did:web:school.example`. Its document must list the key. */
  readonly issuer?: string | undefined;
  /** Id of the key in that document; by default the issuer and `#` and the Multikey. */
  readonly verificationMethod?: string | undefined;
}

/** Makes an Ed25519 key pair. `privateJwk` is secret: store it where only the issuer reads it. */
export async function generateKey(
  identity: KeyIdentity = {},
): Promise<{ readonly key: IssuerKey; readonly privateJwk: JsonWebKey }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const { kty = '', crv = '', d = '', x = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const privateJwk = { kty, crv, d, x };
  return { key: await importKey(privateJwk, identity), privateJwk };
}

/** Opens an Ed25519 private JWK (RFC 8037). Throws a `DOMException` if it is no such key. */
export async function importKey(jwk: JsonWebKey, identity: KeyIdentity = {}): Promise<IssuerKey> {
  const { kty = '', crv = '', d = '', x = '' } = jwk;
  const privateKey = await crypto.subtle.importKey('jwk', { kty, crv, d, x }, 'Ed25519', true, ['sign']);
  // The public half is taken from the opened key, so that the two halves always belong together.
  const { x: ofKey = x } = await crypto.subtle.exportKey('jwk', privateKey);
  const publicKeyMultibase = toEd25519Multikey(fromBase64Url(ofKey));
  const issuer = identity.issuer ?? `did:key:${publicKeyMultibase}`;
  return {
    issuer,
    verificationMethod: identity.verificationMethod ?? `${issuer}#${publicKeyMultibase}`,
    publicKeyMultibase,
    sign: async (data) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, data)),
  };
}
