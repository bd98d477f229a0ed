import type { IssuedCredential, NameChoice } from '../award/award-types.ts';
import type { CredentialId, PersonId, ProfileId } from '../ids.ts';
import type { Instant } from '../time/time.ts';

/** The public page of a person, made by their own act: the badges that they chose, under one address
 *  (docs/rules.md, Public profile). */
export interface PublicProfile {
  readonly id: ProfileId;
  readonly personId: PersonId;
  readonly name: NameChoice;
  /** Whether search engines may list the page. */
  readonly searchable: boolean;
  readonly credentialIds: readonly CredentialId[];
  readonly madeAt: Instant;
}

/** Changes to public profiles. `public-profile-saved` replaces the person's former choice. */
export type PublicProfileChange =
  | { readonly kind: 'public-profile-saved'; readonly profile: PublicProfile }
  | { readonly kind: 'public-profile-removed'; readonly personId: PersonId };

/** Whether a profile with this form of the name may list the badge now. The badge must show the name in the
 *  same form: one page with a named and a nameless badge would tell whose the nameless one is. A revoked badge
 *  is no longer held, so it is not listed; a suspended one comes back with the end of its suspension. */
export function mayBeListed(
  credential: Pick<IssuedCredential, 'choice' | 'revocation' | 'suspension' | 'erasedAt'>,
  name: NameChoice,
): boolean {
  const { choice, revocation, suspension, erasedAt } = credential;
  const isOpen = choice.acceptance === 'accepted' && !choice.hidden;
  return isOpen && choice.name === name && !revocation && !suspension && erasedAt === undefined;
}

/** Whether search engines may list a page with these badges. A badge that is shown only to those who have its
 *  link must not be found through the page. */
export function isSearchable(
  { searchable }: Pick<PublicProfile, 'searchable'>,
  listed: readonly Pick<IssuedCredential, 'choice'>[],
): boolean {
  return searchable && listed.every(({ choice }) => choice.visibility === 'public');
}
