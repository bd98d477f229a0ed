import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { HostClient, HostCode, HostGrant, HostToken } from '../../src/standards/host/feature.ts';
import type { ClientMetadata } from '../../src/standards/host/feature-client-metadata.ts';
import type { WholeBadge } from '../../src/standards/host/feature-held-badge.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, FIXTURE, LATER, NOW } from './store-values.ts';

const CLIENT: HostClient = {
  id: 'client-1',
  secretHash: 'sha256$1',
  metadata: {
    client_name: 'Portefeuille',
    redirect_uris: ['https://w.example/b'],
  } as unknown as ClientMetadata,
  registeredAt: NOW,
};
const UNUSED: HostClient = { ...CLIENT, id: 'client-2' };
const grantOf = (personId: PersonId, over: Partial<HostGrant> = {}): HostGrant => ({
  id: `grant-${personId}`,
  clientId: CLIENT.id,
  personId,
  scopes: ['credential.readonly', 'offline_access'],
  grantedAt: NOW,
  expiresAt: LATER,
  ...over,
});
const codeOf = (grant: HostGrant): HostCode => ({
  secretHash: `code-${grant.id}`,
  grantId: grant.id,
  redirectUri: 'https://w.example/b',
  challenge: 'c',
  expiresAt: LATER,
});
const tokenOf = (grant: HostGrant, kind: HostToken['kind'], madeFrom: string): HostToken => ({
  secretHash: `${kind}-of-${madeFrom}`,
  kind,
  grantId: grant.id,
  scopes: grant.scopes,
  madeFrom,
  expiresAt: LATER,
});
const GRANT = grantOf(ADA);
const CODE = codeOf(GRANT);
const pair = (grant: HostGrant, madeFrom: string) =>
  (['access', 'refresh'] as const).map((kind) => tokenOf(grant, kind, madeFrom));
const exchanged = (grant: HostGrant, madeFrom: string): Change => ({
  kind: 'host-tokens-made',
  grant,
  tokens: pair(grant, madeFrom),
});
const GRANTED: readonly Change[] = [
  ...FIXTURE,
  { kind: 'host-client-registered', client: CLIENT, network: 'network-1' },
  { kind: 'host-client-registered', client: UNUSED, network: 'network-2' },
  { kind: 'host-grant-made', grant: GRANT, code: CODE },
];

const BADGE: WholeBadge = {
  id: 'held-1',
  personId: ADA,
  badgeKey: 'key-1',
  form: 'json',
  content: '{"é":"“ ”"}',
  characters: 11,
  picture: 'data:image/png;base64,AA==',
  name: 'Un badge',
  issuerId: 'did:web:other.example',
  issuerName: 'Autre',
  credentialId: 'urn:x:1',
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2027-01-01T00:00:00Z',
  sentBy: 'Portefeuille',
  receivedAt: NOW,
  check: { verified: true, verdict: 'valid', at: NOW },
};
const { content: _content, ...LISTED } = BADGE;
const held = (badge: WholeBadge): Change => ({ kind: 'held-badge-saved', badge });

/** The contract of the Open Badges Host: clients, grants, and badges from elsewhere. */
export function describeHost({ store }: StoreUnderTest): void {
  describe('an access granted to a client', () => {
    it('is read by its code and its tokens, each of which is exchanged once', async () => {
      await store().commit(GRANTED);
      expect(await store().readHostClient(CLIENT.id)).toEqual(CLIENT);
      expect(await store().readHostCode(CODE.secretHash)).toEqual({
        secret: CODE,
        grant: GRANT,
        isSpent: false,
      });
      await store().commit([exchanged(GRANT, CODE.secretHash)]);
      expect(await store().readHostCode(CODE.secretHash)).toMatchObject({ isSpent: true });
      const again = { ...tokenOf(GRANT, 'access', CODE.secretHash), secretHash: 'another' };
      const twice: Change = { kind: 'host-tokens-made', grant: GRANT, tokens: [again] };
      await expect(store().commit([twice])).rejects.toMatchObject({ code: 'store-conflict' });
      const [access] = pair(GRANT, CODE.secretHash);
      expect(await store().readHostToken(access?.secretHash ?? '')).toEqual({
        secret: access,
        grant: GRANT,
        isSpent: false,
      });
      expect(await store().readHostToken('none')).toBeUndefined();
    });

    it('ends with all of its tokens, and gives no new ones after that', async () => {
      await store().commit([...GRANTED, exchanged(GRANT, CODE.secretHash)]);
      await store().commit([{ kind: 'host-grant-used', grantId: GRANT.id, on: day('2026-11-25') }]);
      expect(await store().readHostGrantsOf(ADA)).toEqual([
        { grant: { ...GRANT, lastUsedOn: '2026-11-25' }, client: CLIENT },
      ]);
      await store().commit([{ kind: 'host-grant-ended', grantId: GRANT.id }]);
      expect(await store().readHostGrantsOf(ADA)).toEqual([]);
      expect(await store().readHostCode(CODE.secretHash)).toBeUndefined();
      await expect(store().commit([exchanged(GRANT, 'x')])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('replaces the former access of the same client and person only', async () => {
      const bobs = grantOf(BOB);
      const next = grantOf(ADA, { id: 'grant-next', grantedAt: LATER });
      await store().commit([
        ...GRANTED,
        exchanged(GRANT, CODE.secretHash),
        { kind: 'host-grant-made', grant: bobs, code: codeOf(bobs) },
        { kind: 'host-grant-made', grant: next, code: codeOf(next) },
      ]);
      expect(await store().readHostToken(`access-of-${CODE.secretHash}`)).toBeUndefined();
      expect((await store().readHostGrantsOf(ADA)).map(({ grant }) => grant.id)).toEqual(['grant-next']);
      expect(await store().readHostGrantsOf(BOB)).toHaveLength(1);
    });

    it('is deleted after its end, like a client that was never used', async () => {
      await store().commit([...GRANTED, exchanged(GRANT, CODE.secretHash)]);
      await store().commit([{ kind: 'host-forgotten', at: NOW, unusedSince: NOW, idleSince: NOW }]);
      expect(await store().readHostClient(UNUSED.id)).toEqual(UNUSED);
      await store().commit([{ kind: 'host-forgotten', at: LATER, unusedSince: LATER, idleSince: NOW }]);
      expect(await store().readHostGrantsOf(ADA)).toEqual([]);
      expect(await store().readHostClient(UNUSED.id)).toBeUndefined();
      expect(await store().readHostClient(CLIENT.id)).toEqual(CLIENT);
    });

    it('tells which clients no one granted anything, and drops one of these and no other', async () => {
      await store().commit(GRANTED);
      const { id, registeredAt } = UNUSED;
      expect(await store().readUnusedClients()).toEqual([{ id, registeredAt, network: 'network-2' }]);
      const dropped = [CLIENT, UNUSED].map((one) => ({
        kind: 'host-client-dropped' as const,
        clientId: one.id,
      }));
      await store().commit(dropped);
      expect(await store().readUnusedClients()).toEqual([]);
      expect(await store().readHostClient(UNUSED.id)).toBeUndefined();
      expect(await store().readHostClient(CLIENT.id)).toEqual(CLIENT);
    });

    it('keeps its client while it is valid, and for some time after the last grant', async () => {
      const late = grantOf(BOB, { grantedAt: LATER });
      await store().commit([...GRANTED, { kind: 'host-grant-made', grant: late, code: codeOf(late) }]);
      const forget = (over: { at: Instant; idleSince: Instant }): Change => ({
        kind: 'host-forgotten',
        unusedSince: NOW,
        ...over,
      });
      const muchLater = '2036-01-01T00:00:00Z' as Instant;
      await store().commit([forget({ at: NOW, idleSince: muchLater })]);
      expect(await store().readHostClient(CLIENT.id)).toEqual(CLIENT);
      // By the first grant alone, it would be old enough to be deleted.
      await store().commit([forget({ at: LATER, idleSince: LATER })]);
      expect(await store().readHostGrantsOf(BOB)).toEqual([]);
      expect(await store().readHostClient(CLIENT.id)).toEqual(CLIENT);
      await store().commit([forget({ at: LATER, idleSince: muchLater })]);
      expect(await store().readHostClient(CLIENT.id)).toBeUndefined();
    });
  });

  describe('a badge from elsewhere', () => {
    it('is kept with its text, replaced by the same badge, checked again and removed', async () => {
      await store().commit([...FIXTURE, held(BADGE)]);
      expect(await store().readHeldBadges(ADA)).toEqual([LISTED]);
      expect(await store().readWholeBadges(ADA, ['held-1', 'none'])).toEqual([BADGE]);
      expect(await store().readWholeBadges(BOB, ['held-1'])).toEqual([]);
      const { picture: _picture, validUntil: _until, ...rest } = BADGE;
      const newer = { ...rest, id: 'held-2', form: 'jws' as const, content: 'a.b.c', characters: 5 };
      await store().commit([held(newer)]);
      expect(await store().readWholeBadges(ADA, ['held-1'])).toEqual([{ ...newer, id: 'held-1' }]);
      const check = { verified: false, verdict: 'revoked', at: LATER };
      await store().commit([{ kind: 'held-badge-checked', id: 'held-1', check }]);
      expect((await store().readHeldBadges(ADA))[0]?.check).toEqual(check);
      await expect(
        store().commit([{ kind: 'held-badge-removed', personId: BOB, id: 'held-1' }]),
      ).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().readHeldBadges(ADA)).toHaveLength(1);
      await store().commit([{ kind: 'held-badge-removed', personId: ADA, id: 'held-1' }]);
      expect(await store().readHeldBadges(ADA)).toEqual([]);
    });
  });

  describe('the data of a person at the host', () => {
    const profile = (personId: PersonId, document: string): Change => ({
      kind: 'host-profile-saved',
      profile: { personId, document, updatedAt: NOW },
    });
    const sending = {
      kind: 'badge-sending-begun' as const,
      sending: { stateHash: 'state', personId: BOB, sealed: 'sealed', expiresAt: LATER },
    };

    it('is moved in a merge, but accesses must be granted again', async () => {
      const bobs = grantOf(BOB);
      await store().commit([
        ...GRANTED,
        { kind: 'host-grant-made', grant: bobs, code: codeOf(bobs) },
        exchanged(bobs, codeOf(bobs).secretHash),
        held(BADGE),
        held({ ...BADGE, id: 'held-2', personId: BOB }),
        held({ ...BADGE, id: 'held-3', personId: BOB, badgeKey: 'key-3' }),
        profile(BOB, 'b'),
        sending,
      ]);
      await store().commit([{ kind: 'people-merged', from: BOB, into: ADA }]);
      expect((await store().readHeldBadges(ADA)).map(({ id }) => id)).toEqual(['held-1', 'held-3']);
      expect((await store().readHostProfile(ADA))?.document).toBe('b');
      expect((await store().readHostGrantsOf(ADA)).map(({ grant }) => grant.id)).toEqual([GRANT.id]);
      expect(await store().readHostCode(codeOf(bobs).secretHash)).toBeUndefined();
      expect(await store().readBadgeSending('state')).toBeUndefined();
    });

    it('keeps the profile of the remaining record in a merge, where both have one', async () => {
      await store().commit([...FIXTURE, profile(ADA, 'a'), profile(BOB, 'b')]);
      await store().commit([{ kind: 'people-merged', from: BOB, into: ADA }]);
      expect((await store().readHostProfile(ADA))?.document).toBe('a');
    });

    it('is exported without its secrets, and erased with its person', async () => {
      await store().commit([...GRANTED, exchanged(GRANT, CODE.secretHash), held(BADGE), profile(ADA, 'a')]);
      const tables = await store().exportPerson(ADA);
      expect(tables?.['held_badge']).toMatchObject([{ content: BADGE.content }]);
      expect(tables?.['host_grant']).toMatchObject([{ client_id: CLIENT.id, service: 'Portefeuille' }]);
      expect(tables?.['host_profile']).toMatchObject([{ document: 'a' }]);
      expect(tables?.['host_token']).toHaveLength(2);
      // A hash opens nothing, and is of no use to the person.
      expect(JSON.stringify(tables)).not.toContain(CODE.secretHash);
      await store().commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readHeldBadges(ADA)).toEqual([]);
      expect(await store().readHostProfile(ADA)).toBeUndefined();
      expect(await store().readHostToken(`access-of-${CODE.secretHash}`)).toBeUndefined();
      expect(await store().readHostClient(CLIENT.id)).toEqual(CLIENT);
    });

    it('contains only one sending at a time', async () => {
      await store().commit([...FIXTURE, sending]);
      expect(await store().readBadgeSending('state')).toMatchObject({ personId: BOB, sealed: 'sealed' });
      await store().commit([{ ...sending, sending: { ...sending.sending, stateHash: 'next' } }]);
      expect(await store().readBadgeSending('state')).toBeUndefined();
      await store().commit([{ kind: 'badge-sending-ended', stateHash: 'next' }]);
      expect(await store().readBadgeSending('next')).toBeUndefined();
    });
  });
}
