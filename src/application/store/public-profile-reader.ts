import type { PublicProfile } from '../../domain/holder/public-profile.ts';
import type { PersonId, ProfileId } from '../../domain/ids.ts';

export interface PublicProfileReader {
  readPublicProfile(id: ProfileId): Promise<PublicProfile | undefined>;
  readPublicProfileOf(personId: PersonId): Promise<PublicProfile | undefined>;
}
