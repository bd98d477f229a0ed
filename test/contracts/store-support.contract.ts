import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { SupportRequest } from '../../src/features/support/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, FIXTURE, GUYOT, LATER, NOW } from './store-values.ts';

const supportRequest = (id: string, over: Partial<SupportRequest> = {}): SupportRequest => ({
  id,
  kind: 'technical',
  uai: GUYOT,
  personId: ADA,
  title: 'Serveur AMON',
  messages: [{ by: ADA, side: 'asker', at: NOW, text: 'Le filtrage bloque l’ENT.' }],
  askedAt: NOW,
  state: 'open',
  changedAt: NOW,
  revision: 0,
  ...over,
});

/** The contract of people's requests to the DANE. */
export function describeSupport({ store }: StoreUnderTest): void {
  const ask = (request: SupportRequest): Change => ({ kind: 'support-asked', request });
  const ids = async (search: object) =>
    (await store().searchSupportRequests({ limit: 9, ...search })).map(({ id }) => id);

  describe('requests of support', () => {
    it('stand in a queue: the waiting ones first, the oldest on top, in slices', async () => {
      const answered = supportRequest('s1', { state: 'answered' });
      await store().commit([
        ...FIXTURE,
        ask(answered),
        ask(supportRequest('s2', { askedAt: LATER })),
        ask(supportRequest('s3', { kind: 'proximity', personId: BOB })),
      ]);
      expect(await ids({})).toEqual(['s3', 's2', 's1']);
      expect(await ids({ after: 's3' })).toEqual(['s2', 's1']);
      expect(await ids({ kind: 'proximity' })).toEqual(['s3']);
      expect(await ids({ state: 'answered' })).toEqual(['s1']);
      expect(await store().countOpenSupportRequests()).toBe(2);
      const [person] = await store().readPeople([BOB]);
      expect(await ids({ text: person?.emails[0]?.toUpperCase() })).toEqual(['s3']);
      const [school] = await store().readSchoolsByUai([GUYOT]);
      expect(await ids({ text: school?.name })).toEqual(['s3', 's2', 's1']);
      expect(await ids({ text: 'nobody at all' })).toEqual([]);
      expect(await store().readSupportRequest('s1')).toEqual(answered);
    });

    it('are changed once: the second of two concurrent changes is refused with its commit', async () => {
      await store().commit([...FIXTURE, ask(supportRequest('s1'))]);
      const change = (state: 'closed' | 'planned'): Change => ({
        kind: 'support-changed',
        request: supportRequest('s1', { state, revision: 1, changedAt: LATER }),
      });
      await store().commit([change('closed')]);
      await expect(store().commit([change('planned')])).rejects.toMatchObject({ code: 'store-conflict' });
      expect((await store().readSupportRequest('s1'))?.state).toBe('closed');
    });

    it('follow a merge, are exported, and are deleted with an erasure', async () => {
      await store().commit([...FIXTURE, ask(supportRequest('s1'))]);
      await store().commit([{ kind: 'people-merged', from: ADA, into: BOB }]);
      expect(await store().readSupportRequestsOf(BOB)).toMatchObject([{ id: 's1', personId: BOB }]);
      expect((await store().exportPerson(BOB))?.['support_request']).toHaveLength(1);
      await store().commit([
        { kind: 'person-erased', personId: BOB, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readSupportRequestsAt(GUYOT)).toEqual([]);
    });
  });
}
