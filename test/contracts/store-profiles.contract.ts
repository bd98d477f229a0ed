import { describe, expect, it } from 'vitest';
import { FIRST_CHOICE } from '../../src/domain/award/types.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { PersonId, ProfileId } from '../../src/domain/ids.ts';
import type { PublicProfile } from '../../src/features/public-profiles/feature.ts';
import { newDigests } from '../support/new-digests.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import {
  ACCEPTED,
  ADA,
  award,
  awardId,
  BOB,
  credential,
  credentialId,
  LATER,
  NOW,
  person,
  SIGNED,
  toPerson,
} from './store-values.ts';

const profileId = (text: string) => text.padEnd(22, '_') as ProfileId;
const C1 = credentialId('c1');
const C2 = credentialId('c2');

const profileOf = (personId: PersonId, over: Partial<PublicProfile> = {}): PublicProfile => ({
  id: profileId(`of-${personId}`),
  personId,
  name: 'full',
  searchable: false,
  credentialIds: [C1],
  madeAt: NOW,
  ...over,
});
const made = (profile: PublicProfile): Change => ({ kind: 'public-profile-made', profile });
const changed = (profile: PublicProfile): Change => ({ kind: 'public-profile-changed', profile });
const ADAS = profileOf(ADA);
const BOBS = profileOf(BOB, { credentialIds: [C2] });

/** Ada holds c1, Bob c2. */
const BOTH: readonly Change[] = [
  ...SIGNED,
  { kind: 'award-granted', award: award('a2', { recipient: toPerson(BOB), achievement: 'RUPN-CONF' }) },
  {
    kind: 'credential-issued',
    digests: newDigests(),
    credential: credential('c2', { awardId: awardId('a2'), statusIndex: 8 }),
  },
];

/** The contract of people's public pages. */
export function describeProfiles({ store }: StoreUnderTest): void {
  describe('a public profile', () => {
    it('is read by its address and by its person, replaced as a whole, and removed', async () => {
      await store().commit([...BOTH, made(ADAS)]);
      expect(await store().readPublicProfile(ADAS.id)).toEqual(ADAS);
      expect(await store().readPublicProfileOf(ADA)).toEqual(ADAS);
      expect(await store().readPublicProfileOf(BOB)).toBeUndefined();
      const after = { ...ADAS, name: 'none' as const, searchable: true, credentialIds: [C1, C2] };
      await store().commit([changed(after)]);
      expect(await store().readPublicProfile(ADAS.id)).toEqual(after);
      await store().commit([{ kind: 'public-profile-removed', personId: ADA, id: ADAS.id }]);
      expect(await store().readPublicProfile(ADAS.id)).toBeUndefined();
      // Nothing of the removed profile remains for a later one.
      await store().commit([made({ ...ADAS, id: profileId('new'), credentialIds: [C2] })]);
      expect((await store().readPublicProfileOf(ADA))?.credentialIds).toEqual([C2]);
    });

    it('is made once, and neither changed nor removed once it is gone', async () => {
      await store().commit([...BOTH, made(ADAS)]);
      const gone: Change = { kind: 'public-profile-removed', personId: ADA, id: ADAS.id };
      const other = { ...ADAS, id: profileId('other') };
      await expect(store().commit([made(other)])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([gone]);
      for (const late of [changed(ADAS), gone]) {
        await expect(store().commit([late])).rejects.toMatchObject({ code: 'store-conflict' });
      }
      expect(await store().readPublicProfileOf(ADA)).toBeUndefined();
    });

    it('is found among all, by id, in slices', async () => {
      await store().commit([...BOTH, made(ADAS), made(BOBS)]);
      const all = [ADAS.id, BOBS.id].toSorted();
      const [first, second] = all;
      expect(await store().readPublicProfileIds({ limit: 10 })).toEqual(all);
      expect(await store().readPublicProfileIds({ limit: 1 })).toEqual([first]);
      expect(await store().readPublicProfileIds({ limit: 10, ...(first && { after: first }) })).toEqual([
        second,
      ]);
    });

    it('is exported and erased with its person', async () => {
      await store().commit([...BOTH, made(ADAS)]);
      const tables = await store().exportPerson(ADA);
      expect(tables?.['public_profile']).toMatchObject([{ id: ADAS.id, name_form: 'full' }]);
      expect(tables?.['public_profile_badge']).toHaveLength(1);
      await store().commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readPublicProfile(ADAS.id)).toBeUndefined();
    });

    it('is moved in a merge where the other record has none', async () => {
      await store().commit([...BOTH, made(BOBS)]);
      await store().commit([{ kind: 'people-merged', from: BOB, into: ADA }]);
      expect(await store().readPublicProfile(BOBS.id)).toEqual({ ...BOBS, personId: ADA });
    });

    it('is deleted in a merge where the other record has one, which keeps its own badges', async () => {
      await store().commit([...BOTH, made(ADAS), made(BOBS)]);
      await store().commit([{ kind: 'people-merged', from: BOB, into: ADA }]);
      expect(await store().readPublicProfile(BOBS.id)).toBeUndefined();
      expect(await store().readPublicProfileOf(ADA)).toEqual(ADAS);
    });

    it('has a new moment after each change to it or to one of its badges, and after no other', async () => {
      await store().commit([...BOTH, made(ADAS)]);
      const SHOWN = { ...ACCEPTED, hidden: false };
      const changes: readonly Change[] = [
        changed({ ...ADAS, name: 'none' }),
        changed({ ...ADAS, name: 'none', searchable: true }),
        { kind: 'holder-chose', credentialId: C1, choice: SHOWN, asRead: { choice: FIRST_CHOICE } },
        { kind: 'holder-chose', credentialId: C1, choice: ACCEPTED, asRead: { choice: SHOWN } },
        changed({ ...ADAS, credentialIds: [C2] }),
        { kind: 'public-profile-removed', personId: ADA, id: ADAS.id },
      ];
      const read = async () => (await store().readDataVersion({ kind: 'profile', id: ADAS.id })).own;
      let before = await read();
      for (const change of changes) {
        await store().commit([change]);
        const own = await read();
        expect([change, own === before]).toEqual([change, false]);
        before = own;
      }
      await store().commit([{ kind: 'person-saved', person: person(BOB, { familyName: 'Autre' }) }]);
      expect(await read()).toBe(before);
    });
  });
}
