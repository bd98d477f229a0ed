import type { IdentityProviderId, SignedInIdentity } from '../../domain/access/signed-in-identity.ts';

/** What must be kept between the way out and the way back: plain JSON, for a short-lived cookie that only we can read. */
export interface SignInTransaction {
  readonly provider: IdentityProviderId;
  readonly state: string;
  readonly nonce: string;
  /** PKCE code verifier. */
  readonly verifier: string;
}

/** An identity, and the signed word for it where the provider needs that to end its own session. It never holds more
 *  than the provider puts in an ID token, and is absent where that could be a NUMEN. */
export interface ProvenIdentity extends SignedInIdentity {
  readonly idToken?: string;
  /** The level of authentication that the provider vouches for, where it says one. */
  readonly acr?: string;
}

/** Where agents sign in. Every call may reach the provider, and throws `identity-provider-unreachable`. */
export interface IdentityProvider {
  readonly id: IdentityProviderId;
  /** Where the browser goes to sign in, and what to keep until it comes back. */
  begin(): Promise<{ readonly url: string; readonly transaction: SignInTransaction }>;
  /** The address the browser came back to → who signed in. Throws `sign-in-failed` with a reason of
   *  `SignInFailure`, and `numen-refused` where the provider names people by it. */
  finish(callbackUrl: string, transaction: SignInTransaction): Promise<ProvenIdentity>;
  /** Where the browser goes to end the provider's session too; undefined where it has none or does not answer. */
  endSessionUrl(hint: {
    readonly idToken?: string;
    /** An address registered with the provider. */
    readonly returnTo: string;
  }): Promise<string | undefined>;
}

/** Why a sign-in failed, as it may be logged and shown. */
export type SignInFailure =
  /** The agent gave up, or the provider refused the agent. */
  | 'cancelled'
  /** The provider answered with another error than that. */
  | 'provider-error'
  /** The way back is not that of this way out. */
  | 'state'
  /** The code was used already, is too old, or is not ours. */
  | 'code'
  /** The ID token is not right: issuer, audience, nonce, time or signature. */
  | 'id-token'
  /** The level of authentication is not one of those that are required, or none is stated. */
  | 'acr'
  /** The user information is not signed as it must be, or is about somebody else. */
  | 'userinfo';
