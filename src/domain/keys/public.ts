import type { Instant } from '../time/calendar.ts';

/** The state of a key. `active`: it signs. `retired`: it signs nothing more, and its badges stay valid.
 *  `compromised`: its badges do not verify. */
export type KeyState = 'active' | 'retired' | 'compromised';

/** The public half of a key, and its state. */
export interface PublicKeyRecord {
  /** The key's `kid`: last part of `/keys/{kid}` and of `did:web:…#{kid}`. */
  readonly kid: string;
  readonly algorithm: 'Ed25519' | 'RS256';
  readonly state: KeyState;
  readonly createdAt: Instant;
  readonly retiredAt?: Instant;
  readonly compromised?: { readonly at: Instant; readonly reason: string };
  /** Ed25519: `z6Mk…`. */
  readonly publicKeyMultibase?: string;
  /** RS256: only kty, n and e. */
  readonly publicKeyJwk?: { readonly kty: 'RSA'; readonly n: string; readonly e: string };
}

/** Changes to the issuer's public keys. */
export type PublicKeyChange =
  /** Stores the first state of a key, or a later one. A retired or compromised key never goes back to
   *  signing. */
  | { readonly kind: 'public-key-kept'; readonly key: PublicKeyRecord }
  /** Fails the whole commit if one of the keys that signed what it stores, or what is handed out after it, is absent
   *  or has ended in the meantime. */
  | { readonly kind: 'keys-signed'; readonly keyIds: readonly string[] };
