import type { IssuedCredential, NameChoice } from '../../domain/award/types.ts';
import { declare } from '../../domain/features/declaration.ts';
import { isFindable, type PublicBadge } from '../../domain/holder/search-indexing.ts';
import type { CredentialId, PersonId, ProfileId } from '../../domain/ids.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import { OWN, WITH_PERSON } from '../../domain/tables/treatments.ts';
import type { Instant } from '../../domain/time/calendar.ts';

/** The public page of a person, which the person chose to make: chosen badges under one address
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

/** Changes to public profiles. */
export type PublicProfileChange =
  /** The person's first profile. The whole commit is refused where they have one: it has another address. */
  | { readonly kind: 'public-profile-made'; readonly profile: PublicProfile }
  /** The whole commit is refused where the profile of this address is gone. */
  | { readonly kind: 'public-profile-changed'; readonly profile: PublicProfile }
  | {
      readonly kind: 'public-profile-removed';
      readonly personId: PersonId;
      readonly id: ProfileId;
    };

/** Whether a profile with this form of the name may list the badge now. The badge must show the name in the
 *  same form: next to a named badge, a nameless one would be named too. A revoked badge is not held and not
 *  listed. A suspended badge is listed again when its suspension ends. */
export function mayBeListed(
  credential: Pick<IssuedCredential, 'choice' | 'revocation' | 'suspension' | 'erasedAt'>,
  name: NameChoice,
): boolean {
  const { choice, revocation, suspension, erasedAt } = credential;
  const isOpen = choice.acceptance === 'accepted' && !choice.hidden;
  return isOpen && choice.name === name && !revocation && !suspension && erasedAt === undefined;
}

/** Whether search engines may list a page with these badges: only if they may list each of its badges. */
export function isSearchable(
  { searchable }: Pick<PublicProfile, 'searchable'>,
  listed: readonly PublicBadge[],
  now: Instant,
): boolean {
  return searchable && listed.every((badge) => isFindable(badge, now));
}

/** Reads the public profiles of people. */
export interface PublicProfileReader {
  readPublicProfile(id: ProfileId): Promise<PublicProfile | undefined>;
  /** The ids of all profiles, in their order. */
  readPublicProfileIds(slice: Slice<ProfileId>): Promise<readonly ProfileId[]>;
  readPublicProfileOf(personId: PersonId): Promise<PublicProfile | undefined>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface PublicProfilesTables {
  public_profile: Row<'public_profile', Omit<PublicProfile, 'credentialIds'>>;
  public_profile_badge: { person_id: PersonId; credential_id: CredentialId };
}

/** What the other layers read of this feature. */
export const feature = declare<PublicProfilesTables, PublicProfileChange, PublicProfileReader>()({
  group: 'badges',
  history: ['public-profile-saved', 'public-profile-removed'],
  menu: {
    my: { profile: { under: 'badges', after: 'badges', path: '/my/profile' } },
  },
  people: {
    // The profile of the remaining record is kept.
    public_profile: {
      ...OWN,
      exportedAfter: 'credential',
      merge: 'apart',
      register: 'nothing',
      ends: WITH_PERSON,
    },
    public_profile_badge: {
      ...OWN,
      exportedAfter: 'public_profile',
      refersTo: ['credential'],
      merge: 'apart',
      register: 'nothing',
      ends: WITH_PERSON,
    },
  },
});
