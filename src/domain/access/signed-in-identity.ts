import type { StatedName, StatedText } from '../person/name.ts';
import type { Uai } from '../uai.ts';

/** The provider: ProConnect, the ministry's agent federation (FIM), or the local provider of the
 *  demonstration. */
export const IDENTITY_PROVIDER_IDS = ['proconnect', 'fim', 'local'] as const;
export type IdentityProviderId = (typeof IDENTITY_PROVIDER_IDS)[number];

/** The claims used of an agent who signed in; no other claim is kept. Only `issuer` and `subject` identify an
 *  agent for good, because an address can change. */
export interface SignedInIdentity {
  readonly provider: IdentityProviderId;
  readonly issuer: string;
  readonly subject: string;
  /** In the form in which addresses are compared (`normalizeEmail`). */
  readonly email?: string;
  /** Whether the provider has verified the address. */
  readonly emailVerified: boolean;
  readonly givenName?: StatedText;
  readonly familyName?: StatedText;
  /** Schools that an agent with the function `DIR` may declare to head (`FrEduRneResp`). Deputies have that
   *  function too. */
  readonly mayHead: readonly Uai[];
  /** Schools where the agent works (`FrEduRne`, `rne`). */
  readonly worksAt: readonly Uai[];
}

/** What the provider stated about a person who signed in. A `ClaimedIdentity` is another type, so that the
 *  compiler refuses to take what was typed for what was stated. */
export type ProvedIdentity = Pick<
  SignedInIdentity,
  'issuer' | 'subject' | 'provider' | 'email' | 'givenName' | 'familyName'
>;

/** The whole name that the provider stated; undefined if a part of it is missing. */
export function provedNameOf({ givenName, familyName }: ProvedIdentity): StatedName | undefined {
  return givenName && familyName ? { givenName, familyName } : undefined;
}
