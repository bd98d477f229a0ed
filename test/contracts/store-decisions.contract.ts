import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import type { Proposal } from '../../src/domain/award/proposal.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { AchievementDefinition } from '../../src/domain/criteria/definition.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Job } from '../../src/domain/job/types.ts';
import { criteriaInForce } from '../support/office.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import {
  ADA,
  award,
  awardId,
  BOB,
  day,
  establishment,
  FIXTURE,
  GUYOT,
  LATER,
  NOW,
  person,
  toPerson,
  toSchool,
} from './store-values.ts';

const version = (number: number, from: string): Change => ({
  kind: 'criteria-adopted',
  criteria: { ...criteriaInForce(day('2026-01-01')), version: number, inForceFrom: day(from) },
  by: ADA,
  at: NOW,
});
const withdrawn = (number: number): Change => ({
  kind: 'criteria-withdrawn',
  version: number,
  before: 1,
  added: [],
  by: BOB,
  at: LATER,
});

const proposal: Proposal = {
  id: 'p1',
  recipient: toPerson(ADA),
  achievement: 'RUPN-ENG',
  version: 1,
  judgedOn: day('2026-11-24'),
  schoolYear: 2026,
  uai: GUYOT,
  summary: { families: 1, trainingHours: 0, cautions: [] },
};
const proposed = (awards: readonly string[] = []): Change => ({
  kind: 'proposals-replaced',
  recipients: [toPerson(ADA)],
  proposals: [proposal],
  awards: awards.map(awardId),
});
const rejection = (at: typeof NOW): Change => ({
  kind: 'proposal-refused',
  refusal: {
    recipient: toPerson(ADA),
    achievement: 'RUPN-ENG',
    schoolYear: 2026,
    at,
    by: BOB,
    reason: 'Non',
  },
  proposal,
});
const granted = (id: string, more: Parameters<typeof award>[1] = {}): Change => ({
  kind: 'award-granted',
  award: award(id, { achievement: 'RUPN-ENG', schoolYear: 2026, ...more }),
});
const inQueue = (store: Store) => store.countProposals({});
const CONFLICT = {
  code: 'store-conflict',
  params: { constraint: expect.stringContaining('choice_as_read') },
};

const reopened: Change = {
  kind: 'refusal-reopened',
  recipient: toPerson(ADA),
  achievement: 'RUPN-ENG',
  by: BOB,
  at: LATER,
};

const agent = (id: PersonId): Change => ({
  kind: 'person-saved',
  person: person(id, { profiles: ['dane'] }),
});
const plain = (id: PersonId): Change => ({ kind: 'person-saved', person: person(id) });
const leaves = (personId: PersonId): Change => ({ kind: 'dane-agent-leaves', personId });

const job = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  command: { kind: 'decide-proposals', decision: 'grant', ids: ['p1', 'p2'] },
  progress: { phase: 0, counts: {} },
  done: 0,
  total: 2,
  madeBy: ADA,
  madeAt: NOW,
  ...more,
});

export function describeDecisions({ store }: StoreUnderTest): void {
  describe('long work', () => {
    const dueAt = async (now: typeof NOW) => store().readDueJobs(now, 5);
    const begun = (it: Job): Change => ({ kind: 'job-begun', job: it, onceKey: `key of ${it.id}` });
    const claim = (id: string, now: typeof NOW, by = 'me') => store().leaseJob(id, { by, now, ended: [] });
    const advanced = (it: Job, count: number, by = 'me'): Change => ({
      kind: 'job-advanced',
      job: it,
      claim: { by, count },
    });

    it('is claimed again at the instant of its next attempt, or once an agent retries it', async () => {
      await store().commit([begun(job('f1'))]);
      const retryAt = '2026-11-24T10:05:00Z' as typeof NOW;
      const failure = { count: 1, at: NOW, code: 'unexpected', retryAt };
      const failed: Change = { kind: 'job-failed', id: 'f1', lease: { by: 'me', count: 1 }, failure };
      await expect(store().commit([failed])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await claim('f1', NOW)).toMatchObject({ claim: { by: 'me', count: 1 } });
      await store().commit([failed]);
      expect(await store().readFailingJobs(5)).toEqual([job('f1', { failure })]);
      expect(await dueAt(NOW)).toEqual([]);
      expect(await dueAt(LATER)).toEqual(['f1']);
      const retried: Change = { kind: 'job-retried', id: 'f1', failure, at: NOW };
      await store().commit([retried]);
      expect(await dueAt(NOW)).toEqual(['f1']);
      await expect(store().commit([retried])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('is claimed by no one before its time, and begins then or on demand', async () => {
      await store().commit([begun(job('j1', { startsAt: LATER }))]);
      expect(await dueAt(NOW)).toEqual([]);
      expect(await claim('j1', NOW)).toBeUndefined();
      expect(await store().readUnfinishedJobs('decide-proposals')).toMatchObject([{ startsAt: LATER }]);
      expect(await dueAt(LATER)).toEqual(['j1']);
      await store().commit([{ kind: 'job-started', id: 'j1' }]);
      expect(await dueAt(NOW)).toEqual(['j1']);
      expect(await claim('j1', NOW)).toEqual({ job: job('j1'), claim: { by: 'me', count: 1 } });
    });

    it('begins at its date alone where it is dated, and not while someone holds it', async () => {
      const command = { kind: 'grant-due', at: LATER } as const;
      const dated = job('j1', { command, startsAt: LATER, madeAt: LATER });
      await store().commit([begun(dated), begun(job('j2', { startsAt: LATER, madeAt: LATER }))]);
      expect(await dueAt(NOW)).toEqual(['j2']);
      await store().commit([{ kind: 'job-held', asRead: dated, heldBy: ADA }]);
      expect(await claim('j1', LATER)).toBeUndefined();
      const held = await store().readJob('j1');
      expect(held).toEqual({ ...dated, heldBy: ADA });
      const twice: Change = { kind: 'job-held', asRead: dated, heldBy: ADA };
      await expect(store().commit([twice])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([{ kind: 'job-held', asRead: held ?? dated }]);
      expect(await claim('j1', LATER)).toMatchObject({ job: dated });
      await store().commit([advanced({ ...dated, done: 1 }, 1)]);
      await expect(store().commit([{ kind: 'job-held', asRead: dated, heldBy: ADA }])).rejects.toMatchObject({
        code: 'store-conflict',
      });
    });

    it('is not advanced by a process whose claim another one has taken over', async () => {
      await store().commit([begun(job('j1'))]);
      const mine = await claim('j1', NOW);
      const ended = mine ? [mine.claim] : [];
      expect(await claim('j1', LATER, 'other')).toBeUndefined();
      expect(await store().leaseJob('j1', { by: 'other', now: NOW, ended })).toBeDefined();
      const late = advanced(job('j1', { done: 2 }), 1);
      await expect(store().commit([late, ...FIXTURE])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([advanced(job('j1', { done: 2 }), 2, 'other')]);
      expect([(await store().readJob('j1'))?.done, (await store().countRows()).people]).toEqual([2, 0]);
    });

    it('is not taken over from a holder that has raised its claim since it was seen', async () => {
      await store().commit([begun(job('j1'))]);
      await claim('j1', NOW);
      const ended = await store().readClaims('job');
      expect(ended).toMatchObject([{ by: 'me', count: 1 }]);
      await store().commit([advanced(job('j1', { done: 1 }), 1)]);
      expect(await store().leaseJob('j1', { by: 'other', now: LATER, ended })).toBeUndefined();
      const repeated = store().commit([advanced(job('j1', { done: 1 }), 1)]);
      await expect(repeated).rejects.toMatchObject({ code: 'store-conflict' });
      await store().releaseLeases('job', 'me');
      expect(await claim('j1', NOW, 'other')).toBeDefined();
    });

    it('is begun once by the same key until it is finished', async () => {
      const again: Change = { kind: 'job-begun', job: job('j2'), onceKey: 'key of j1' };
      await store().commit([begun(job('j1'))]);
      await expect(store().commit([again])).rejects.toMatchObject({ code: 'store-conflict' });
      expect((await store().readUnfinishedJobOf('key of j1'))?.id).toBe('j1');
      await claim('j1', NOW);
      await store().commit([advanced(job('j1', { done: 2, finishedAt: LATER }), 1)]);
      expect(await store().readUnfinishedJobOf('key of j1')).toBeUndefined();
      await store().commit([again]);
    });

    it('is taken back only as far as it was read', async () => {
      await store().commit([begun(job('j1'))]);
      await claim('j1', NOW);
      await store().commit([advanced(job('j1', { done: 1 }), 1)]);
      const stale: Change = {
        kind: 'job-taken-back',
        asRead: job('j1'),
        progress: { phase: 0, counts: { 'taken-back': 2 } },
        at: LATER,
      };
      await expect(store().commit([stale])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([{ ...stale, asRead: job('j1', { done: 1 }) }]);
    });

    it('is lost by its process once it was taken back', async () => {
      await store().commit([begun(job('j1'))]);
      await claim('j1', NOW);
      const left = job('j1', { progress: { phase: 0, counts: { 'taken-back': 2 } } });
      const { progress } = left;
      const takenBack: Change = { kind: 'job-taken-back', asRead: job('j1'), progress, at: LATER };
      await store().commit([takenBack]);
      const late = advanced(job('j1', { done: 2 }), 1);
      await expect(store().commit([late, ...FIXTURE])).rejects.toMatchObject({
        params: { constraint: expect.stringContaining('job_still_claimed') },
      });
      expect((await store().countRows()).people).toBe(0);
      await expect(store().commit([takenBack])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().readJob('j1')).toEqual({ ...left, finishedAt: LATER });
      expect(await claim('j1', LATER)).toBeUndefined();
      expect(await store().readUnfinishedJobs('decide-proposals')).toEqual([]);
    });
  });

  describe('versions of the criteria', () => {
    it('keep their number after a withdrawal, and free their day for another', async () => {
      await store().commit([version(2, '2027-09-01')]);
      await store().commit([withdrawn(2)]);
      await store().commit([version(3, '2027-09-01')]);
      expect(await store().readCriteriaVersions()).toMatchObject([
        { version: 2, withdrawn: true },
        { version: 3, withdrawn: false },
      ]);
      await expect(store().commit([version(4, '2027-09-01')])).rejects.toMatchObject({
        code: 'store-conflict',
      });
      await expect(store().commit([withdrawn(2)])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('begin with a pack of the office, whose numbers are given once', async () => {
      const pack = (number: number, isFirst = false): Change => ({
        kind: 'office-adopted',
        version: number,
        document: `{"of":${number}}`,
        isFirst,
        by: ADA,
        at: NOW,
      });
      await store().commit([pack(1, true)]);
      await store().commit([pack(2)]);
      expect(await store().readOfficeVersions(0)).toEqual([
        { version: 1, document: '{"of":1}', isFirst: true },
        { version: 2, document: '{"of":2}', isFirst: false },
      ]);
      expect(await store().readOfficeVersions(1)).toHaveLength(1);
      await expect(store().commit([pack(2)])).rejects.toMatchObject({ code: 'store-conflict' });
      await expect(store().commit([pack(3, true)])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('cannot be withdrawn once an award was judged by them', async () => {
      await store().commit([...FIXTURE, version(2, '2027-09-01')]);
      await store().commit([{ kind: 'award-granted', award: award('a1', { version: 2 }) }]);
      await expect(store().commit([withdrawn(2)])).rejects.toMatchObject({
        code: 'store-conflict',
        params: { constraint: expect.stringContaining('criteria_unused') },
      });
    });
  });

  const UNUSED = {
    code: 'store-conflict',
    params: { constraint: expect.stringContaining('criteria_unused') },
  };

  describe('withdrawn versions of the criteria', () => {
    it('judge no award any more, in whatever process it was judged', async () => {
      await store().commit([...FIXTURE, version(2, '2027-09-01')]);
      await store().commit([withdrawn(2)]);
      const late = store().commit([{ kind: 'award-granted', award: award('a1', { version: 2 }) }]);
      await expect(late).rejects.toMatchObject({
        code: 'store-conflict',
        params: { constraint: expect.stringContaining('criteria_unused') },
      });
    });

    it('never end next to an award of theirs, whichever of both acts comes first', async () => {
      await store().commit(FIXTURE);
      for (let turn = 2; turn < 22; turn += 1) {
        const begins = `20${turn + 20}-09-01`;
        await store().commit([version(turn, begins)]);
        const granted: Change = {
          kind: 'award-granted',
          award: award(`a${turn}`, { version: turn, sequence: turn }),
        };
        const actions = turn % 2 === 0 ? [[granted], [withdrawn(turn)]] : [[withdrawn(turn)], [granted]];
        const ends = await Promise.allSettled(actions.map((changes) => store().commit(changes)));
        expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      }
    });

    it('leave their proposals to the version before, without those of the badges that it lacks', async () => {
      await store().commit([...FIXTURE, version(2, '2027-09-01')]);
      await store().commit([
        {
          kind: 'proposals-replaced',
          recipients: [proposal.recipient],
          proposals: [
            { ...proposal, version: 2 },
            { ...proposal, id: `${proposal.id}-new`, achievement: 'RUPN-NEW', version: 2 },
          ],
          awards: [],
        },
      ]);
      await store().commit([{ ...withdrawn(2), before: 1, added: ['RUPN-NEW'] } as Change]);
      expect((await store().readProposal(proposal.id))?.version).toBe(1);
      expect(await store().readProposal(`${proposal.id}-new`)).toBeUndefined();
    });
  });

  describe('drafts of badges', () => {
    const [badge] = criteriaInForce(day('2026-01-01')).achievements as [AchievementDefinition];
    const draft = {
      ...{ id: 'd1', revision: 1, badge, replaces: badge.code },
      ...{ begunBy: ADA, begunAt: NOW, changedBy: ADA, changedAt: NOW },
    };
    const changed = (revision: number): Change => ({
      ...{ kind: 'badge-draft-changed', id: 'd1', revision, badge: { ...badge, code: 'RUPN-AUTRE' } },
      ...{ by: BOB, at: LATER },
    });

    it('are read as they were last written, and by no one else’s older page', async () => {
      await store().commit([{ kind: 'badge-draft-begun', draft }]);
      expect(await store().readBadgeDraft('d1')).toEqual(draft);
      await store().commit([changed(1)]);
      expect(await store().readBadgeDrafts(5)).toEqual([
        { ...draft, revision: 2, badge: { ...badge, code: 'RUPN-AUTRE' }, changedBy: BOB, changedAt: LATER },
      ]);
      await expect(store().commit([changed(1)])).rejects.toMatchObject(UNUSED);
    });

    it('end once, and only as they were read', async () => {
      await store().commit([{ kind: 'badge-draft-begun', draft }]);
      await store().commit([changed(1)]);
      const ended = (revision: number): Change => ({ kind: 'badge-draft-ended', id: 'd1', revision });
      await expect(store().commit([ended(1)])).rejects.toMatchObject(UNUSED);
      await store().commit([ended(2)]);
      expect(await store().readBadgeDraft('d1')).toBeUndefined();
      await expect(store().commit([ended(2)])).rejects.toMatchObject(UNUSED);
    });
  });

  describe('refusals', () => {
    it('can still be read once reopened, next to the later ones', async () => {
      await store().commit([...FIXTURE, proposed(), rejection(NOW)]);
      await store().commit([reopened, proposed()]);
      await store().commit([rejection(LATER)]);
      const found = await store().readRefusals([toPerson(ADA)]);
      expect(found.toSorted((a, b) => a.at.localeCompare(b.at))).toMatchObject([
        { at: NOW, reopened: { at: LATER, by: BOB } },
        { at: LATER },
      ]);
      expect(found.filter((one) => one.reopened)).toHaveLength(1);
    });

    it('are written once, and only if the proposal waits as it was read', async () => {
      await store().commit([...FIXTURE, proposed()]);
      const newer = { ...proposal, judgedOn: day('2026-11-23') };
      await expect(store().commit([{ ...rejection(NOW), proposal: newer } as Change])).rejects.toMatchObject(
        CONFLICT,
      );
      await store().commit([rejection(NOW)]);
      await expect(store().commit([rejection(LATER)])).rejects.toMatchObject(CONFLICT);
      await store().commit([reopened]);
      await expect(store().commit([reopened])).rejects.toMatchObject(CONFLICT);
    });
  });

  describe('a decision on a badge', () => {
    it('takes its proposal out of the queue, and is not followed by the opposite one', async () => {
      await store().commit([...FIXTURE, proposed()]);
      await store().commit([granted('a1')]);
      expect(await inQueue(store())).toBe(0);
      await expect(store().commit([rejection(NOW)])).rejects.toMatchObject(CONFLICT);
      await store().commit([proposed(['a1']), rejection(NOW)]);
      expect(await inQueue(store())).toBe(0);
      await expect(store().commit([granted('a2', { sequence: 2 })])).rejects.toMatchObject(CONFLICT);
      await store().commit([reopened, granted('a2', { sequence: 2 })]);
    });

    it('is not followed by a proposal that was judged before it', async () => {
      await store().commit([...FIXTURE, proposed()]);
      await store().commit([rejection(NOW)]);
      await expect(store().commit([proposed()])).rejects.toMatchObject(CONFLICT);
      await store().commit([reopened, granted('a1')]);
      await expect(store().commit([proposed()])).rejects.toMatchObject(CONFLICT);
      await store().commit([proposed(['a1'])]);
      expect(await inQueue(store())).toBe(1);
    });

    it('is refused for a person or a school that is gone', async () => {
      await expect(store().commit([granted('a1')])).rejects.toMatchObject(CONFLICT);
      await expect(store().commit([proposed()])).rejects.toMatchObject(CONFLICT);
      const team = { recipient: toSchool(GUYOT), achievement: 'RUPN-EQUIPE' };
      await expect(store().commit([granted('a1', team)])).rejects.toMatchObject(CONFLICT);
    });
  });

  describe('the DANE', () => {
    it('keeps at least one agent, whichever of them leaves', async () => {
      await store().commit([agent(ADA), agent(BOB)]);
      await store().commit([leaves(BOB), plain(BOB)]);
      await expect(store().commit([leaves(ADA), plain(ADA)])).rejects.toMatchObject({
        code: 'store-conflict',
        params: { constraint: expect.stringContaining('dane_agent_left') },
      });
      expect(await store().readPeople([ADA])).toMatchObject([{ profiles: ['dane'] }]);
    });

    it('keeps one of two agents who remove each other at once', async () => {
      await store().commit([agent(ADA), agent(BOB)]);
      const both = [ADA, BOB].map((id) => store().commit([leaves(id), plain(id)]));
      const done = await Promise.allSettled(both);
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('a search', () => {
    const NAMED: readonly Change[] = [
      { kind: 'establishment-saved', establishment: establishment(GUYOT, { name: 'Lycée Élie 100%' }) },
      { kind: 'person-saved', person: person(ADA, { givenName: 'Hélène', familyName: 'Œuvrard-Marçeau' }) },
      { kind: 'person-saved', person: person(BOB, { givenName: 'Bob', familyName: 'Martin' }) },
    ];
    const found = async (text: string) =>
      (await store().searchPeople({ text, limit: 5 })).map(({ id }) => id);

    it('finds every word in names and addresses, whatever the accents, the case and the order', async () => {
      await store().commit(NAMED);
      for (const text of ['hélène marceau', 'MARÇEAU Hel', 'oeuvrard', 'person-ada@ hélène', 'D-MARÇ']) {
        expect(await found(text)).toEqual([ADA]);
      }
      expect(await found('hélène martin')).toEqual([]);
      expect(await found('100%')).toEqual([]);
      expect(await found('_')).toEqual([]);
    });

    it('finds proposals by the person’s name and by the school’s', async () => {
      await store().commit([...NAMED, proposed()]);
      for (const filter of [{ text: 'helene' }, { text: 'elie 100%' }, { recipient: toPerson(ADA) }]) {
        expect(await store().countProposals(filter)).toBe(1);
      }
      for (const filter of [{ text: 'martin' }, { recipient: toPerson(BOB) }]) {
        expect(await store().countProposals(filter)).toBe(0);
      }
    });
  });
}
