import type { NameChoice } from '../../../domain/award/award-types.ts';
import type { PublicProfile } from '../../../domain/holder/public-profile.ts';
import type { CredentialId, PersonId, ProfileId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';

export interface PublicProfileTable {
  person_id: PersonId;
  id: ProfileId;
  name_form: NameChoice;
  searchable: 0 | 1;
  made_at: Instant;
}

export interface PublicProfileBadgeTable {
  person_id: PersonId;
  credential_id: CredentialId;
}

export function toPublicProfileRow(it: PublicProfile): PublicProfileTable {
  return {
    person_id: it.personId,
    id: it.id,
    name_form: it.name,
    searchable: it.searchable ? 1 : 0,
    made_at: it.madeAt,
  };
}

export function fromPublicProfileRow(
  row: PublicProfileTable,
  badges: readonly Pick<PublicProfileBadgeTable, 'credential_id'>[],
): PublicProfile {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name_form,
    searchable: row.searchable === 1,
    credentialIds: badges.map(({ credential_id }) => credential_id),
    madeAt: row.made_at,
  };
}
