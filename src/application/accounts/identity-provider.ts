import type { HearTime } from '#open-badges/fetching';
import type { AcceptedLevels } from '../../domain/access/sign-in-level.ts';
import type { IdentityProviderId, SignedInIdentity } from '../../domain/access/signed-in-identity.ts';
import type { Instant } from '../../domain/time/calendar.ts';

/** What a sign-in must prove. An absent part isn't requested. */
export interface SignInDemand {
  /** The accepted levels of authentication. */
  readonly levels?: AcceptedLevels;
  /** The person must have authenticated at most this many seconds ago. */
  readonly maxAgeSeconds?: number;
}

/** Data kept while the browser is at the provider, as JSON that only this service can read. It repeats what was
 *  demanded, so that the answer is checked against the request. */
export interface SignInTransaction extends SignInDemand {
  readonly provider: IdentityProviderId;
  readonly state: string;
  readonly nonce: string;
  /** PKCE code verifier. */
  readonly verifier: string;
}

/** An identity, and the ID token where the provider needs it to end its own session. A token that could
 *  contain a NUMEN is left out. */
export interface FinishedSignIn extends SignedInIdentity {
  readonly idToken?: string;
  /** The level of authentication that the provider states, if it states one. */
  readonly acr?: string;
  /** The instant of the authentication, if the request demanded a recent one and the provider proves it. */
  readonly authTime?: Instant;
}

/** A provider at which agents sign in. Every call may contact it, and throws
 *  `identity-provider-unreachable`. */
export interface IdentityProvider {
  readonly id: IdentityProviderId;
  /** The address where the browser signs in, and the transaction to keep until it comes back. Throws
   *  `sign-in-failed` with the reason `acr` if no level satisfies both the demand and the provider's settings. */
  begin(demand?: SignInDemand): Promise<{ readonly url: string; readonly transaction: SignInTransaction }>;
  /** The identity of the browser that came back to this address. Throws `sign-in-failed` with a reason of
   *  `SignInFailure`, and `numen-refused` where the provider identifies people by their NUMEN. `hear` is told
   *  the instant at which the provider says that it issued the ID token, also where the token is refused for
   *  its dates. */
  finish(callbackUrl: string, transaction: SignInTransaction, hear?: HearTime): Promise<FinishedSignIn>;
  /** The address that ends the provider's own session; undefined if it has none or does not answer. */
  endSessionUrl(hint: {
    readonly idToken?: string;
    /** An address that is registered with the provider. */
    readonly returnTo: string;
  }): Promise<string | undefined>;
}

/** The reasons of a failed sign-in. They may be logged and shown. */
export type SignInFailure =
  /** The agent gave up, or the provider refused the agent without a known reason. */
  | 'cancelled'
  /** The provider refused the agent's identity, for example an agent of the private sector. */
  | 'not-accepted'
  /** The agent's account at the provider has no level of authentication among the requested ones. */
  | 'level-unavailable'
  /** The provider answered with any other error. */
  | 'provider-error'
  /** The `state` of the answer is not the one that was sent. */
  | 'state'
  /** The code was already used, is too old, or was not made for us. */
  | 'code'
  /** The ID token is wrong: issuer, audience, nonce, time or signature. */
  | 'id-token'
  /** The level of authentication is absent, or is not among the required ones. */
  | 'acr'
  /** The provider doesn't prove that the authentication is as recent as requested (`auth_time`). */
  | 'auth-time'
  /** The user information lacks its required signature, or is about another person. */
  | 'userinfo';
