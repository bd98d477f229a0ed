import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { DataRequest } from '../../src/features/data-requests/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, engagement, FIXTURE, LATER, NOW } from './store-values.ts';

const REQUESTED = engagement('J-1', { confirmation: 'requested' });
const DECLARED: Change = { kind: 'engagement-declared', engagement: REQUESTED, at: NOW };

const dataRequest = (id: string, madeAt: Instant): DataRequest => ({
  id,
  personId: ADA,
  kind: 'rectification',
  message: 'Une date est fausse.',
  madeAt,
});
const dataRequestMade = (request: DataRequest): Change => ({ kind: 'data-request-made', request });

/** The contract of requests about one’s own data. */
export function describeDataRequests({ store }: StoreUnderTest): void {
  describe('requests about one’s data', () => {
    it('wait in the order in which they were made, page by page, until they are settled once', async () => {
      const [first, second, third] = [
        dataRequest('r3', NOW),
        dataRequest('r1', LATER),
        dataRequest('r2', LATER),
      ];
      await store().commit([
        ...FIXTURE,
        dataRequestMade(third),
        dataRequestMade(first),
        dataRequestMade(second),
      ]);
      expect(await store().readDataRequests({ limit: 2 })).toEqual([first, second]);
      expect(await store().readDataRequests({ limit: 2, after: 'r1' })).toEqual([third]);
      const settled = { at: LATER, by: 'dane', answer: 'C’est corrigé.' };
      await store().commit([{ kind: 'data-request-settled', id: 'r3', settled }]);
      const other = { ...settled, answer: 'Une autre réponse' };
      const late: Change = { kind: 'data-request-settled', id: 'r3', settled: other };
      await expect(store().commit([late])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().readDataRequest('r3')).toEqual({ ...first, settled });
      expect(await store().readDataRequests({ limit: 9 })).toEqual([second, third]);
      expect(await store().readDataRequestsOf(ADA)).toHaveLength(3);
    });

    it('are erased with the person, as are the engagements that the person declared', async () => {
      await store().commit([...FIXTURE, DECLARED, dataRequestMade(dataRequest('r1', NOW))]);
      const tables = await store().exportPerson(ADA);
      expect([tables?.['data_request']?.length, tables?.['declared_engagement']?.length]).toEqual([1, 1]);
      await store().commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readDataRequest('r1')).toBeUndefined();
      expect(await store().readDeclaredReferences(ADA)).toEqual([]);
    });
  });
}
