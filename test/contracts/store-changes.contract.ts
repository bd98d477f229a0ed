import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { EngagementProposal } from '../../src/domain/engagement/proposal.ts';
import type { Contribution } from '../../src/domain/records.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, engagement, FIXTURE, GUYOT, LATER, NOW } from './store-values.ts';

const E1 = engagement('E1');
const WITH_ENGAGEMENT: readonly Change[] = [...FIXTURE, { kind: 'engagement-imported', engagement: E1 }];
const proposal = (id: string, over: Partial<EngagementProposal> = {}): EngagementProposal => ({
  id,
  engagementReference: 'E1',
  personId: ADA,
  uai: GUYOT,
  change: { kind: 'end', to: day('2026-01-31') },
  before: { period: E1.period, missions: E1.missions, roles: E1.roles },
  by: ADA,
  at: NOW,
  reason: 'Mutation.',
  ...over,
});
const proposed = (it: EngagementProposal): Change => ({ kind: 'engagement-change-proposed', proposal: it });
const settled = (id: string, outcome: 'accepted' | 'refused'): Change => ({
  kind: 'engagement-change-settled',
  id,
  settlement: { outcome, by: BOB, at: LATER, reason: 'Vu.' },
});

/** The contract of proposed changes of engagements, and of contributions that are validated. */
export function describeChanges(underTest: StoreUnderTest): void {
  describeProposals(underTest);
  describeChangedEngagements(underTest);
  describeJudgments(underTest);
}

function describeProposals({ store }: StoreUnderTest): void {
  describe('a proposed change of an engagement', () => {
    it('waits once at its school and in the queue until it is settled, then stays as history', async () => {
      await store().commit([...WITH_ENGAGEMENT, proposed(proposal('p1'))]);
      expect(await store().readEngagementProposal('p1')).toEqual(proposal('p1'));
      expect(await store().readWaitingEngagementProposals({ limit: 10 })).toEqual([proposal('p1')]);
      await expect(store().commit([proposed(proposal('p2'))])).rejects.toMatchObject({
        code: 'store-conflict',
      });
      await store().commit([settled('p1', 'refused')]);
      await store().commit([proposed(proposal('p2', { at: LATER }))]);
      const history = await store().readEngagementProposalsOf(ADA);
      expect(history.map(({ id, settlement }) => [id, settlement?.outcome])).toEqual([
        ['p2', undefined],
        ['p1', 'refused'],
      ]);
      expect(await store().readEngagementProposalsAt(GUYOT)).toEqual(history);
      expect(await store().countWaitingEngagementProposals()).toBe(1);
      const after = { at: LATER, id: 'p2' };
      expect(await store().readWaitingEngagementProposals({ limit: 10, after })).toEqual([]);
    });

    it('is settled once: the second decision is refused with its whole commit', async () => {
      await store().commit([...WITH_ENGAGEMENT, proposed(proposal('p1')), settled('p1', 'refused')]);
      const ended: Change = { kind: 'engagement-changed', asRead: E1, engagement: E1, cutOff: [] };
      await expect(store().commit([ended, settled('p1', 'accepted')])).rejects.toMatchObject({
        code: 'store-conflict',
      });
    });

    it('follows a merge, is exported, and is deleted with an erasure', async () => {
      await store().commit([...WITH_ENGAGEMENT, proposed(proposal('p1'))]);
      await store().commit([{ kind: 'people-merged', from: ADA, into: BOB }]);
      expect(await store().readEngagementProposalsOf(BOB)).toMatchObject([{ id: 'p1', personId: BOB }]);
      expect((await store().exportPerson(BOB))?.['engagement_proposal']).toHaveLength(1);
      await store().commit([
        { kind: 'person-erased', personId: BOB, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readEngagementProposal('p1')).toBeUndefined();
    });
  });
}

function describeChangedEngagements({ store }: StoreUnderTest): void {
  const first = { ...E1, period: { from: E1.period.from, to: day('2026-01-31') } };
  const second = engagement('E1-2026-02-01', {
    period: { from: day('2026-02-01') },
    roles: ['contact-dane'],
  });
  const cut: Change = { kind: 'engagement-changed', asRead: E1, engagement: first, cutOff: [second] };

  describe('an engagement that is cut in two', () => {
    it('exists as two, and is refused where it has changed since it was read', async () => {
      await store().commit([...WITH_ENGAGEMENT, cut]);
      expect(await store().readEngagements(['E1', 'E1-2026-02-01'])).toEqual([first, second]);
      await expect(store().commit([cut])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('is refused where another person now holds a single role of the new part', async () => {
      const holder = engagement('E2', { personId: BOB, roles: ['contact-dane'] });
      await store().commit([...WITH_ENGAGEMENT, { kind: 'engagement-imported', engagement: holder }]);
      await expect(store().commit([cut])).rejects.toMatchObject({ code: 'store-conflict' });
      const entered: Change = { kind: 'engagement-entered', engagement: { ...second, reference: 'E3' } };
      await expect(store().commit([entered])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('notes the documents on which the DANE confirmed a part', async () => {
      const noted: Change = {
        kind: 'documents-noted',
        reference: 'E1',
        documents: 'Arrêté',
        by: BOB,
        at: NOW,
      };
      await store().commit([...WITH_ENGAGEMENT, noted]);
      const tables = await store().exportPerson(ADA);
      expect(tables?.['documentary_confirmation']).toMatchObject([{ documents: 'Arrêté' }]);
    });
  });
}

function describeJudgments({ store }: StoreUnderTest): void {
  const made: Contribution = {
    reference: 'C1',
    personId: ADA,
    kind: 'resource',
    on: day('2026-01-10'),
    url: 'https://exemple.fr/a',
    validated: false,
  };
  const validated: Contribution = { ...made, validated: true, judged: { by: BOB, at: NOW } };
  const saved: Change = { kind: 'contribution-saved', contribution: made };
  const judged: Change = { kind: 'contribution-judged', asRead: made, contribution: validated };

  describe('a contribution', () => {
    it('waits in the queue by day, is found by kind and name, and leaves once validated', async () => {
      const earlier = { ...made, reference: 'C0', on: day('2025-01-10'), kind: 'project' as const };
      await store().commit([...FIXTURE, saved, { kind: 'contribution-saved', contribution: earlier }]);
      const search = (over = {}) => store().searchContributions({ validated: false, limit: 10, ...over });
      expect(await search()).toEqual([earlier, made]);
      expect(await search({ kind: 'resource', text: 'nom' })).toEqual([made]);
      expect(await search({ text: 'personne-de-ce-nom' })).toEqual([]);
      expect(await search({ after: { on: earlier.on, reference: 'C0' } })).toEqual([made]);
      await store().commit([judged]);
      expect(await search()).toEqual([earlier]);
      expect(await store().searchContributions({ validated: true, limit: 10 })).toEqual([validated]);
      expect(await store().countContributions({ validated: false })).toBe(1);
    });

    it('is not validated where its author has changed it since it was read', async () => {
      await store().commit([
        ...FIXTURE,
        { kind: 'contribution-saved', contribution: { ...made, kind: 'project' } },
      ]);
      await expect(store().commit([judged])).rejects.toMatchObject({ code: 'store-conflict' });
    });
  });

  describe('a bilan', () => {
    it('is taken back, and the review of the same day stays', async () => {
      const review = { personId: ADA, uai: GUYOT, on: day('2026-05-01'), kind: 'review' as const };
      const bilan = { ...review, kind: 'self-report' as const };
      await store().commit([
        ...FIXTURE,
        { kind: 'progress-review-saved', review },
        { kind: 'progress-review-saved', review: bilan },
      ]);
      await store().commit([{ kind: 'progress-review-removed', review: bilan }]);
      expect(await store().readReviews([ADA])).toEqual([review]);
    });
  });
}
