import { describe, expect, it } from 'vitest';
import type { NewcomerRequest } from '../../src/domain/access/newcomer.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { toDeclaredText } from '../../src/domain/person/name.ts';
import type { MissionInvitation, MissionProposal } from '../../src/features/mission-proposals/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, engagement, FIXTURE, GUYOT, LATER, NOW } from './store-values.ts';

const WITH_ENGAGEMENT: readonly Change[] = [
  ...FIXTURE,
  { kind: 'engagement-imported', engagement: engagement('E1') },
];
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
      await store().commit([...WITH_ENGAGEMENT, ask(missions('m1')), settle('m1', 'declined'), ask(plain)]);
      const declined = missions('m1', { settlement: { outcome: 'declined', at: LATER } });
      expect(await store().readMissionProposal('m1')).toEqual(declined);
      expect(await store().readMissionProposalsOf(ADA)).toEqual([plain, declined]);
      expect(await store().readMissionProposalsAt(GUYOT)).toEqual([plain, declined]);
      expect(await store().readMissionProposal('m3')).toBeUndefined();
    });

    it('are settled once: the second answer is refused with its whole commit', async () => {
      await store().commit([...WITH_ENGAGEMENT, ask(missions('m1')), settle('m1', 'declined')]);
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
      await store().commit([...WITH_ENGAGEMENT, ask(carried)]);
      expect(await store().readMissionProposal('m1')).toEqual(carried);
    });

    it('wait only once for a person and school, and a merge keeps the remaining record’s', async () => {
      await store().commit([...WITH_ENGAGEMENT, ask(missions('m1'))]);
      await expect(store().commit([ask(missions('m2'))])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([
        ask(missions('m3', { personId: BOB })),
        { kind: 'people-merged', from: ADA, into: BOB },
      ]);
      expect(await store().readMissionProposalsAt(GUYOT)).toMatchObject([{ id: 'm3', personId: BOB }]);
    });

    it('follow a merge, are exported, and are deleted with an erasure', async () => {
      await store().commit([...WITH_ENGAGEMENT, ask(missions('m1'))]);
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

/** The contract of people whom the register does not know yet, and of the invitations to their addresses. */
export function describeNewcomers({ store }: StoreUnderTest): void {
  const EMAIL = 'ines@ac-test.example';
  const { personId: _, ...content } = missions('i1');
  const invitation = (over: Partial<MissionInvitation> = {}): MissionInvitation => ({
    ...content,
    email: EMAIL,
    ...over,
  });
  const invite = (it: MissionInvitation): Change => ({ kind: 'mission-invitation-sent', invitation: it });
  const identity = { issuer: 'https://fim.example', subject: 's1', provider: 'fim' as const, email: EMAIL };
  const doubt = { id: 'd1', identity, reason: 'unknown-address' as const, firstAt: NOW, lastAt: NOW };
  const request: NewcomerRequest = {
    ...{ at: NOW, uai: GUYOT, givenName: toDeclaredText('Inès'), familyName: toDeclaredText('Nouvelle') },
    ...{ from: day('2026-02-01'), missions: ['B1' as never], roles: ['referent-site'] },
  };
  const doubted: Change = { kind: 'sign-in-doubted', doubt };
  const newcomerRequested = (it: NewcomerRequest): Change => ({
    kind: 'newcomer-said',
    id: 'd1',
    request: it,
  });

  describe('newcomers', () => {
    it('are invited once by a school, and an invitation is settled once', async () => {
      await store().commit([...WITH_ENGAGEMENT, invite(invitation())]);
      expect(await store().readMissionInvitation('i1')).toEqual(invitation());
      expect(await store().readMissionInvitationsAt(GUYOT)).toEqual([invitation()]);
      expect(await store().readMissionInvitationsTo(['x@ac-test.example', EMAIL])).toEqual([invitation()]);
      expect(await store().readMissionInvitationsTo([])).toEqual([]);
      await expect(store().commit([invite(invitation({ id: 'i2' }))])).rejects.toMatchObject({
        code: 'store-conflict',
      });
      const settled: Change = { kind: 'mission-invitation-settled', id: 'i1' };
      await store().commit([settled]);
      await expect(store().commit([settled])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('say who they are, and say it again, while their doubt stands as it was read', async () => {
      await store().commit([...WITH_ENGAGEMENT, doubted, newcomerRequested(request)]);
      expect(await store().readNewcomersAt(GUYOT)).toEqual([{ ...doubt, request }]);
      expect(await store().readSignInDoubtOf('https://fim.example', 's1')).toEqual({ ...doubt, request });
      const second = { ...request, at: LATER, to: day('2026-06-30') };
      await store().commit([
        newcomerRequested(second),
        { ...doubted, doubt: { ...doubt, id: 'd2', lastAt: LATER } },
      ]);
      expect(await store().readSignInDoubt('d1')).toEqual({ ...doubt, lastAt: LATER, request: second });
      const settle = (askedAt: typeof NOW): Change => ({ kind: 'sign-in-doubt-settled', id: 'd1', askedAt });
      await expect(store().commit([settle(NOW)])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([settle(LATER)]);
      await expect(store().commit([newcomerRequested(second)])).rejects.toMatchObject({
        code: 'store-conflict',
      });
      expect(await store().readNewcomersAt(GUYOT)).toEqual([]);
    });

    it('are forgotten with their invitations', async () => {
      await store().commit([...WITH_ENGAGEMENT, doubted, newcomerRequested(request), invite(invitation())]);
      await store().commit([{ kind: 'newcomers-forgotten', before: NOW }]);
      expect(await store().readMissionInvitationsAt(GUYOT)).toHaveLength(1);
      await store().commit([{ kind: 'newcomers-forgotten', before: LATER }]);
      expect(await store().readMissionInvitationsAt(GUYOT)).toEqual([]);
      expect(await store().readSignInDoubt('d1')).toBeUndefined();
    });
  });
}
