import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { coverageStateOf, measureCoverage } from '../../src/domain/coverage/measure.ts';
import type { MissionCode, Role } from '../../src/domain/engagement/mission.ts';
import { isConfirmedIn, isToRenew } from '../../src/domain/engagement/renewal.ts';
import type { Authorisation, Engagement } from '../../src/domain/records.ts';
import { schoolYearOf } from '../../src/domain/time/school-year.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { framework } from '../support/office.ts';
import { rounds } from '../support/property-runs.ts';
import { day, GUYOT } from './builders.ts';

const UAI = parseUai(GUYOT);
const TODAY = day('2026-11-24');

type Sketch = Partial<Omit<Engagement, 'missions' | 'period' | 'personId'>> & {
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
  readonly missions?: readonly string[];
};

const segment = ({
  person = 'p1',
  from = '2026-09-01',
  to,
  missions = ['A1'],
  ...rest
}: Sketch): Engagement => ({
  reference: `${person}-${from}`,
  personId: person as Engagement['personId'],
  uai: UAI,
  period: { from: day(from), ...(to !== undefined && { to: day(to) }) },
  missions: missions as readonly string[] as readonly MissionCode[],
  roles: [],
  confirmation: 'confirmed',
  ...rest,
});

const measure = (segments: readonly Sketch[], authorisations: readonly Authorisation[] = []) =>
  measureCoverage({ uai: UAI, engagements: segments.map(segment), authorisations }, TODAY, framework);

const contact: readonly Role[] = ['contact-dane'];

describe('a family is covered', () => {
  it('by one day of the school year, up to today, in a confirmed state', () => {
    expect(measure([{ from: '2020-01-01', to: '2026-09-01' }]).families).toEqual(['A']);
    expect(measure([{ from: '2026-11-24' }]).families).toEqual(['A']);
    expect(measure([{ confirmation: 'confirmed-by-dane', missions: ['B1', 'E2'] }]).families).toEqual([
      'B',
      'E',
    ]);
    expect(measure([{ to: '2026-08-31', from: '2025-09-01' }]).families).toEqual([]);
    expect(measure([{ from: '2026-11-25' }]).families).toEqual([]);
    expect(measure([{ confirmation: 'requested' }, { confirmation: 'contested' }]).families).toEqual([]);
  });

  it('never by C9, and by a conditional mission only on an authorised day', () => {
    const allowed = (mission: string, from: string, to?: string): Authorisation => ({
      uai: UAI,
      mission: mission as MissionCode,
      localAuthority: 'Région',
      period: { from: day(from), ...(to !== undefined && { to: day(to) }) },
    });
    expect(measure([{ missions: ['C9'] }], [allowed('C9', '2026-01-01')]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }], [allowed('C6', '2026-01-01')]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }], [allowed('C5', '2026-01-01', '2026-08-31')]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }], [allowed('C5', '2026-12-01')]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }], [allowed('C5', '2026-01-01', '2026-09-01')]).families).toEqual([
      'C',
    ]);
    expect(measure([{ missions: ['C1'] }]).families).toEqual(['C']);
  });
});

describe('a school', () => {
  it('counts a person once, however many engagements they have', () => {
    const segments = [{ from: '2026-09-01', to: '2026-09-30' }, { from: '2026-10-01' }, { person: 'p2' }];
    expect(measure(segments).rupn).toBe(2);
    expect(measure([{ confirmation: 'requested' }]).rupn).toBe(0);
  });

  it('counts waiting and contested engagements in the whole school year', () => {
    const waits = [
      { confirmation: 'requested' as const },
      { confirmation: 'requested' as const, from: '2027-08-31' },
      { confirmation: 'requested' as const, from: '2027-09-01' },
      { confirmation: 'contested' as const },
    ];
    expect(measure(waits)).toMatchObject({ requested: 2, contested: 1, schoolYear: 2026 });
  });

  it('has a role conflict for each single role that two people hold, or ask for, on a common day', () => {
    const both: readonly Role[] = ['contact-dane', 'contact-collectivite', 'administrateur-ent'];
    expect(measure([{ roles: both }, { person: 'p2', roles: both, confirmation: 'requested' }]).clashes).toBe(
      2,
    );
    expect(
      measure([{ roles: contact }, { person: 'p2', roles: contact, confirmation: 'contested' }]).clashes,
    ).toBe(0);
    expect(measure([{ roles: contact }, { from: '2026-10-01', roles: contact }]).clashes).toBe(0);
    const oneAfterTheOther = [
      { roles: contact, to: '2026-10-31' },
      { person: 'p2', roles: contact, from: '2026-11-01' },
    ];
    expect(measure(oneAfterTheOther).clashes).toBe(0);
  });
});

describe('the state of a school', () => {
  const state = (sketches: readonly Sketch[]) => coverageStateOf(measure(sketches));
  const old = { from: '2024-09-01' };

  it('is the first that applies of confirmed, carried over, waiting and contested, else without RUPN', () => {
    const confirmed = { ...old, person: 'p2', confirmedOn: day('2026-09-15') };
    const waiting = { ...old, person: 'p3', confirmation: 'requested' as const };
    const contested = { ...old, person: 'p4', confirmation: 'contested' as const };
    expect(state([contested, waiting, old, confirmed])).toBe('confirmed');
    expect(state([contested, waiting, old])).toBe('carried-over');
    expect(state([contested, waiting])).toBe('waiting');
    expect(state([contested])).toBe('contested');
    expect(state([])).toBe('nobody');
  });

  it('is confirmed by a beginning in the year, a confirmation in the year, or a known last day', () => {
    expect(state([{ from: '2026-10-01', confirmedOn: day('2026-06-10') }])).toBe('confirmed');
    expect(state([{ ...old, confirmedOn: day('2026-08-31') }])).toBe('carried-over');
    expect(state([{ ...old, confirmedOn: day('2026-09-01') }])).toBe('confirmed');
    expect(state([{ ...old, to: '2027-08-31' }])).toBe('confirmed');
  });

  it('counts a person once who is both confirmed and carried over', () => {
    const both = measure([old, { from: '2026-09-01' }, { ...old, person: 'p2' }]);
    expect(both).toMatchObject({ rupn: 2, carriedOver: 1 });
  });

  it('is carried over in a past year that only a later year confirmed again', () => {
    const engagements = [segment({ from: '2023-09-01', confirmedOn: day('2026-09-15') })];
    const inYear = (on: string) =>
      coverageStateOf(measureCoverage({ uai: UAI, engagements, authorisations: [] }, day(on), framework));
    expect(inYear('2024-08-31')).toBe('confirmed');
    expect(inYear('2025-08-31')).toBe('carried-over');
    expect(inYear('2026-11-24')).toBe('confirmed');
  });

  const days = [
    '2024-09-01',
    '2025-10-15',
    '2026-08-31',
    '2026-09-01',
    '2026-11-24',
    '2026-11-25',
    '2027-08-31',
  ];
  const sketch = fc.record(
    {
      person: fc.constantFrom('p1', 'p2', 'p3'),
      from: fc.constantFrom(...days),
      length: fc.option(fc.constantFrom(0, 40, 400), { nil: undefined }),
      confirmation: fc.constantFrom(
        ...([
          'confirmed',
          'confirmed-by-dane',
          'confirmed-with-reservation',
          'requested',
          'contested',
        ] as const),
      ),
      confirmedOn: fc.option(fc.constantFrom(...days.slice(0, 5)), { nil: undefined }),
    },
    { requiredKeys: ['person', 'from', 'length', 'confirmation', 'confirmedOn'] },
  );
  const later = (from: string, length: number) =>
    new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);

  test.prop([fc.array(sketch, { maxLength: 5 })], { numRuns: rounds(1000) })(
    'is the one that a plain recount of the same records gives',
    (sketches) => {
      const engagements = sketches.map(({ person, from, length, confirmation, confirmedOn }) => ({
        ...{ person, from, confirmation },
        ...(length !== undefined && { to: day(later(from, length)) }),
        ...(confirmedOn !== undefined && { confirmedOn: day(confirmedOn) }),
      }));
      const inYear = engagements.filter(({ from, to = '9' }) => from <= '2027-08-31' && to >= '2026-09-01');
      const held = inYear.filter((one) => one.confirmation.startsWith('confirmed') && one.from <= TODAY);
      const isAnswered = ({ from, to, confirmedOn }: (typeof engagements)[number]) =>
        to !== undefined || from >= '2026-09-01' || (confirmedOn ?? '') >= '2026-09-01';
      const states = [
        held.some(isAnswered) && 'confirmed',
        held.length > 0 && 'carried-over',
        inYear.some(({ confirmation }) => confirmation === 'requested') && 'waiting',
        inYear.some(({ confirmation }) => confirmation === 'contested') && 'contested',
        'nobody',
      ];
      expect(state(engagements)).toBe(states.find((one) => one));
      for (const one of engagements
        .map(segment)
        .filter(({ confirmation }) => confirmation.startsWith('confirmed'))) {
        expect(isConfirmedIn(one, 2026) || schoolYearOf(one.period.from) > 2026).toBe(!isToRenew(one, 2026));
      }
    },
  );
});
