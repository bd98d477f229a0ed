import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { PersonId, RecordId } from '../../src/domain/ids.ts';
import type { Uai } from '../../src/domain/uai.ts';
import type { Endorsement, SchoolKey } from '../../src/features/endorsements/feature.ts';
import type { BadgeRecord } from '../../src/standards/badge-records/feature.ts';
import { newDigests } from '../support/new-digests.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, credentialId, LATER, LIST, NOW, SIGNED } from './store-values.ts';

const RECORDS = 'list-of-records';
const C1 = credentialId('c1');

const recordOf = (personId: PersonId, over: Partial<BadgeRecord> = {}): BadgeRecord => ({
  id: `record-of-${personId}`.padEnd(22, '_') as RecordId,
  personId,
  name: 'none',
  revision: 1,
  validFrom: NOW,
  document: '{}',
  jws: 'a.b.c',
  keyIds: ['ed-1', 'rs-1'],
  subjectId: 'urn:uuid:1',
  madeOf: `${C1} 1`,
  statusListId: RECORDS,
  statusIndex: 7,
  ...over,
});
const ADAS = recordOf(ADA);
const MADE: readonly Change[] = [
  ...SIGNED,
  { kind: 'status-list-opened', id: RECORDS, size: 100, at: NOW, keptFor: 'records' },
  { kind: 'badge-record-made', digests: newDigests(), record: ADAS },
];

const ENDORSEMENT: Endorsement = {
  id: '0b1f4c62-7a3d-4c11-9a55-0d9a6b6d7c01',
  personId: ADA,
  uai: '0210001M' as Uai,
  comment: 'Merci.',
  offeredAt: NOW,
  declined: false,
};

/** The contract of records of badges and of principals' words. */
export function describeBadgeRecords({ store }: StoreUnderTest): void {
  describe('a record of badges', () => {
    it('is read by its address and by its person, and takes an index that no badge gets', async () => {
      await store().commit(MADE);
      expect(await store().readBadgeRecord(ADAS.id)).toEqual(ADAS);
      expect(await store().readBadgeRecordOf(ADA)).toEqual(ADAS);
      expect(await store().readBadgeRecordOf(BOB)).toBeUndefined();
      expect(await store().readBadgeRecordIds({ limit: 10 })).toEqual([ADAS.id]);
      expect(await store().readTakenIndexes(RECORDS, [6, 7, 8])).toEqual([7]);
      expect((await store().readOpenStatusList('records'))?.id).toBe(RECORDS);
      expect((await store().readOpenStatusList())?.id).toBe(LIST);
    });

    it('is made again only once for each revision', async () => {
      await store().commit(MADE);
      const second = { ...ADAS, revision: 2, document: '{"second":true}', validFrom: LATER };
      await store().commit([{ kind: 'badge-record-made-again', digests: newDigests(), record: second }]);
      const late: Change = {
        kind: 'badge-record-made-again',
        digests: newDigests(),
        record: { ...second, document: '{"late":1}' },
      };
      await expect(store().commit([late])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().readBadgeRecord(ADAS.id)).toEqual(second);
    });

    const ENDS: readonly (readonly [string, Change])[] = [
      ['withdrawn', { kind: 'badge-record-withdrawn', personId: ADA, id: ADAS.id }],
      [
        'erased with its person',
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ],
      ['merged into another', { kind: 'people-merged', from: ADA, into: BOB }],
    ];
    it.each(ENDS)('sets its bit when it is %s, and keeps its place', async (_, change) => {
      await store().commit(MADE);
      expect((await store().readSetIndexes(RECORDS)).set).toEqual([]);
      await store().commit([change]);
      expect(await store().readBadgeRecord(ADAS.id)).toBe('withdrawn');
      expect((await store().readSetIndexes(RECORDS)).set).toEqual([7]);
      expect(await store().readTakenIndexes(RECORDS, [7])).toEqual([7]);
      expect((await store().readStatusList(RECORDS))?.revision).toBe(1);
    });
  });

  describe('a principal’s words', () => {
    it('are replaced while they stand in no badge, and never afterwards', async () => {
      await store().commit([...SIGNED, { kind: 'endorsement-offered', endorsement: ENDORSEMENT }]);
      const second = { ...ENDORSEMENT, id: '0b1f4c62-7a3d-4c11-9a55-0d9a6b6d7c02', comment: 'Bravo.' };
      await store().commit([{ kind: 'endorsement-offered', endorsement: second }]);
      expect(await store().readEndorsementsOf(ADA)).toEqual([second]);
      await store().commit([
        { kind: 'endorsement-answered', asRead: second, declined: false, credentialId: C1 },
      ]);
      expect(await store().readEndorsementsIn(C1)).toEqual([{ ...second, credentialId: C1 }]);
      await expect(
        store().commit([{ kind: 'endorsement-offered', endorsement: ENDORSEMENT }]),
      ).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('are answered and removed only as they were read', async () => {
      await store().commit([...SIGNED, { kind: 'endorsement-offered', endorsement: ENDORSEMENT }]);
      const other = { ...ENDORSEMENT, id: '0b1f4c62-7a3d-4c11-9a55-0d9a6b6d7c03', comment: 'Autre.' };
      await store().commit([{ kind: 'endorsement-offered', endorsement: other }]);
      const added = (asRead: Endorsement): Change => ({
        kind: 'endorsement-answered',
        asRead,
        declined: false,
        credentialId: C1,
      });
      // The principal replaced the words after the person had read them.
      await expect(store().commit([added(ENDORSEMENT)])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([added(other)]);
      const inNoBadge: readonly Change[] = [
        { kind: 'endorsement-answered', asRead: other, declined: true },
        { kind: 'endorsement-removed', asRead: other },
      ];
      for (const late of inNoBadge) {
        await expect(store().commit([late])).rejects.toMatchObject({ code: 'store-conflict' });
      }
      expect(await store().readEndorsementsIn(C1)).toEqual([{ ...other, credentialId: C1 }]);
      await store().commit([{ kind: 'endorsement-removed', asRead: { ...other, credentialId: C1 } }]);
      await expect(store().commit([added(other)])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('are exported and erased with the person they are about', async () => {
      await store().commit([...SIGNED, { kind: 'endorsement-offered', endorsement: ENDORSEMENT }]);
      expect((await store().exportPerson(ADA))?.['endorsement']).toMatchObject([{ comment: 'Merci.' }]);
      await store().commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readEndorsementsOf(ADA)).toEqual([]);
    });

    it('are signed with keys that are stored once', async () => {
      const key: SchoolKey = {
        kid: 'z6Mk1',
        uai: ENDORSEMENT.uai,
        publicKeyMultibase: 'z6Mk1',
        issuerKid: 'ed-1',
      };
      await store().commit([{ kind: 'school-key-kept', key }]);
      await store().commit([{ kind: 'school-key-kept', key }]);
      expect(await store().readSchoolKeys(ENDORSEMENT.uai)).toEqual([key]);
      expect(await store().readSchoolKeys('0210011Y' as Uai)).toEqual([]);
      expect(await store().readSchoolKeys()).toEqual([key]);
    });
  });
}
