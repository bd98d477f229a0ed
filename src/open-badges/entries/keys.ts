// Encodings of keys, and the search for the key that speaks for an issuer.
export { type AuthorisedKey, authoriseKey } from '../keys/authorised.ts';
export { fromBase64Url, toBase64Url } from '../keys/base64url.ts';
export { describedByItself, type KeySearch, resolveController } from '../keys/controller.ts';
export { cryptosuiteOf } from '../keys/cryptosuites.ts';
export { didOf } from '../keys/did-web.ts';
export { findSigningKey } from '../keys/find-signing.ts';
export { fitsKey } from '../keys/jwt-algorithms.ts';
export { listedIds } from '../keys/listed-methods.ts';
export { fromEd25519Multikey, toEd25519Multikey } from '../keys/multibase.ts';
export { PUBLISHED_TEST_KEY } from '../keys/rejection.ts';
export { base64Sha256Of, identityHash, webSha256 } from '../keys/sha256.ts';
