import type { SignedInIdentity } from '../../../domain/access/signed-in-identity.ts';
import type { Claims } from './claims.ts';

/** What a profile reads from claims; who vouches for them is known elsewhere. */
export type ProfileIdentity = Omit<SignedInIdentity, 'provider' | 'issuer' | 'subject'>;

/** What one kind of provider expects and answers. */
export interface Profile {
  /** Asked for unless the settings say otherwise. */
  readonly scope: string;
  /** The only claims that are read. */
  readonly claims: readonly string[];
  /** The user information must be a signed JWT. */
  readonly signedUserinfo: boolean;
  /** The ID token holds nothing that must not be kept, and may be shown again to end the session. */
  readonly keepsIdToken: boolean;
  readonly toIdentity: (claims: Claims) => ProfileIdentity;
}
