import type { Uai } from '../uai.ts';

/** Who vouches for an agent: ProConnect, the ministry's agent federation, or the demonstration's own provider. */
export type IdentityProviderId = 'proconnect' | 'fim' | 'local';

/** What a provider says of the agent who signed in, and nothing more than what is used. Only `issuer` and `subject`
 *  name somebody for good: an address changes. */
export interface SignedInIdentity {
  readonly provider: IdentityProviderId;
  readonly issuer: string;
  readonly subject: string;
  /** Lower case. */
  readonly email?: string;
  /** Whether the provider vouches for the address. */
  readonly emailVerified: boolean;
  readonly givenName?: string;
  readonly familyName?: string;
  /** Schools whose head a `DIR`, principal or deputy, may declare to be (`FrEduRneResp`). */
  readonly mayHead: readonly Uai[];
  /** Schools where the agent works (`FrEduRne`, `rne`). */
  readonly worksAt: readonly Uai[];
}
