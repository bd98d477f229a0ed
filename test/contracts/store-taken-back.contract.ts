import { describe, expect, it } from 'vitest';
import { importedRecord } from '../../src/domain/change/imported-record.ts';
import type { Change } from '../../src/domain/change/union.ts';
import {
  digestOfImported,
  IMPORTED_KINDS,
  type ImportRun,
  keyOfImported,
  type UndoRecord,
} from '../../src/domain/upload/import-log.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, engagement, FIXTURE, GUYOT, LATER, NOW } from './store-values.ts';

const RUN: ImportRun = { id: 'run-1', actor: BOB, begunAt: NOW };
const EVENT = {
  code: 'E',
  kind: 'EV-PAF',
  title: 'Une formation',
  startsOn: day('2026-02-01'),
  tags: [],
} as const;

/** One record of each kind that an import writes, after the records that it needs. */
const WRITTEN: readonly Change[] = [
  { kind: 'event-saved', event: EVENT },
  {
    kind: 'authorisation-saved',
    authorisation: {
      uai: GUYOT,
      mission: 'C6' as never,
      localAuthority: 'Région',
      period: { from: day('2025-09-01') },
    },
  },
  { kind: 'engagement-imported', engagement: engagement('E1') },
  { kind: 'attendance-saved', attendance: { personId: ADA, eventCode: 'E', proof: 2 } },
  {
    kind: 'progress-review-saved',
    review: { personId: ADA, uai: GUYOT, on: day('2026-03-01'), kind: 'review' },
  },
  {
    kind: 'contribution-saved',
    contribution: { reference: 'K', personId: ADA, kind: 'project', on: day('2026-01-01'), validated: false },
  },
];

/** The contract of the data that is kept for undoing imports, and of the data that is deleted with time. */
export function describeTakenBack({ store }: StoreUnderTest): void {
  const records = WRITTEN.flatMap((change) => importedRecord(change) ?? []);
  const lines = records.map(
    (one, position): UndoRecord => ({
      ...{ position, kind: one.kind, verdict: 'undo' },
      entry: { key: keyOfImported(one), after: digestOfImported(one) },
    }),
  );

  describe('an import that can be undone', () => {
    const begun: readonly Change[] = [
      { kind: 'import-begun', run: RUN },
      ...lines.map(
        ({ position, kind, entry }): Change => ({
          kind: 'import-logged',
          batch: { importId: RUN.id, position, kind, entries: [entry] },
        }),
      ),
    ];

    it('is read back, the last commit first, and deleted when it is old', async () => {
      await store().commit([...FIXTURE, ...begun]);
      expect(await store().readImportRun('run-1')).toEqual(RUN);
      expect(await store().countImportBatches('run-1')).toBe(lines.length);
      expect(await store().readImportBatch('run-1')).toMatchObject({ position: 5, kind: 'contribution' });
      expect(await store().readImportBatch('run-1', 5)).toMatchObject({ position: 4, kind: 'review' });
      await store().commit([{ kind: 'imports-forgotten', before: NOW }]);
      expect(await store().readImportRuns(5)).toEqual([RUN]);
      await store().commit([{ kind: 'imports-forgotten', before: LATER }]);
      expect(await store().readImportRuns(5)).toEqual([]);
      expect(await store().readImportBatch('run-1')).toBeUndefined();
    });

    it('keeps the verdict on each record; a later verdict replaces the former', async () => {
      await store().commit([
        ...FIXTURE,
        ...begun,
        { kind: 'undo-lines-saved', importId: 'run-1', lines },
        {
          kind: 'undo-lines-saved',
          importId: 'run-1',
          lines: lines.slice(0, 1).map((one) => ({ ...one, verdict: 'kept', reason: 'in-use' })),
        },
      ]);
      const saved = await store().readUndoRecords('run-1', { verdict: 'kept', limit: 5 });
      expect(saved).toEqual([{ ...lines[0], verdict: 'kept', reason: 'in-use' }]);
      const left = await store().readUndoRecords('run-1', { verdict: 'undo', limit: 2 });
      expect(left.map(({ position }) => position)).toEqual([5, 4]);
      expect(await store().countUndoRecords('run-1')).toContainEqual({
        ...{ kind: 'event', created: true, verdict: 'kept', reason: 'in-use', count: 1 },
      });
    });

    it('finds the remaining rows that refer to a record', async () => {
      await store().commit([...FIXTURE, ...begun, ...WRITTEN]);
      const referred = (kind: 'person' | 'establishment' | 'event') =>
        store().readReferredTo('run-1', kind, [ADA, GUYOT, 'E']);
      expect(await referred('person')).toEqual([ADA]);
      expect(await referred('event')).toEqual(['E']);
      expect(await referred('establishment')).toEqual([GUYOT]);
      await store().commit([{ kind: 'undo-lines-saved', importId: 'run-1', lines }]);
      expect(await referred('person')).toEqual([]);
      expect(await referred('event')).toEqual([]);
    });

    it('removes each kind of record, the last first, and nothing else', async () => {
      await store().commit([...FIXTURE, ...WRITTEN]);
      for (const kind of IMPORTED_KINDS.toReversed()) {
        const own = records.filter((one) => one.kind === kind).map(({ record }) => record);
        if (own.length > 0) await store().commit([{ kind: 'records-unmade', of: kind, records: own }]);
      }
      const [record] = await store().readPersonRecords([ADA]);
      expect(record).toMatchObject({ engagements: [], attended: [], reviews: [], contributions: [] });
      expect(await store().readEvents(['E'])).toEqual([]);
      expect(await store().readAuthorisations([GUYOT])).toEqual([]);
      expect(await store().readPeople([ADA])).toHaveLength(1);
    });
  });

  describe('a kept form', () => {
    it('is kept for a while, and deleted by its secret and its address', async () => {
      const form = {
        ...{ secretHash: 'h', personId: ADA, path: '/my/x', back: '/my', expiresAt: LATER },
        fields: { message: ['Bonjour'] },
      };
      await store().commit([...FIXTURE, { kind: 'typed-form-kept', form }]);
      expect(await store().readRestoredForm('h')).toEqual(form);
      expect(await store().countTypedForms()).toBe(1);
      await expect(
        store().commit([{ kind: 'typed-form-dropped', secretHash: 'h', path: '/other' }]),
      ).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().readRestoredForm('h')).toEqual(form);
      await store().commit([{ kind: 'sessions-forgotten', at: LATER }]);
      expect(await store().readRestoredForm('h')).toBeUndefined();
    });
  });

  describe('uptime days', () => {
    it('are counted once each, and begin again', async () => {
      expect(await store().readLife()).toEqual({ days: [] });
      const lived = (on: string) => store().commit([{ kind: 'day-lived', day: day(on) }]);
      await lived('2026-09-02');
      await lived('2026-09-01');
      await lived('2026-09-02');
      const marked = { kind: 'life-marked', home: 'here', mark: 'b', before: 'a', at: NOW } as const;
      await store().commit([{ ...marked, mark: 'a', before: undefined, asRead: undefined }]);
      await store().commit([{ ...marked, asRead: 'a' }]);
      await store().commit([{ ...marked, mark: 'c', asRead: 'a' }]);
      await store().commit([{ ...marked, mark: 'd', asRead: undefined }]);
      const life = { home: 'here', mark: 'b', before: 'a', markedAt: NOW };
      expect(await store().readLife()).toEqual({ days: ['2026-09-01', '2026-09-02'], ...life });
      expect(await store().readClocks(NOW)).toMatchObject({ livedOn: '2026-09-02' });
      await store().commit([{ kind: 'lived-days-begun-anew' }]);
      expect(await store().readLife()).toEqual({ days: [], ...life });
    });
  });

  describe('old facts', () => {
    it('are found where all are older than a day, and deleted', async () => {
      const ended = { ...engagement('E1'), period: { from: day('2019-09-01'), to: day('2020-08-31') } };
      await store().commit([...FIXTURE, { kind: 'engagement-imported', engagement: ended }]);
      const before = day('2020-09-01');
      const today = day('2026-09-01');
      const found = (of: typeof before) => store().readPeopleToAnnounce({ before: of, today }, 5);
      expect(await found(day('2020-08-31'))).toEqual([]);
      const counts = { engagements: 1, attended: 0, reviews: 0, contributions: 0, participations: 0 };
      expect(await found(before)).toEqual([{ personId: ADA, ...counts }]);
      expect(await store().countPeopleWithOldFacts(before)).toBe(1);
      const notice = { personId: ADA, before, announcedOn: today, ...counts };
      await store().commit([{ kind: 'retention-announced', notices: [notice] }]);
      await store().commit([{ kind: 'retention-notices-dropped', before }]);
      expect(await found(before)).toEqual([]);
      expect(await store().readRetentionNotices(5)).toEqual([notice]);
      expect(await store().countRetentionNotices()).toEqual({ people: 1, ...counts });
      const due = (announcedBefore: typeof before) =>
        store().readPeopleToExpire({ before, announcedBefore }, 5);
      expect(await due(today)).toEqual([]);
      expect(await due(day('2026-09-02'))).toEqual([{ personId: ADA, ...counts }]);
      const hold = { begunOn: today, untilOn: day('2026-09-30'), reason: 'Enquête', heldBy: ADA };
      await store().commit([{ kind: 'retention-held', hold }]);
      await store().commit([{ kind: 'retention-hold-ended', untilOn: day('2026-09-02') }]);
      expect(await store().readRetentionHold()).toEqual({ ...hold, untilOn: '2026-09-02' });
      const expired = { kind: 'facts-expired', personIds: [ADA], before, today: day('2026-09-03') } as const;
      const commit = (since: typeof before, on = expired.today) =>
        store().commit([{ ...expired, announcedBefore: since, today: on }]);
      const refused = { code: 'store-conflict' };
      await expect(commit(day('2026-09-02'))).rejects.toMatchObject(refused);
      await store().commit(
        [day('2026-09-01'), day('2026-09-02')].map((on) => ({ kind: 'day-lived', day: on })),
      );
      await expect(commit(day('2026-09-01'))).rejects.toMatchObject(refused);
      await expect(commit(day('2026-09-02'), day('2026-09-02'))).rejects.toMatchObject(refused);
      await store().commit([{ kind: 'retention-announced', notices: [{ ...notice, reviews: 1 }] }]);
      await expect(commit(day('2026-09-02'))).rejects.toMatchObject(refused);
      await store().commit([{ kind: 'retention-announced', notices: [notice] }]);
      expect(await store().readEngagements(['E1'])).toHaveLength(1);
      await commit(day('2026-09-02'));
      expect(await store().readRetentionNotices(5)).toEqual([]);
      expect(await store().readRetentionHold()).toBeUndefined();
      expect(await store().readEngagements(['E1'])).toEqual([]);
      expect(await store().countPeopleWithOldFacts(before)).toBe(0);
    });

    it('are also classes entered for a project, dated by its school year', async () => {
      const today = day('2026-09-01');
      const made = { madeBy: ADA, madeAt: NOW };
      const project = { id: 'P1', title: 'webdiff', audience: 'Les collèges', ...made };
      const participation = {
        projectId: 'P1',
        personId: ADA,
        uai: GUYOT,
        classes: '5e B',
        count: 1,
        joinedAt: NOW,
      };
      await store().commit([
        ...FIXTURE,
        {
          kind: 'class-project-added',
          project: { ...project, schoolYear: 2019, joinsUntil: day('2020-05-31') },
        },
        { kind: 'classes-entered', participation, today: day('2020-05-31') },
      ]);
      const counts = { engagements: 0, attended: 0, reviews: 0, contributions: 0, participations: 1 };
      const found = (before: typeof today) => store().readPeopleToAnnounce({ before, today }, 5);
      expect(await found(day('2019-09-01'))).toEqual([]);
      const before = day('2020-09-01');
      expect(await found(before)).toEqual([{ personId: ADA, ...counts }]);
      await store().commit([
        { kind: 'day-lived', day: day('2026-09-02') },
        {
          kind: 'retention-announced',
          notices: [{ personId: ADA, before, announcedOn: today, ...counts }],
        },
        {
          ...{ kind: 'facts-expired', personIds: [ADA], before },
          ...{ announcedBefore: day('2026-09-02'), today: day('2026-09-03') },
        },
      ]);
      expect(await store().readParticipationsOf(ADA)).toEqual([]);
      expect(await store().readClassProject('P1')).toBeDefined();
    });
  });
}
