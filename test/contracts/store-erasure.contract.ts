import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import { newDigests } from '../support/new-digests.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import {
  ADA,
  award,
  BOB,
  credentialId,
  day,
  engagement,
  event,
  GUYOT,
  LATER,
  LIST,
  NOW,
  SIGNED,
  toPerson,
} from './store-values.ts';

const FACTS: readonly Change[] = [
  { kind: 'engagement-imported', engagement: engagement('E1') },
  {
    kind: 'engagement-imported',
    engagement: engagement('E2', { personId: BOB, confirmedBy: 'ada.old@ac-dijon.fr' }),
  },
  { kind: 'event-saved', event: event('PAF') },
  { kind: 'attendance-saved', attendance: { personId: ADA, eventCode: 'PAF', proof: 2 } },
  {
    kind: 'progress-review-saved',
    review: { personId: ADA, uai: GUYOT, on: day('2026-05-01'), kind: 'review' },
  },
  {
    kind: 'contribution-saved',
    contribution: {
      reference: 'C1',
      personId: ADA,
      kind: 'project',
      on: day('2026-01-01'),
      validated: false,
    },
  },
  { kind: 'award-granted', award: award('a2', { sequence: 2 }) },
  {
    kind: 'audited',
    entry: { at: NOW, actor: 'dane', action: 'signed-in', subject: ADA, details: { lines: 2 } },
  },
];
const ERASED: Change = {
  kind: 'person-erased',
  personId: ADA,
  names: { familyNames: [], emails: [] },
  at: LATER,
};

/** The contract of the rights of access and erasure. */
export function describeErasure(underTest: StoreUnderTest): void {
  describeErasedFacts(underTest);
  describeErasedBadge(underTest);
}

function describeErasedFacts({ store }: StoreUnderTest): void {
  describe('all records about a person', () => {
    it('are exported table by table', async () => {
      await store().commit([...SIGNED, ...FACTS]);
      const tables = await store().exportPerson(ADA);
      const counts = Object.entries(tables ?? {}).map(([table, rows]) => [table, rows.length]);
      // test/storage/personal-tables.test.ts checks that no table is missing.
      expect(Object.fromEntries(counts.filter(([, count]) => count))).toEqual({
        person: 1,
        person_email: 2,
        person_profile: 1,
        engagement: 1,
        attendance: 1,
        progress_review: 1,
        contribution: 1,
        award: 2,
        credential: 1,
        audit: 1,
      });
      expect(await store().exportPerson('nobody' as typeof ADA)).toBeUndefined();
    });

    it('are deleted by an erasure, and no record about another person is', async () => {
      await store().commit([...SIGNED, ...FACTS]);
      await store().commit([ERASED]);
      expect(await store().readPeople([ADA, BOB])).toMatchObject([{ id: BOB }]);
      expect(await store().readPeopleByEmail(['ada@ac-dijon.fr', 'ada.old@ac-dijon.fr'])).toEqual([]);
      const [record] = await store().readPersonRecords([ADA]);
      expect(record).toMatchObject({ engagements: [], attended: [], reviews: [], contributions: [] });
      expect(await store().exportPerson(ADA)).toBeUndefined();
      expect(await store().readEngagements(['E2'])).toEqual([engagement('E2', { personId: BOB })]);
      expect(await store().countUnsignedAwards()).toBe(0);
    });
  });
}

function describeErasedBadge({ store }: StoreUnderTest): void {
  describe('the badge of an erased person', () => {
    it('is emptied and revoked, and its status entry stays', async () => {
      await store().commit([...SIGNED, ...FACTS]);
      await store().commit([ERASED]);
      const found = await store().readCredential(credentialId('c1'));
      expect(found?.credential).toMatchObject({
        document: '',
        jws: '',
        salt: '',
        subjectId: '',
        erasedAt: LATER,
        revocation: { at: LATER },
        statusListId: LIST,
        statusIndex: 7,
        choice: { name: 'none', showSchools: false },
      });
      expect(found?.award).toMatchObject({ id: 'a1', factsDigest: '', evaluation: { findings: [] } });
      expect(JSON.stringify(found?.award.evaluation)).not.toContain('2025');
      expect((await store().readSetIndexes(LIST)).set).toEqual([7]);
      expect((await store().readStatusList(LIST))?.revision).toBe(1);
      expect(await store().readAwardsOf([toPerson(ADA)])).toHaveLength(1);
    });

    it('keeps the day of an earlier revocation, and changes no list twice', async () => {
      await store().commit(SIGNED);
      const revocation = { at: NOW, by: 'dane', reason: 'erreur' };
      await store().commit([
        { kind: 'credential-revoked', credentialId: credentialId('c1'), statusListId: LIST, revocation },
      ]);
      await store().commit([ERASED]);
      expect((await store().readCredential(credentialId('c1')))?.credential?.revocation?.at).toBe(NOW);
      expect((await store().readStatusList(LIST))?.revision).toBe(1);
    });

    it('cannot be signed again', async () => {
      await store().commit(SIGNED);
      const credential = (await store().readCredential(credentialId('c1')))?.credential;
      if (!credential) throw new Error('the credential is missing');
      await store().commit([ERASED]);
      const reissue: Change = {
        kind: 'credential-reissued',
        digests: newDigests(),
        credential: { ...credential, revision: 2 },
        asRead: credential,
      };
      await expect(store().commit([reissue])).rejects.toMatchObject({ code: 'store-conflict' });
    });
  });
}
