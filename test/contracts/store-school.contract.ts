import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { PaperFacts, PaperId } from '../../src/domain/paper/types.ts';
import { erasedNames } from '../../src/domain/person/erased-names.ts';
import type { Engagement } from '../../src/domain/records.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { Contest } from '../../src/features/contests/feature.ts';
import type { YearlyReport } from '../../src/features/yearly-reports/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, engagement, FIXTURE, GUYOT, LACAILLE, LATER, NOW, person } from './store-values.ts';

const DECIDED = { by: 'head@ac-dijon.fr', on: day('2026-11-24') };
const requested = engagement('E1', { confirmation: 'requested', roles: ['contact-dane'] });
const confirmed: Engagement = { ...requested, confirmation: 'confirmed', decided: DECIDED };
const decide = (asRead: Engagement, to: Engagement): Change => ({
  kind: 'engagement-decided',
  asRead,
  engagement: to,
});
const save = (it: Engagement): Change => ({ kind: 'engagement-imported', engagement: it });

const contest = (id: string, over: Partial<Contest> = {}): Contest => ({
  id,
  engagementReference: 'E1',
  personId: ADA,
  uai: GUYOT,
  motive: 'Un autre collègue administre l’ENT.',
  openedBy: BOB,
  openedAt: NOW,
  ...over,
});
const opened = (it: Contest): Change => ({ kind: 'contest-opened', contest: it });

const FACTS: PaperFacts = {
  establishment: { uai: GUYOT, name: 'Collège', commune: 'Dijon' },
  principal: 'Bob Nom',
  members: [],
  authorisations: [],
};
const paperId = (text: string) => text.padEnd(22, '_') as PaperId;
const PAPERS: readonly Change[] = [
  {
    kind: 'paper-made',
    paper: {
      id: paperId('ada'),
      kind: 'statement',
      personId: ADA,
      uai: GUYOT,
      schoolYear: 2026,
      facts: FACTS,
      madeBy: BOB,
      madeAt: NOW,
    },
  },
  {
    kind: 'paper-made',
    paper: {
      id: paperId('school'),
      kind: 'imp-file',
      uai: GUYOT,
      schoolYear: 2026,
      facts: FACTS,
      madeBy: BOB,
      madeAt: LATER,
    },
  },
];
const NOTES = {
  doneByFamily: { A: 'Deux prises en main.' },
  worked: '',
  difficulties: '',
  presentSplit: '',
  trainingsWished: '',
  decisions: '',
} as const;
const WITH_REVIEWS: readonly Change[] = [
  {
    kind: 'review-planned',
    planned: { personId: ADA, uai: GUYOT, schoolYear: 2026, on: day('2027-05-03'), plannedBy: BOB },
  },
  {
    kind: 'review-written',
    review: {
      personId: ADA,
      uai: GUYOT,
      on: day('2026-05-03'),
      notes: NOTES,
      writtenBy: BOB,
      writtenAt: NOW,
    },
  },
  {
    kind: 'means-saved',
    means: { personId: ADA, uai: GUYOT, kind: 'office', description: 'B12', since: day('2026-09-01') },
  },
];

/** The contract of the principal's space. */
export function describeSchool(underTest: StoreUnderTest): void {
  describeDecisions(underTest);
  describeContests(underTest);
  describeSpace(underTest);
}

function describeDecisions({ store }: StoreUnderTest): void {
  describe('a decision on an engagement', () => {
    it('is written where the engagement is as it was read, and refused where it has changed', async () => {
      await store().commit([...FIXTURE, save(requested)]);
      await store().commit([decide(requested, confirmed)]);
      expect(await store().readEngagements(['E1'])).toEqual([confirmed]);
      const late = store().commit([decide(requested, { ...confirmed, confirmation: 'contested' })]);
      await expect(late).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().readEngagements(['E1'])).toEqual([confirmed]);
    });

    it('lets only one of two people hold a single role on a day', async () => {
      const other = engagement('E2', { ...requested, reference: 'E2', personId: BOB });
      const elsewhere = { ...other, reference: 'E3', uai: LACAILLE };
      const earlier: Engagement = {
        ...other,
        reference: 'E4',
        period: { from: day('2024-09-01'), to: day('2025-08-31') },
      };
      await store().commit([...FIXTURE, ...[requested, other, elsewhere, earlier].map(save)]);
      const both = await Promise.allSettled([
        store().commit([decide(requested, confirmed)]),
        store().commit([decide(other, { ...other, confirmation: 'confirmed', decided: DECIDED })]),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      await store().commit([
        decide(elsewhere, { ...elsewhere, confirmation: 'confirmed', decided: DECIDED }),
        decide(earlier, { ...earlier, confirmation: 'confirmed', decided: DECIDED }),
      ]);
    });

    it('can cut an engagement, each part with a reference of its own', async () => {
      const part: Engagement = { ...requested, reference: 'E1-b', confirmation: 'contested' };
      await store().commit([...FIXTURE, save(requested)]);
      const cut: Change = {
        kind: 'engagement-decided',
        asRead: requested,
        engagement: confirmed,
        cutOff: [part],
      };
      await store().commit([cut]);
      expect(await store().readEngagements(['E1', 'E1-b'])).toEqual(
        expect.arrayContaining([confirmed, part]),
      );
    });

    it('ends the wait of a request, and keeps its first day', async () => {
      await store().commit([...FIXTURE, save(requested), { kind: 'requests-noted', at: NOW }]);
      await store().commit([{ kind: 'requests-noted', at: LATER }]);
      expect(await store().readRequestsSince(['E1', 'E2'])).toEqual([{ reference: 'E1', since: NOW }]);
      await store().commit([decide(requested, confirmed)]);
      await store().commit([{ kind: 'requests-noted', at: LATER }]);
      expect(await store().readRequestsSince(['E1'])).toEqual([]);
    });
  });
}

function describeContests({ store }: StoreUnderTest): void {
  describe('a contest', () => {
    it('is the only open contest of its engagement, until it is decided', async () => {
      await store().commit([...FIXTURE, save(requested), opened(contest('k1'))]);
      await expect(store().commit([opened(contest('k2'))])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([
        { kind: 'contest-answered', id: 'k1', answer: 'Je l’administre avec lui.', at: LATER },
      ]);
      const decision = {
        outcome: 'lifted',
        reason: 'Les deux.',
        by: BOB,
        at: LATER,
        references: ['E1'],
      } as const;
      expect(await store().readContests({ limit: 10 }, true)).toHaveLength(1);
      await store().commit([{ kind: 'contest-decided', id: 'k1', decision }]);
      expect(await store().readContest('k1')).toEqual({
        ...contest('k1'),
        answer: 'Je l’administre avec lui.',
        answeredAt: LATER,
        decision,
      });
      expect(await store().readContests({ limit: 10 }, true)).toEqual([]);
      expect(await store().readContests({ limit: 10 }, false)).toHaveLength(1);
      const late: Change = { kind: 'contest-answered', id: 'k1', answer: 'Encore.', at: LATER };
      await expect(store().commit([late])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([opened(contest('k2'))]);
    });

    it('is read by its person and by its school', async () => {
      await store().commit([...FIXTURE, save(requested), opened(contest('k1'))]);
      await store().commit([{ kind: 'contest-withdrawn', id: 'k1', at: LATER }]);
      const withdrawn = [contest('k1', { withdrawnAt: LATER })];
      expect(await store().readContestsOfPerson(ADA)).toEqual(withdrawn);
      expect(await store().readContestsOfSchool(GUYOT)).toEqual(withdrawn);
      expect(await store().readContestsOfPerson(BOB)).toEqual([]);
    });
  });
}

function describeSpace({ store }: StoreUnderTest): void {
  describe('the space of a school', () => {
    it('keeps plans, notes, means and papers, which are erased with their person', async () => {
      await store().commit([...FIXTURE, save(requested), opened(contest('k1')), ...WITH_REVIEWS, ...PAPERS]);
      expect(await store().readPlannedReviews(GUYOT, 2026)).toMatchObject([{ on: '2027-05-03' }]);
      expect(await store().readPlannedReviews(GUYOT, 2025)).toEqual([]);
      expect(await store().readWrittenReviews(GUYOT)).toMatchObject([{ notes: NOTES }]);
      expect(await store().readMeans(GUYOT)).toMatchObject([{ description: 'B12' }]);
      expect(await store().readPaper(paperId('ada'))).toMatchObject({ facts: FACTS, personId: ADA });
      expect((await store().readPapers(GUYOT, 10)).map(({ kind }) => kind)).toEqual([
        'imp-file',
        'statement',
      ]);
      const tables = await store().exportPerson(ADA);
      for (const table of ['contest', 'planned_review', 'review_notes', 'means', 'paper']) {
        expect(tables?.[table], table).toHaveLength(1);
      }
      await store().commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readPapers(GUYOT, 10)).toEqual([]);
      expect(await store().readContestsOfSchool(GUYOT)).toEqual([]);
      expect(await store().readMeans(GUYOT)).toEqual([]);
      expect(await store().readWrittenReviews(GUYOT)).toEqual([]);
      expect(await store().readPlannedReviews(GUYOT, 2026)).toEqual([]);
    });

    it('deletes a plan, a text, and a review with its text', async () => {
      const review: Change = {
        kind: 'progress-review-saved',
        review: { personId: ADA, uai: GUYOT, on: day('2026-05-03'), kind: 'review' },
      };
      const removed = (what: 'text' | 'review'): Change => ({
        kind: 'review-removed',
        ...{ personId: ADA, uai: GUYOT, on: day('2026-05-03'), what },
      });
      await store().commit([...FIXTURE, ...WITH_REVIEWS, review]);
      await store().commit([
        { kind: 'review-plan-cancelled', personId: ADA, uai: GUYOT, schoolYear: 2026 },
        removed('text'),
      ]);
      expect(await store().readPlannedReviews(GUYOT, 2026)).toEqual([]);
      expect(await store().readWrittenReviews(GUYOT)).toEqual([]);
      expect(await store().readReviews([ADA])).toHaveLength(1);
      await store().commit([removed('review')]);
      expect(await store().readReviews([ADA])).toEqual([]);
    });

    it('finds the heads of a school, and the declarations that contradict other data', async () => {
      const declared = { personId: ADA, uai: GUYOT };
      const named = person(BOB, { profiles: ['principal', 'dane'], headOf: GUYOT });
      await store().commit([...FIXTURE, { kind: 'headship-declared', ...declared, at: NOW }]);
      expect(await store().readDoubtedHeadships(9)).toEqual([]);
      await store().commit([{ kind: 'person-saved', person: named }]);
      expect(await store().readHeadships([GUYOT, LACAILLE])).toEqual([
        { uai: GUYOT, personId: BOB, says: 'dane' },
        { uai: GUYOT, personId: ADA, says: 'declaration' },
      ]);
      expect(await store().readDoubtedHeadships(9)).toEqual([{ ...declared, declaredAt: NOW }]);
      await store().commit([{ kind: 'headship-checked', ...declared, at: LATER }]);
      expect(await store().readDoubtedHeadships(9)).toEqual([]);
      await store().commit([{ kind: 'headship-withdrawn', ...declared }]);
      expect(await store().readHeadships([GUYOT])).toHaveLength(1);
    });

    it('deletes old notes of reviews, and means and actions that are removed', async () => {
      const allowed = {
        uai: GUYOT,
        mission: 'C5' as never,
        localAuthority: 'Département',
        period: { from: day('2026-09-01') },
      };
      await store().commit([
        ...FIXTURE,
        ...WITH_REVIEWS,
        { kind: 'authorisation-saved', authorisation: allowed },
      ]);
      const [means] = await store().readMeans(GUYOT);
      if (!means) throw new Error('no means');
      await store().commit([
        { kind: 'review-notes-forgotten', writtenBefore: LATER },
        { kind: 'means-removed', means },
        { kind: 'authorisation-removed', authorisation: allowed },
      ]);
      expect(await store().readWrittenReviews(GUYOT)).toEqual([]);
      expect(await store().readMeans(GUYOT)).toEqual([]);
      expect(await store().readAuthorisations([GUYOT])).toEqual([]);
    });

    it('keeps yearly reports by revision, shows drafts to no one else, and deletes old ones', async () => {
      const key = { personId: ADA, uai: GUYOT, schoolYear: 2026 };
      const answers = [{ question: 'fait', family: 'A', asked: { fr: 'Fait', en: 'Done' }, text: 'Dix.' }];
      const draft: YearlyReport = { ...key, revision: 1, answers, changedAt: NOW };
      const handedIn = { ...draft, revision: 2, handedInAt: LATER, changedAt: LATER };
      const save = (report: YearlyReport) => store().commit([{ kind: 'yearly-report-saved', report }]);
      const read = (departmentCode?: string) =>
        store().readYearlyReports({ year: 2026, departmentCode }, { limit: 9 });
      await store().commit([...FIXTURE, ...WITH_REVIEWS]);
      await save(draft);
      await expect(save(draft)).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().readYearlyReportsOf(ADA)).toEqual([draft]);
      expect([...(await read()), ...(await store().readYearlyReportsAt(GUYOT, 2026))]).toEqual([]);
      await save(handedIn);
      await expect(save({ ...handedIn, answers: [] })).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await read('21')).toEqual([handedIn]);
      expect(await read('58')).toEqual([]);
      expect(await store().readYearlyReportsAt(GUYOT, 2026)).toEqual([handedIn]);
      const after = { personId: ADA, uai: GUYOT };
      expect(await store().readYearlyReports({ year: 2026 }, { limit: 9, after })).toEqual([]);
      const received: YearlyReport = {
        ...handedIn,
        revision: 3,
        receivedAt: LATER,
        receivedBy: BOB,
        factKnown: true,
      };
      await save(received);
      expect(await store().readYearlyReport(key)).toEqual(received);
      await store().commit([{ kind: 'review-notes-forgotten', writtenBefore: LATER }]);
      expect(await store().readYearlyReport(key)).toEqual(received);
      await store().commit([
        { kind: 'review-notes-forgotten', writtenBefore: '2099-01-01T00:00:00Z' as Instant },
      ]);
      expect(await store().readYearlyReport(key)).toBeUndefined();
    });

    it('keeps one wish for a training by each person, and what is to be known of an event', async () => {
      await store().commit([...FIXTURE, ...WITH_REVIEWS]);
      const event = {
        code: 'F-9',
        kind: 'EV-PAF',
        title: 'Classe mobile',
        startsOn: day('2027-01-20'),
        tags: [],
      } as const;
      await store().commit([{ kind: 'event-added', event }]);
      const wish = { eventCode: 'F-9', personId: ADA, wishedAt: NOW };
      const details = { eventCode: 'F-9', place: 'Dijon', opensAt: '09:00', closesAt: '12:00' };
      await store().commit([
        { kind: 'training-wished', wish },
        { kind: 'event-details-saved', details },
      ]);
      await store().commit([{ kind: 'training-wished', wish: { ...wish, wishedAt: LATER } }]);
      expect(await store().readTrainingsToCome(day('2027-01-20'), 9)).toEqual([event]);
      expect(await store().readTrainingsToCome(day('2027-01-21'), 9)).toEqual([]);
      expect(await store().countTrainingWishes(['F-9', 'F-8'])).toEqual(new Map([['F-9', 1]]));
      expect(await store().readTrainingWishesOf(ADA)).toEqual([{ ...wish, wishedAt: LATER }]);
      expect(await store().readTrainingWishers('F-9', 9)).toEqual([{ ...wish, wishedAt: LATER }]);
      expect(await store().readEventDetails(['F-9', 'F-8'])).toEqual([details]);
      const bare = { eventCode: 'F-9', link: 'https://classe.example' };
      await store().commit([{ kind: 'event-details-saved', details: bare }]);
      expect(await store().readEventDetails(['F-9'])).toEqual([bare]);
      await store().commit([{ kind: 'training-wish-taken-back', eventCode: 'F-9', personId: ADA }]);
      expect(await store().readTrainingWishesOf(ADA)).toEqual([]);
      await store().commit([{ kind: 'event-removed', code: 'F-9', attended: [] }]);
      expect(await store().readEventDetails(['F-9'])).toEqual([]);
    });

    it('forgets what the audit quotes of an erased person, and no other word, and tells who was erased', async () => {
      const reasons = ['Vu avec Mme LOVELACE-KING.', 'ADA@ac-dijon.fr a écrit', 'Lovelacement', 'Rien'];
      const lines = reasons.map((reason): Change => {
        const entry = {
          at: NOW,
          actor: 'a',
          action: 'award-refused',
          subject: 'elsewhere',
          details: { reason },
        };
        return { kind: 'audited', entry: { ...entry, action: 'award-refused' } };
      });
      const erased: Change = {
        kind: 'audited',
        entry: { at: LATER, actor: 'a', action: 'person-erased', subject: ADA },
      };
      await store().commit([...FIXTURE, ...lines]);
      const names = erasedNames({ givenName: 'Ada', familyName: 'Lovelace', emails: ['ada@ac-dijon.fr'] });
      await store().commit([{ kind: 'person-erased', personId: ADA, names, at: LATER }, erased]);
      const saved = (await store().readAuditOf('elsewhere', 9)).map(
        ({ details }) => details?.['reason'] ?? '',
      );
      expect(saved.toSorted()).toEqual(['', '', 'Lovelacement', 'Rien']);
      expect(await store().readErasures(NOW)).toEqual([ADA]);
      expect(await store().readErasures('2999-01-01T00:00:00Z' as Instant)).toEqual([]);
    });

    it('removes an erased principal from decisions on other people’s engagements', async () => {
      const byAda = { ...confirmed, personId: BOB, decided: { by: 'ada@ac-dijon.fr', on: DECIDED.on } };
      await store().commit([...FIXTURE, save(byAda)]);
      await store().commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      const [saved] = await store().readEngagements(['E1']);
      expect(saved?.decided).toEqual({ by: 'erasure', on: DECIDED.on });
    });
  });
}
