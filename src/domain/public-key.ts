import type { Instant } from './time/time.ts';

export type KeyState = 'active' | 'retired' | 'compromised';

/** The public half of one key and what became of it. */
export interface PublicKeyRecord {
  /** `kid`: last part of `/keys/{kid}` and of `did:web:…#{kid}`. */
  readonly kid: string;
  readonly algorithm: 'Ed25519' | 'RS256';
  readonly state: KeyState;
  readonly createdAt: Instant;
  readonly retiredAt?: Instant;
  readonly compromised?: { readonly at: Instant; readonly reason: string };
  /** Ed25519: `z6Mk…`. */
  readonly publicKeyMultibase?: string;
  /** RS256: kty, n, e only. */
  readonly publicKeyJwk?: { readonly kty: 'RSA'; readonly n: string; readonly e: string };
}

/** What is written about keys. */
export type PublicKeyChange =
  /** A key is never made to sign again: only its first state, or a further one, is kept. */
  { readonly kind: 'public-key-kept'; readonly key: PublicKeyRecord };
