import type { SignedInIdentity } from '../../../domain/access/signed-in-identity.ts';
import type { Claims } from './claims.ts';

/** What a profile reads from claims. The provider, the issuer and the subject come from elsewhere. */
export type ProfileIdentity = Omit<SignedInIdentity, 'provider' | 'issuer' | 'subject'>;

/** What one kind of provider expects and answers. */
export interface Profile {
  /** The scope to ask for, unless the settings say otherwise. */
  readonly scope: string;
  /** The only claims that are read. */
  readonly claims: readonly string[];
  /** Whether the user information must be a signed JWT. */
  readonly signedUserinfo: boolean;
  /** Whether the ID token may be kept and sent back to end the session: it then holds nothing
   *  confidential. */
  readonly keepsIdToken: boolean;
  readonly toIdentity: (claims: Claims) => ProfileIdentity;
}
