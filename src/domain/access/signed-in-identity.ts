import type { Uai } from '../uai.ts';

/** The provider: ProConnect, the ministry's agent federation (FIM), or the local provider of the
 *  demonstration. */
export type IdentityProviderId = 'proconnect' | 'fim' | 'local';

/** The claims used of an agent who signed in; no other claim is kept. Only `issuer` and `subject` identify an
 *  agent for good, because an address can change. */
export interface SignedInIdentity {
  readonly provider: IdentityProviderId;
  readonly issuer: string;
  readonly subject: string;
  /** Lower case. */
  readonly email?: string;
  /** Whether the provider has verified the address. */
  readonly emailVerified: boolean;
  readonly givenName?: string;
  readonly familyName?: string;
  /** Schools that an agent with the function `DIR` may declare to head (`FrEduRneResp`). Deputies have that
   *  function too. */
  readonly mayHead: readonly Uai[];
  /** Schools where the agent works (`FrEduRne`, `rne`). */
  readonly worksAt: readonly Uai[];
}
