import type { Clock, Store } from '../../application/ports.ts';
import type { Ports } from '../../application/service-ports.ts';
import type { AwardWithCredential } from '../../application/store/badge-readers.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { NameChoice } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import { type CredentialId, type PersonId, type ProfileId, parseProfileId } from '../../domain/ids.ts';
import { mayBeListed, type PublicProfile } from './feature.ts';

/** A profile with the badges that it lists at present, the newest first. */
export interface ShownProfile {
  readonly profile: PublicProfile;
  readonly badges: readonly Required<AwardWithCredential>[];
}

export interface SaveProfile {
  readonly personId: PersonId;
  readonly name: NameChoice;
  readonly searchable: boolean;
  readonly credentialIds: readonly CredentialId[];
}

/** Makes the person's public profile, or changes it; the address stays the same. Throws `invalid-request`
 *  where no badge is chosen, or where one is not theirs or may not be listed with this form of the name. */
const savePublicProfile =
  ({ store, clock, ids }: Ports) =>
  ({ personId, ...said }: SaveProfile): Promise<PublicProfile> =>
    retryOnConflict(async () => {
      const chosen = { ...said, credentialIds: [...new Set(said.credentialIds)] };
      const [before, own] = await Promise.all([
        store.readPublicProfileOf(personId),
        readOwnIssued(store, personId),
      ]);
      const listable = new Set(listableWith(own, chosen.name).map(({ credential }) => credential.id));
      if (chosen.credentialIds.length === 0 || !chosen.credentialIds.every((id) => listable.has(id))) {
        throw new DomainError('invalid-request');
      }
      // A credential's id has the same shape: 128 random bits.
      const id = before?.id ?? (ids.credentialId() as string as ProfileId);
      const profile = { id, personId, ...chosen, madeAt: before?.madeAt ?? clock.now() };
      await store.commit([
        { kind: before ? 'public-profile-changed' : 'public-profile-made', profile },
        audited('public-profile-saved', personId, clock),
      ]);
      return profile;
    });

/** Removes the person's public profile at once. Its address answers as if the profile had never existed, and
 *  is never used again. Does nothing if there is no profile. */
const removePublicProfile =
  ({ store, clock }: Ports) =>
  (personId: PersonId): Promise<void> =>
    retryOnConflict(async () => {
      const profile = await store.readPublicProfileOf(personId);
      if (!profile) return;
      await store.commit([
        { kind: 'public-profile-removed', personId, id: profile.id },
        audited('public-profile-removed', personId, clock),
      ]);
    });

/** Reads a profile for the public, by the last part of its address. Undefined for an unknown or removed
 *  profile and for one without any badge to show: the answer is the same for all three. */
const readPublicProfile =
  ({ store }: Ports) =>
  async (id: string): Promise<ShownProfile | undefined> => {
    const parsed = parseProfileId(id);
    const profile = parsed && (await store.readPublicProfile(parsed));
    if (!profile) return undefined;
    const badges = listedOf(profile, await readOwnIssued(store, profile.personId));
    return badges.length === 0 ? undefined : { profile, badges };
  };

/** The person's own profile, if they have one, and all their issued badges, the newest first. */
const readOwnProfile =
  ({ store }: Ports) =>
  async (personId: PersonId) => {
    const [profile, issued] = await Promise.all([
      store.readPublicProfileOf(personId),
      readOwnIssued(store, personId),
    ]);
    return { profile, issued };
  };

/** The badges of the profile that may be listed now. */
export function listedOf(
  { name, credentialIds }: Pick<PublicProfile, 'name' | 'credentialIds'>,
  issued: ShownProfile['badges'],
): ShownProfile['badges'] {
  return listableWith(issued, name).filter(({ credential }) => credentialIds.includes(credential.id));
}

function listableWith(issued: ShownProfile['badges'], name: NameChoice): ShownProfile['badges'] {
  return issued.filter(({ credential }) => mayBeListed(credential, name));
}

async function readOwnIssued(store: Store, personId: PersonId): Promise<ShownProfile['badges']> {
  const awards = await store.readAwardsOf([{ kind: 'person', personId }]);
  return awards
    .filter((one): one is Required<AwardWithCredential> => one.credential !== undefined)
    .toReversed();
}

function audited(action: AuditAction, personId: PersonId, { now }: Clock) {
  return audit(action, { at: now(), actor: personId, subject: personId });
}

export const profileServices = useCases({
  readOwnProfile,
  savePublicProfile,
  removePublicProfile,
  readPublicProfile,
});
