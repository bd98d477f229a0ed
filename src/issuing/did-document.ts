import { DID_V1, JWK_V1, MULTIKEY_V1 } from '#open-badges/credential';
import { didOf, fromEd25519Multikey, toBase64Url } from '#open-badges/keys';
import { DomainError } from '../domain/errors.ts';
import { issuerUrl, keyIdOf, keyUrl } from './addresses.ts';

/** The public half of one key, as listed by the key directory. */
export type PublishedKey = {
  readonly kid: string;
  readonly state: 'active' | 'retired' | 'compromised';
  readonly publicKeyMultibase?: string;
  readonly publicKeyJwk?: RsaPublicKey;
};
type RsaPublicKey = { readonly kty: 'RSA'; readonly n: string; readonly e: string };

type Multikey = {
  readonly id: string;
  readonly type: 'Multikey';
  readonly controller: string;
  readonly publicKeyMultibase: string;
};
type JsonWebKey = {
  readonly id: string;
  readonly type: 'JsonWebKey';
  readonly controller: string;
  readonly publicKeyJwk: RsaPublicKey;
};

/** The issuer's controller document (DID Core §5; did:web). */
export type DidDocument = {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly alsoKnownAs: readonly string[];
  readonly verificationMethod: readonly (Multikey | JsonWebKey)[];
  /** Ids of the verification methods. */
  readonly assertionMethod: readonly string[];
};

/** A JSON Web Key with the members that a reader needs to choose and use it (RFC 7517). */
export type PublishedJwk = {
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'RS256' | 'EdDSA';
} & (RsaPublicKey | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string });

/** The document at `/.well-known/did.json`: every key except the compromised ones. Retired keys stay, because
 *  the badges they signed must still verify. */
export function didDocument(origin: string, keys: readonly PublishedKey[]): DidDocument {
  const methods = keys.filter(isTrusted).map((key) => verificationMethod(origin, key));
  return {
    '@context': [DID_V1, MULTIKEY_V1, JWK_V1],
    id: didOf(origin),
    alsoKnownAs: [issuerUrl(origin)],
    verificationMethod: methods,
    assertionMethod: methods.map((method) => method.id),
  };
}

/** The document at `/keys/{kid}`: one key alone. For RS256 it is a JWK, whose address is the `kid` of JWS
 *  headers; for Ed25519 it is a Multikey document with its controller. The context is a single string,
 *  because readers compare it with one. */
export function keyDocument(
  origin: string,
  key: PublishedKey,
): PublishedJwk | (Multikey & { readonly '@context': string }) {
  if (key.publicKeyJwk !== undefined) return jwk(origin, key);
  return { '@context': MULTIKEY_V1, ...multikey(origin, key) };
}

/** The document at `/.well-known/jwks.json`: every key except the compromised ones. Each `kid` is the address
 *  of the key. */
export function jwks(
  origin: string,
  keys: readonly PublishedKey[],
): { readonly keys: readonly PublishedJwk[] } {
  return { keys: keys.filter(isTrusted).map((key) => jwk(origin, key)) };
}

function isTrusted(key: PublishedKey): boolean {
  return key.state !== 'compromised';
}

function verificationMethod(origin: string, key: PublishedKey): Multikey | JsonWebKey {
  if (key.publicKeyJwk === undefined) return multikey(origin, key);
  const { kty, n, e } = key.publicKeyJwk;
  return {
    id: keyIdOf(origin, key.kid),
    type: 'JsonWebKey',
    controller: didOf(origin),
    publicKeyJwk: { kty, n, e },
  };
}

function multikey(origin: string, key: PublishedKey): Multikey {
  return {
    id: keyIdOf(origin, key.kid),
    type: 'Multikey',
    controller: didOf(origin),
    publicKeyMultibase: key.publicKeyMultibase ?? '',
  };
}

/** The JWK of a key. The members are copied by name, so that a private part is never copied. */
function jwk(origin: string, key: PublishedKey): PublishedJwk {
  const kid = keyUrl(origin, key.kid);
  if (key.publicKeyJwk !== undefined) {
    const { n, e } = key.publicKeyJwk;
    return { kty: 'RSA', n, e, kid, use: 'sig', alg: 'RS256' };
  }
  const publicKey = fromEd25519Multikey(key.publicKeyMultibase ?? '');
  if (!publicKey)
    throw new DomainError('key-unreadable', { kid: key.kid, reason: 'not an Ed25519 Multikey' });
  const x = toBase64Url(publicKey);
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' };
}
