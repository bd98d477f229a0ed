import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/change.ts';
import type { MissionProposal } from '../../src/domain/engagement/mission-proposal.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, engagement, GUYOT, LATER, NOW, WORLD } from './store-values.ts';

const SAVED: readonly Change[] = [...WORLD, { kind: 'engagement-saved', engagement: engagement('E1') }];
const missions = (id: string, over: Partial<MissionProposal> = {}): MissionProposal => ({
  id,
  uai: GUYOT,
  personId: ADA,
  missions: ['B1' as never, 'C6' as never],
  roles: ['referent-site'],
  from: day('2026-02-01'),
  words: 'Votre projet nous y a fait penser.',
  by: BOB,
  at: NOW,
  ...over,
});

/** The contract of missions that are proposed to people. */
export function describeMissionProposals({ store }: StoreUnderTest): void {
  const ask = (it: MissionProposal): Change => ({ kind: 'missions-proposed', proposal: it });
  const settle = (id: string, outcome: 'accepted' | 'declined'): Change => ({
    kind: 'mission-proposal-settled',
    id,
    settlement: { outcome, at: LATER },
  });

  describe('proposed missions', () => {
    it('are read by school and by person, the newest first, with their answer', async () => {
      const { words: _none, ...plain } = missions('m2', { at: LATER, roles: [] });
      await store().commit([...SAVED, ask(missions('m1')), settle('m1', 'declined'), ask(plain)]);
      const declined = missions('m1', { settlement: { outcome: 'declined', at: LATER } });
      expect(await store().readMissionProposal('m1')).toEqual(declined);
      expect(await store().readMissionProposalsOf(ADA)).toEqual([plain, declined]);
      expect(await store().readMissionProposalsAt(GUYOT)).toEqual([plain, declined]);
      expect(await store().readMissionProposal('m3')).toBeUndefined();
    });

    it('are settled once: the second answer is refused with its whole commit', async () => {
      await store().commit([...SAVED, ask(missions('m1')), settle('m1', 'declined')]);
      const entered: Change = { kind: 'engagement-entered', engagement: engagement('E2') };
      await expect(store().commit([entered, settle('m1', 'accepted')])).rejects.toMatchObject({
        code: 'store-conflict',
      });
      expect(await store().readEngagements(['E2'])).toEqual([]);
    });

    it('keep their last day, their sharing, and the year into which they carry a split', async () => {
      const carried = missions('m1', {
        to: day('2026-08-31'),
        carriedInto: 2025,
        sharing: [{ mission: 'B1' as never, kind: 'time', words: 'le lundi' }],
      });
      await store().commit([...SAVED, ask(carried)]);
      expect(await store().readMissionProposal('m1')).toEqual(carried);
    });

    it('wait only once for a person and school, and a merge keeps the remaining record’s', async () => {
      await store().commit([...SAVED, ask(missions('m1'))]);
      await expect(store().commit([ask(missions('m2'))])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([
        ask(missions('m3', { personId: BOB })),
        { kind: 'people-merged', from: ADA, into: BOB },
      ]);
      expect(await store().readMissionProposalsAt(GUYOT)).toMatchObject([{ id: 'm3', personId: BOB }]);
    });

    it('follow a merge, are exported, and are deleted with an erasure', async () => {
      await store().commit([...SAVED, ask(missions('m1'))]);
      await store().commit([{ kind: 'people-merged', from: ADA, into: BOB }]);
      expect(await store().readMissionProposalsOf(BOB)).toMatchObject([{ id: 'm1', personId: BOB }]);
      expect((await store().exportPerson(BOB))?.['mission_proposal']).toHaveLength(1);
      await store().commit([
        { kind: 'person-erased', personId: BOB, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readMissionProposal('m1')).toBeUndefined();
    });
  });
}
