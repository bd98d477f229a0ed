import type { PublicProfile } from '../../domain/holder/public-profile.ts';
import type { PersonId, ProfileId } from '../../domain/ids.ts';
import type { Slice } from './slice.ts';

/** Reads the public profiles of people. */
export interface PublicProfileReader {
  readPublicProfile(id: ProfileId): Promise<PublicProfile | undefined>;
  /** The ids of all profiles, in their order. */
  readPublicProfileIds(slice: Slice<ProfileId>): Promise<readonly ProfileId[]>;
  readPublicProfileOf(personId: PersonId): Promise<PublicProfile | undefined>;
}
