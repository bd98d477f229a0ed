import { describe, expect, it } from 'vitest';
import { audit } from '../../src/domain/audit/entry.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { Contribution } from '../../src/domain/records.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, engagement, FIXTURE, LACAILLE, NOW } from './store-values.ts';

const REQUESTED = engagement('J-1', { confirmation: 'requested' });
const DECLARED: Change = { kind: 'engagement-declared', engagement: REQUESTED, at: NOW };
const WITHDRAWN: Change = { kind: 'engagement-withdrawn', reference: 'J-1' };

/** The contract of teachers' own declarations. */
export function describeDeclarations({ store }: StoreUnderTest): void {
  describe('a declared engagement', () => {
    it('is marked as such, changed, and withdrawn', async () => {
      await store().commit([...FIXTURE, DECLARED]);
      expect(await store().readDeclaredReferences(ADA)).toEqual(['J-1']);
      expect(await store().readDeclaredReferences(BOB)).toEqual([]);
      const changed = { ...REQUESTED, uai: LACAILLE };
      await store().commit([{ kind: 'engagement-redeclared', engagement: changed, at: NOW }]);
      expect(await store().readEngagements(['J-1'])).toEqual([changed]);
      await store().commit([WITHDRAWN]);
      expect(await store().readEngagements(['J-1'])).toEqual([]);
      expect(await store().readDeclaredReferences(ADA)).toEqual([]);
    });

    it('stays unchanged once another person has decided, and a refused change is not logged', async () => {
      const confirmed = { ...REQUESTED, confirmation: 'confirmed' as const };
      await store().commit([...FIXTURE, DECLARED]);
      const decided = { kind: 'engagement-imported', engagement: confirmed, asRead: REQUESTED } as const;
      await store().commit([decided]);
      const redeclared: Change = { kind: 'engagement-redeclared', engagement: REQUESTED, at: NOW };
      for (const late of [redeclared, WITHDRAWN]) {
        const reported = audit('engagement-withdrawn', { at: NOW, actor: ADA, subject: ADA });
        await expect(store().commit([reported, late])).rejects.toMatchObject({ code: 'store-conflict' });
      }
      expect(await store().readAuditOf(ADA, 9)).toEqual([]);
      expect(await store().readEngagements(['J-1'])).toEqual([confirmed]);
      expect(await store().readDeclaredReferences(ADA)).toEqual(['J-1']);
    });

    it('cannot take an existing reference', async () => {
      await store().commit([...FIXTURE, DECLARED]);
      await expect(store().commit([DECLARED])).rejects.toMatchObject({ code: 'store-conflict' });
    });
  });

  describe('a contribution', () => {
    it('is removed as long as it is as it was read', async () => {
      const one = (reference: string): Contribution => ({
        ...{ reference, personId: ADA, kind: 'project', on: day('2026-01-01'), validated: false },
      });
      const added = (contribution: Contribution): Change => ({ kind: 'contribution-added', contribution });
      await store().commit([...FIXTURE, added(one('C1')), added({ ...one('C2'), validated: true })]);
      await store().commit([{ kind: 'contribution-removed', asRead: one('C1') }]);
      const late: Change = { kind: 'contribution-removed', asRead: one('C2') };
      await expect(store().commit([late])).rejects.toMatchObject({ code: 'store-conflict' });
      const left = await store().readContributions(['C1', 'C2']);
      expect(left.map(({ reference }) => reference)).toEqual(['C2']);
    });

    it('cannot take an existing reference', async () => {
      const contribution: Contribution = {
        ...{ reference: 'C1', personId: ADA, kind: 'project', on: day('2026-01-01'), validated: false },
      };
      const added: Change = { kind: 'contribution-added', contribution };
      await store().commit([...FIXTURE, added]);
      await expect(store().commit([added])).rejects.toMatchObject({ code: 'store-conflict' });
    });
  });
}
