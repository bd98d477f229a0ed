import { describe, expect, it } from 'vitest';
import { NEW_YEAR_LISTS } from '../../src/application/store/new-year-readers.ts';
import type { Change } from '../../src/domain/change/union.ts';
import {
  COVERAGE_STATES,
  coverageStateOf,
  type MeasuredCoverage,
} from '../../src/domain/coverage/measure.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, engagement, establishment, FIXTURE, GUYOT, LACAILLE, NOW } from './store-values.ts';

const NEVERS = '0580031U' as Uai;
const BEAUNE = '0210006T' as Uai;
const YEAR = 2026;

const SCHOOLS: readonly Change[] = [
  ...FIXTURE,
  {
    kind: 'establishment-saved',
    establishment: establishment(BEAUNE, { name: 'Collège Monge', commune: 'Beaune' }),
  },
  {
    kind: 'establishment-saved',
    establishment: establishment(NEVERS, {
      name: 'Lycée Élie 100%',
      commune: 'Nevers',
      departmentCode: '58',
      department: 'Nièvre',
    }),
  },
];

const measured = (coverages: readonly MeasuredCoverage[]): Change => ({
  kind: 'coverage-measured',
  coverages,
  at: NOW,
});
const coverage = (uai: Uai, over: Partial<MeasuredCoverage> = {}): MeasuredCoverage => ({
  uai,
  schoolYear: YEAR,
  rupn: 1,
  requested: 2,
  contested: 1,
  clashes: 1,
  families: ['A', 'C'],
  ...over,
});

/** The contract of the coverage of schools. */
export function describeCoverage({ store }: StoreUnderTest): void {
  const departments = async (scope: 'public' | 'all') =>
    store().readDepartmentCoverage({ scope, schoolYear: YEAR });
  const found = async (over: object) => {
    const schools = await store().searchSchoolCoverage({
      scope: 'all',
      schoolYear: YEAR,
      limit: 10,
      ...over,
    });
    return schools.map((one) => one.establishment.uai);
  };

  describe('what is open in a new year', () => {
    const frame = { scope: 'all', year: YEAR, on: day('2026-11-24') } as const;
    const old = (reference: string, personId: typeof ADA): Change => ({
      kind: 'engagement-imported',
      engagement: engagement(reference, {
        personId,
        confirmation: 'confirmed',
        period: { from: day('2025-09-01') },
      }),
    });

    it('is counted as it is read, line by line or at once', async () => {
      await store().commit([...SCHOOLS, old('z1', ADA), old('a2', BOB), old('m3', ADA)]);
      const totals: Record<string, number> = {};
      for (const list of NEW_YEAR_LISTS) {
        const all = await store().readNewYear(list, { ...frame, limit: 10 });
        totals[list] = await store().countNewYear(list, frame);
        expect(all, list).toHaveLength(totals[list] ?? 0);
        const seen: string[] = [];
        for (const _ of all) {
          const [row] = await store().readNewYear(list, {
            ...frame,
            limit: 1,
            ...(seen.at(-1) && { after: seen.at(-1) ?? '' }),
          });
          seen.push(row?.key ?? '');
        }
        expect(seen, list).toEqual(all.map(({ key }) => key));
      }
      expect(totals).toMatchObject({ nobody: 3, 'to-renew': 3, 'no-review': 2, 'no-meeting': 1 });
    });
  });

  describe('coverage', () => {
    it('is summed by département, from the measured schools alone', async () => {
      await store().commit([
        ...SCHOOLS,
        measured([
          coverage(GUYOT),
          coverage(LACAILLE, { families: ['A', 'B', 'D', 'E'] }),
          coverage(NEVERS, { rupn: 0, requested: 0, contested: 0, clashes: 0, families: [] }),
        ]),
      ]);
      expect(await departments('all')).toEqual([
        {
          code: '21',
          name: "Côte-d'Or",
          schools: 3,
          measured: 2,
          measuredAt: NOW,
          computed: 0,
          states: { confirmed: 2, 'carried-over': 0, waiting: 0, contested: 0, nobody: 0 },
          requested: 4,
          contested: 2,
          clashes: 2,
          families: new Map(Object.entries({ A: 2, C: 1, B: 1, D: 1, E: 1 })),
        },
        {
          code: '58',
          name: 'Nièvre',
          schools: 1,
          measured: 1,
          measuredAt: NOW,
          computed: 0,
          states: { confirmed: 0, 'carried-over': 0, waiting: 0, contested: 0, nobody: 1 },
          requested: 0,
          contested: 0,
          clashes: 0,
          families: new Map(),
        },
      ]);
      expect((await departments('public'))[0]).toMatchObject({
        schools: 2,
        measured: 1,
        families: new Map(Object.entries({ A: 1, C: 1 })),
      });
    });

    it('is replaced by a later measure, and not by that of another school year', async () => {
      await store().commit([...SCHOOLS, measured([coverage(GUYOT), coverage(NEVERS, { schoolYear: 2025 })])]);
      await store().commit([measured([coverage(GUYOT, { families: ['E'], rupn: 0 })])]);
      const [dijon, nevers] = await departments('all');
      expect(dijon).toMatchObject({
        measured: 1,
        states: { confirmed: 0, 'carried-over': 0, waiting: 1, contested: 0, nobody: 0 },
        families: new Map(Object.entries({ E: 1 })),
      });
      expect(nevers).toMatchObject({
        measured: 0,
        states: { confirmed: 0, 'carried-over': 0, waiting: 0, contested: 0, nobody: 0 },
      });
    });

    it('gives each school the state that its figures define', async () => {
      const counts = [0, 1, 2];
      const all = counts.flatMap((rupn) =>
        [undefined, ...counts.filter((one) => one <= rupn)].flatMap((carriedOver) =>
          [0, 1].flatMap((requested) =>
            [0, 1].map((contested) => ({
              ...{ rupn, requested, contested },
              ...(carriedOver !== undefined && { carriedOver }),
            })),
          ),
        ),
      );
      await store().commit(SCHOOLS);
      for (const figures of all) {
        const { carriedOver: _, ...old } = coverage(GUYOT);
        const one = { ...old, ...figures };
        await store().commit([measured([one])]);
        const expected = coverageStateOf(one);
        const [dijon] = await departments('all');
        expect(dijon?.states, JSON.stringify(figures)).toEqual({
          ...Object.fromEntries(COVERAGE_STATES.map((state) => [state, 0])),
          [expected]: 1,
        });
        expect(await found({ only: expected })).toEqual([GUYOT]);
      }
    });

    it('that was measured while its year ran is not replaced after that year', async () => {
      const late = (rupn: number, at: string): Change => ({
        kind: 'coverage-measured',
        coverages: [coverage(GUYOT, { rupn, schoolYear: 2025 })],
        at: at as Instant,
      });
      const rupn = async () => {
        const [, dijon] = await store().searchSchoolCoverage({ scope: 'all', schoolYear: 2025, limit: 2 });
        return dijon?.coverage?.rupn;
      };
      const computed = async () =>
        (await store().readDepartmentCoverage({ scope: 'all', schoolYear: 2025 }))[0]?.computed;
      // A year that was computed afterwards is computed again.
      await store().commit([...SCHOOLS, late(5, '2026-08-31T22:00:00Z')]);
      await store().commit([late(6, '2026-11-24T10:00:00Z')]);
      expect([await rupn(), await computed()]).toEqual([6, 1]);
      // The last measure of the year itself, on 31 August in Paris, stays.
      await store().commit([late(7, '2026-08-31T21:59:59Z')]);
      await store().commit([late(8, '2026-11-24T10:00:00Z')]);
      expect([await rupn(), await computed()]).toEqual([7, 0]);
    });

    it('begins with the earliest engagement on record', async () => {
      expect(await store().readFirstEngagementDay()).toBeUndefined();
      const from = (reference: string, on: string): Change => ({
        kind: 'engagement-imported',
        engagement: engagement(reference, { period: { from: day(on) } }),
      });
      await store().commit([...SCHOOLS, from('a', '2024-09-01'), from('b', '2022-10-01')]);
      expect(await store().readFirstEngagementDay()).toBe('2022-10-01');
    });

    it('is searched by name, commune and UAI, and read page by page in the order of communes', async () => {
      await store().commit([
        ...SCHOOLS,
        measured([coverage(GUYOT), coverage(NEVERS, { rupn: 0, families: [] })]),
      ]);
      expect(await found({})).toEqual([BEAUNE, GUYOT, LACAILLE, NEVERS]);
      expect(await found({ departmentCode: '21', scope: 'public' })).toEqual([BEAUNE, GUYOT]);
      expect(await found({ after: { commune: 'Dijon', uai: GUYOT } })).toEqual([LACAILLE, NEVERS]);
      expect(await found({ limit: 1, after: { commune: 'Beaune', uai: BEAUNE } })).toEqual([GUYOT]);
      expect(await found({ text: 'monge' })).toEqual([BEAUNE]);
      expect(await found({ text: 'élie' })).toEqual([NEVERS]);
      expect(await found({ text: '0%' })).toEqual([NEVERS]);
      expect(await found({ text: '0210001m' })).toEqual([GUYOT]);
      expect(await found({ only: 'waiting' })).toEqual([NEVERS]);
      expect(await found({ only: 'confirmed' })).toEqual([GUYOT]);
      expect(await found({ only: 'nobody' })).toEqual([]);
    });

    it('of one school comes with it, or is absent', async () => {
      await store().commit([...SCHOOLS, measured([coverage(GUYOT)])]);
      const read = { scope: 'public', schoolYear: YEAR, departmentCode: '21', limit: 10 } as const;
      const [beaune, dijon] = await store().searchSchoolCoverage(read);
      expect(beaune).toEqual({
        establishment: establishment(BEAUNE, { name: 'Collège Monge', commune: 'Beaune' }),
      });
      expect(dijon).toEqual({
        measuredAt: NOW,
        establishment: establishment(GUYOT),
        coverage: coverage(GUYOT),
      });
    });

    it('is measured from the engagements of the period, at these schools', async () => {
      const engagements = [
        engagement('open', { period: { from: day('2020-01-01') } }),
        engagement('before', { period: { from: day('2025-09-01'), to: day('2026-08-31') } }),
        engagement('last-day', { period: { from: day('2027-08-31') } }),
        engagement('after', { period: { from: day('2027-09-01') } }),
        engagement('elsewhere', { uai: LACAILLE }),
      ];
      await store().commit([
        ...SCHOOLS,
        ...engagements.map((one): Change => ({ kind: 'engagement-imported', engagement: one })),
      ]);
      const period = { from: day('2026-09-01'), to: day('2027-08-31') };
      const read = await store().readEngagementsAt([GUYOT, NEVERS], period);
      expect(read).toEqual([engagements[2], engagements[0]]);
    });
  });
}
