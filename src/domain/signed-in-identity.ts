import type { Uai } from './uai.ts';

export type IdentityProviderId = 'proconnect' | 'fim' | 'local';

/** Who a provider says has signed in: what the service uses of it, and nothing else. */
export interface SignedInIdentity {
  readonly provider: IdentityProviderId;
  readonly issuer: string;
  readonly subject: string;
  /** Lower case. */
  readonly email?: string;
  readonly emailVerified: boolean;
  readonly givenName?: string;
  readonly familyName?: string;
  /** Schools whose head a `DIR` may declare to be (`FrEduRneResp`). */
  readonly mayHead: readonly Uai[];
  /** Schools where the agent works (`FrEduRne`, `rne`). */
  readonly worksAt: readonly Uai[];
}
