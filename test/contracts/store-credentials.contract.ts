import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import type { PendingAcceptanceFilter } from '../../src/application/store/badge-readers.ts';
import { type Award, FIRST_CHOICE, type HolderChoice } from '../../src/domain/award/types.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
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
  FIXTURE,
  GUYOT,
  LATER,
  LIST,
  NOW,
  SIGNED,
  toPerson,
  toSchool,
} from './store-values.ts';

const conflict = (constraint: string) => ({
  code: 'store-conflict',
  params: { constraint: expect.stringContaining(constraint) },
});
/** A claim from NOW to LATER. */
const taking = (by: string, limit: number) => ({ by, ended: [], limit });
const granted = (it: Award): Change => ({ kind: 'award-granted', award: it });
const chose = (id: string, choice: HolderChoice, asRead: HolderChoice): Change => ({
  kind: 'holder-chose',
  credentialId: credentialId(id),
  choice,
  asRead: { choice: asRead },
});
const revoked = (id = 'c1'): Change => ({
  kind: 'credential-revoked',
  credentialId: credentialId(id),
  statusListId: LIST,
  revocation: { at: LATER, by: 'dane', reason: 'erreur' },
});

const reminded = (asRead?: Instant): Change => ({
  ...{ kind: 'credential-reminded', credentialId: credentialId('c1'), at: LATER },
  asRead,
});

const suspended = (id = 'c1'): Change => ({
  kind: 'credential-suspended',
  credentialId: credentialId(id),
  statusListId: LIST,
  suspension: { at: LATER, by: 'dane', cause: 'contest', reason: 'contestation' },
});

/** The contract of awards, credentials, status lists and tokens. */
export function describeCredentials(underTest: StoreUnderTest): void {
  describeAwards(underTest);
  describeSigned(underTest);
  describeRevocation(underTest);
  describeLists(underTest);
  describeTokens(underTest);
}

function describeAwards({ store }: StoreUnderTest): void {
  describe('an award', () => {
    const whole = award('a1', { overrideReason: 'décision', validUntil: LATER });

    it('is read back whole, for its recipient only, and waits to be signed', async () => {
      await store().commit([...FIXTURE, granted(whole)]);
      expect(await store().readAwardsOf([toPerson(ADA), toPerson(BOB), toSchool(GUYOT)])).toEqual([
        { award: whole },
      ]);
      expect(await store().readAwardsOf([toPerson(BOB)])).toEqual([]);
      expect(await store().readAwardsOf([])).toEqual([]);
      expect(await store().leaseUnsignedAwards(taking('x', 10))).toEqual([whole]);
      expect(await store().countUnsignedAwards()).toBe(1);
    });

    it('is granted once per person, badge and sequence', async () => {
      await store().commit([...FIXTURE, granted(whole)]);
      await expect(store().commit([granted(award('a2', { schoolYear: 2030 }))])).rejects.toMatchObject(
        conflict('award'),
      );
      await store().commit([
        granted(award('a3', { sequence: 2 })),
        granted(award('a4', { achievement: 'RUPN-ACC' })),
      ]);
      expect(await store().countUnsignedAwards()).toBe(3);
    });

    it('of a school is granted once per school year', async () => {
      const team = { recipient: toSchool(GUYOT), achievement: 'RUPN-EQUIPE' };
      await store().commit([
        ...FIXTURE,
        granted(award('a1', team)),
        granted(award('a2', { ...team, schoolYear: 2027 })),
      ]);
      await expect(store().commit([granted(award('a3', team))])).rejects.toMatchObject(conflict('award'));
    });

    it('is claimed while unsigned by one process, until the claim has ended or is given back', async () => {
      await store().commit([...SIGNED, ...[2, 3, 4].map((it) => granted(award(`a${it}`, { sequence: it })))]);
      const ids = async (claim: Parameters<Store['leaseUnsignedAwards']>[0]) =>
        (await store().leaseUnsignedAwards(claim)).map(({ id }) => id);
      expect(await ids(taking('x', 1))).toEqual(['a2']);
      expect(await ids({ ...taking('y', 1), after: awardId('a3') })).toEqual(['a4']);
      expect(await ids(taking('z', 5))).toEqual(['a3']);
      expect(await ids(taking('z', 5))).toEqual([]);
      await store().releaseLeases('award', 'x');
      expect(await ids(taking('x', 5))).toEqual(['a2']);
      await store().releaseLeases('award', 'z');
      expect(await ids(taking('z', 1))).toEqual(['a3']);
      const claims = await store().readClaims('award');
      expect(claims.map(({ by }) => by).toSorted()).toEqual(['x', 'y', 'z']);
      expect(await ids({ ...taking('w', 5), ended: claims.filter(({ by }) => by !== 'y') })).toEqual([
        'a2',
        'a3',
      ]);
      expect(await ids({ ...taking('v', 5), ended: claims })).toEqual(['a4']);
      expect(await store().countUnsignedAwards()).toBe(3);
    });
  });
}

function describeSigned({ store }: StoreUnderTest): void {
  describe('a credential', () => {
    it('is read back with its award, byte for byte', async () => {
      await store().commit(SIGNED);
      const whole = { award: award('a1'), credential: credential('c1') };
      expect(await store().readCredential(credentialId('c1'))).toEqual(whole);
      expect(await store().readAwardsOf([toPerson(ADA)])).toEqual([whole]);
      expect(await store().readCredential(credentialId('c9'))).toBeUndefined();
      expect((await store().countRows()).credentials).toBe(1);
    });

    it('waits for its holder, is reminded of once as it was read, and waits no more once it is answered', async () => {
      await store().commit(SIGNED);
      const waiting = async (which: PendingAcceptanceFilter) => [
        (await store().readPendingAcceptances({ ...which, limit: 5 })).map((one) => one.credential?.id),
        await store().countUnanswered(which),
      ];
      const { validFrom } = credential('c1');
      expect(await waiting({ signedBy: validFrom })).toEqual([[credentialId('c1')], 1]);
      expect(await waiting({ signedBy: secondsAfter(validFrom, -1) })).toEqual([[], 0]);
      const after = { validFrom, id: credentialId('c1') };
      expect(await store().readPendingAcceptances({ after, limit: 5 })).toEqual([]);
      await store().commit([reminded()]);
      await expect(store().commit([reminded()])).rejects.toMatchObject(conflict('choice_as_read'));
      expect(await waiting({ isReminded: false })).toEqual([[], 0]);
      const [one] = await store().readPendingAcceptances({ limit: 5 });
      expect(one?.credential?.remindedAt).toBe(LATER);
      await store().commit([chose('c1', ACCEPTED, FIRST_CHOICE)]);
      expect(await waiting({})).toEqual([[], 0]);
      await expect(store().commit([reminded(LATER)])).rejects.toMatchObject(conflict('choice_as_read'));
    });

    it('is issued once per award, and each index is used once', async () => {
      await store().commit([...SIGNED, granted(award('a2', { sequence: 2 }))]);
      const again: Change = {
        kind: 'credential-issued',
        digests: newDigests(),
        credential: credential('c2', { statusIndex: 8 }),
      };
      await expect(store().commit([again])).rejects.toMatchObject(conflict('award_id'));
      const taken: Change = {
        kind: 'credential-issued',
        digests: newDigests(),
        credential: credential('c2', { awardId: awardId('a2') }),
      };
      await expect(store().commit([taken])).rejects.toMatchObject(conflict('status_index'));
      expect(await store().countUnsignedAwards()).toBe(1);
    });

    it('keeps what its holder chose', async () => {
      await store().commit(SIGNED);
      await store().commit([chose('c1', ACCEPTED, FIRST_CHOICE)]);
      expect((await store().readCredential(credentialId('c1')))?.credential?.choice).toEqual(ACCEPTED);
      const unknown = chose('c9', ACCEPTED, FIRST_CHOICE);
      await expect(store().commit([unknown])).rejects.toMatchObject(conflict('credential_known'));
    });

    it('never overwrites a choice made since it was read, by a new signature or otherwise', async () => {
      await store().commit([...SIGNED, chose('c1', ACCEPTED, FIRST_CHOICE)]);
      const declined = chose('c1', { ...FIRST_CHOICE, acceptance: 'declined' }, FIRST_CHOICE);
      await expect(store().commit([declined])).rejects.toMatchObject(conflict('choice_as_read'));
      const hiddenSince: Change = {
        kind: 'credential-reissued',
        digests: newDigests(),
        credential: credential('c1', { revision: 2, choice: ACCEPTED }),
        asRead: { choice: { ...ACCEPTED, hidden: !ACCEPTED.hidden } },
      };
      await expect(store().commit([hiddenSince])).rejects.toMatchObject(conflict('choice_as_read'));
      expect((await store().readCredential(credentialId('c1')))?.credential).toMatchObject({
        revision: 1,
        choice: ACCEPTED,
      });
    });

    it.each([
      ['revoked', () => revoked()],
      ['suspended', () => suspended()],
    ])('is not accepted and not signed again once it was %s since it was read', async (_, ended) => {
      await store().commit([...SIGNED, ended()]);
      await expect(store().commit([chose('c1', ACCEPTED, FIRST_CHOICE)])).rejects.toMatchObject(
        conflict('choice_as_read'),
      );
      const signedAgain: Change = {
        kind: 'credential-reissued',
        digests: newDigests(),
        credential: credential('c1', { revision: 2, choice: ACCEPTED }),
        asRead: { choice: FIRST_CHOICE },
      };
      await expect(store().commit([signedAgain])).rejects.toMatchObject(conflict('choice_as_read'));
      const known = await store().readCredential(credentialId('c1'));
      expect(known?.credential).toMatchObject({ revision: 1, choice: FIRST_CHOICE });
      if (!known?.credential) throw new Error('no badge');
      const again: Change = { ...signedAgain, asRead: known.credential };
      await store().commit([again]);
    });

    it('is re-issued only as the next revision, under the same entry, subject and salt', async () => {
      await store().commit(SIGNED);
      const next = credential('c1', {
        revision: 2,
        validFrom: LATER,
        document: '{"signed":2}',
        jws: 'd.e.f',
        keyIds: ['ed-2', 'rs-2'],
        choice: ACCEPTED,
      });
      const reissue: Change = {
        kind: 'credential-reissued',
        digests: newDigests(),
        credential: { ...next, statusIndex: 99, salt: 'x' },
        asRead: { choice: FIRST_CHOICE },
      };
      await store().commit([reissue]);
      expect((await store().readCredential(credentialId('c1')))?.credential).toEqual(next);
      await expect(store().commit([reissue])).rejects.toMatchObject(conflict('credential_revision_follows'));
      const skipped: Change = {
        kind: 'credential-reissued',
        digests: newDigests(),
        credential: { ...next, revision: 4 },
        asRead: { choice: ACCEPTED },
      };
      await expect(store().commit([skipped])).rejects.toMatchObject(conflict('credential_revision_follows'));
    });

    it('is listed by id, by key and by acceptance', async () => {
      const others = ['c2', 'c3'].flatMap((id, at): Change[] => [
        granted(award(id, { sequence: at + 2 })),
        {
          kind: 'credential-issued',
          digests: newDigests(),
          credential: credential(id, {
            awardId: awardId(id),
            statusIndex: at + 20,
            keyIds: ['ed-2', 'rs_1'],
          }),
        },
      ]);
      await store().commit([...SIGNED, ...others]);
      await store().commit([chose('c3', ACCEPTED, FIRST_CHOICE)]);
      const ids = async (page: Parameters<ReturnType<typeof store>['readCredentials']>[0]) =>
        (await store().readCredentials(page)).map((one) => one.credential?.id.slice(0, 2));
      expect(await ids({ limit: 9 })).toEqual(['c1', 'c2', 'c3']);
      expect(await ids({ after: credentialId('c1'), limit: 1 })).toEqual(['c2']);
      expect(await ids({ limit: 9, signedWith: 'ed-2' })).toEqual(['c2', 'c3']);
      expect(await ids({ limit: 9, signedWith: 'rs-1' })).toEqual(['c1']);
      expect(await ids({ limit: 9, signedWith: 'rs' })).toEqual([]);
      expect(await ids({ limit: 9, acceptance: 'private' })).toEqual(['c1', 'c2']);
      expect(await ids({ limit: 9, acceptance: 'private', signedWith: 'ed-2' })).toEqual(['c2']);
    });
  });
}

function describeRevocation({ store }: StoreUnderTest): void {
  describe('a revocation', () => {
    it('sets the bit and raises the list, once', async () => {
      await store().commit(SIGNED);
      await store().commit([revoked()]);
      expect((await store().readCredential(credentialId('c1')))?.credential?.revocation).toEqual({
        at: LATER,
        by: 'dane',
        reason: 'erreur',
      });
      expect((await store().readSetIndexes(LIST)).set).toEqual([7]);
      expect((await store().readStatusList(LIST))?.revision).toBe(1);
      await expect(store().commit([revoked()])).rejects.toMatchObject(conflict('credential_not_revoked'));
      expect((await store().readStatusList(LIST))?.revision).toBe(1);
    });

    it('of a credential that does not exist is a conflict', async () => {
      await store().commit(SIGNED);
      await expect(store().commit([revoked('c9')])).rejects.toMatchObject(conflict('credential_not_revoked'));
      expect((await store().readStatusList(LIST))?.revision).toBe(0);
    });
  });
}

function describeLists({ store }: StoreUnderTest): void {
  describe('a status list', () => {
    const list = (id: string, size: number, at = NOW): Change => ({
      kind: 'status-list-opened',
      id,
      size,
      at,
    });

    it('takes entries until it is half full, the newest list first', async () => {
      expect(await store().readOpenStatusList()).toBeUndefined();
      await store().commit([
        ...FIXTURE,
        list(LIST, 4),
        granted(award('a1')),
        granted(award('a2', { sequence: 2 })),
      ]);
      await store().commit([
        {
          kind: 'credential-issued',
          digests: newDigests(),
          credential: credential('c1', { statusIndex: 0 }),
        },
      ]);
      expect(await store().readOpenStatusList()).toEqual({ id: LIST, size: 4, revision: 0, openedAt: NOW });
      await store().commit([
        {
          kind: 'credential-issued',
          digests: newDigests(),
          credential: credential('c2', { awardId: awardId('a2'), statusIndex: 1 }),
        },
      ]);
      expect(await store().readOpenStatusList()).toBeUndefined();
      await store().commit([list('list-2', 4, LATER)]);
      expect((await store().readOpenStatusList())?.id).toBe('list-2');
      expect((await store().readStatusLists()).map(({ id }) => id)).toEqual([LIST, 'list-2']);
      expect(await store().readStatusList('none')).toBeUndefined();
    });

    it('is opened only if no other is open', async () => {
      await store().commit([list(LIST, 100)]);
      await store().commit([list('list-2', 100, LATER)]);
      expect((await store().readStatusLists()).map(({ id }) => id)).toEqual([LIST]);
    });

    it('tells which of the drawn indexes are taken', async () => {
      await store().commit(SIGNED);
      expect(await store().readTakenIndexes(LIST, [6, 7, 8])).toEqual([7]);
      expect(await store().readTakenIndexes('list-2', [7])).toEqual([]);
      expect(await store().readTakenIndexes(LIST, [])).toEqual([]);
    });

    it('keeps the publication with the most bits', async () => {
      await store().commit([list(LIST, 100)]);
      const publish = (publishedRevision: number, document: string): Change => ({
        kind: 'status-list-published',
        list: { id: LIST, publishedRevision, document, validFrom: NOW, validUntil: LATER },
      });
      await store().commit([publish(3, 'three')]);
      await store().commit([publish(2, 'two')]);
      expect((await store().readStatusList(LIST))?.published).toEqual({
        id: LIST,
        publishedRevision: 3,
        document: 'three',
        validUntil: LATER,
      });
      await store().commit([publish(3, 'three, signed again')]);
      expect((await store().readStatusList(LIST))?.published?.document).toBe('three, signed again');
    });
  });
}

function describeTokens({ store }: StoreUnderTest): void {
  it('keeps a token by the hash of its secret, and the instant of its first revocation', async () => {
    const token = {
      id: 't1',
      name: 'Script',
      role: 'dane' as const,
      secretHash: 'sha256$ab',
      createdAt: NOW,
      expiresAt: LATER,
    };
    await store().commit([{ kind: 'token-created', token }]);
    expect(await store().readTokenByHash('sha256$ab')).toEqual(token);
    expect(await store().readTokenByHash('sha256$00')).toBeUndefined();
    await store().commit([{ kind: 'token-revoked', tokenId: 't1', at: NOW }]);
    const again: Change = { kind: 'token-revoked', tokenId: 't1', at: LATER };
    await expect(store().commit([again])).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await store().readTokenByHash('sha256$ab')).toEqual({ ...token, revokedAt: NOW });
    await expect(
      store().commit([{ kind: 'token-created', token: { ...token, id: 't2' } }]),
    ).rejects.toMatchObject(conflict('api_token'));
  });
}
