import type { IdentityProviderId, SignedInIdentity } from '../../domain/signed-in-identity.ts';

/** What must come back unchanged when a sign-in is finished: plain JSON. */
export type SignInTransaction = Readonly<Record<string, string>>;

/** Where agents prove who they are (OpenID Connect Core 1.0). */
export interface IdentityProvider {
  readonly id: IdentityProviderId;
  /** Where to send the browser, and what to keep until it comes back. Throws `unreachable`. */
  begin(): Promise<{ readonly url: string; readonly transaction: SignInTransaction }>;
  /** Who came back. `callbackUrl`: the whole address the browser was sent to. Throws `sign-in-failed`, `unreachable`. */
  finish(callbackUrl: string, transaction: SignInTransaction): Promise<SignedInIdentity>;
}
