import { describe, expect, test } from 'vitest';
import { achievementOf } from '../../src/catalogue/catalogue.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import { type AttendedSketch, criteria, deriveFrom, type PersonSketch, wholeYears } from './builders.ts';

const ON = '2026-08-31';

function judge(code: string, sketch: PersonSketch, on = ON): Evaluation {
  return evaluate({ definition: achievementOf(criteria, code), criteria, facts: deriveFrom(sketch, on) });
}

/** Names of the requirements that are not met. */
function missing(evaluation: Evaluation): readonly string[] {
  return evaluation.findings.filter(({ met }) => !met).map(({ rule }) => rule);
}

function training(
  code: string,
  on: string,
  hours: number,
  rest: Partial<AttendedSketch> = {},
): AttendedSketch {
  return { code, on, hours, proof: 2, ...rest };
}

function meeting(code: string, on: string): AttendedSketch {
  return { code, on, kind: 'EV-RENC', proof: 1 };
}

interface NearMiss {
  readonly says: string;
  readonly change: (base: PersonSketch) => PersonSketch;
  readonly missing: readonly string[];
  readonly on?: string;
}

function describeBadge(code: string, base: PersonSketch, nearMisses: readonly NearMiss[]): void {
  describe(code, () => {
    test('is met by what is just enough', () => {
      expect(missing(judge(code, base))).toEqual([]);
      expect(judge(code, base).met).toBe(true);
    });
    test.each(nearMisses)('is missed by $says', ({ change, missing: expected, on }) => {
      const evaluation = judge(code, change(base), on);
      expect(missing(evaluation)).toEqual(expected);
      expect(evaluation.met).toBe(false);
    });
  });
}

const engaged: PersonSketch = {
  segments: [
    { from: '2025-09-01', to: '2026-03-19', missions: ['A1'] },
    { from: '2025-09-01', to: '2025-11-29', missions: ['B1'] },
  ],
  reviews: [{ on: '2026-06-01' }],
};

describeBadge('RUPN-ENG', engaged, [
  {
    says: 'one day',
    change: () => ({
      ...engaged,
      segments: [
        { from: '2025-09-01', to: '2026-03-18', missions: ['A1'] },
        { from: '2025-09-01', to: '2025-11-29', missions: ['B1'] },
      ],
    }),
    missing: ['duration'],
  },
  {
    says: 'one family in each of two years',
    change: () => ({
      segments: [
        ...wholeYears(2024, 2024, { missions: ['A1', 'A2'] }),
        ...wholeYears(2025, 2025, { missions: ['B1'] }),
      ],
    }),
    missing: ['families'],
  },
  { says: 'no review from 2025-2026 on', change: () => ({ ...engaged, reviews: [] }), missing: ['reviews'] },
]);

const established: PersonSketch = {
  segments: [
    ...wholeYears(2023, 2023, { missions: ['A1'] }),
    ...wholeYears(2024, 2024, { missions: ['C1'] }),
    ...wholeYears(2025, 2025, { missions: ['E1'] }),
  ],
  attended: [
    training('T1', '2023-09-01', 6),
    training('T2', '2025-10-01', 6),
    meeting('R1', '2024-11-01'),
    meeting('R2', '2025-11-01'),
  ],
  reviews: [{ on: '2026-06-01' }],
};

describeBadge('RUPN-CONF', established, [
  {
    says: 'half a year',
    change: (base) => ({
      ...base,
      segments: [
        { from: '2023-09-01', to: '2024-03-17', missions: ['A1'] },
        ...wholeYears(2024, 2024, { missions: ['C1'] }),
        ...wholeYears(2025, 2025, { missions: ['E1'] }),
      ],
    }),
    missing: ['duration'],
  },
  {
    says: 'three families without A',
    change: (base) => ({ ...base, segments: wholeYears(2023, 2025, { missions: ['B1', 'C1', 'D1', 'E1'] }) }),
    missing: ['families'],
  },
  {
    says: 'two families with A',
    change: (base) => ({ ...base, segments: wholeYears(2023, 2025, { missions: ['A1', 'A2', 'B1'] }) }),
    missing: ['families'],
  },
  {
    says: 'hours of the fourth school year back',
    change: (base) => ({
      ...base,
      attended: [training('T1', '2023-08-31', 6), ...(base.attended ?? []).slice(1)],
    }),
    missing: ['recent-training'],
  },
  {
    says: 'two events of the DANE in one year',
    change: (base) => ({
      ...base,
      attended: [...(base.attended ?? []).slice(0, 3), meeting('R2', '2025-06-01')],
    }),
    missing: ['dane-events'],
  },
  { says: 'a year without review', change: (base) => ({ ...base, reviews: [] }), missing: ['reviews'] },
  {
    says: 'no year among the last three',
    change: (base) => ({
      ...base,
      attended: [training('T3', '2028-10-01', 12), ...(base.attended ?? [])],
    }),
    on: '2029-06-30',
    missing: ['recent'],
  },
]);

const guide: PersonSketch = {
  segments: [
    ...wholeYears(2021, 2022, { missions: ['A1', 'B1'] }),
    ...wholeYears(2023, 2024, { missions: ['C1', 'D1'] }),
    ...wholeYears(2025, 2025, { missions: ['A1'] }),
  ],
  attended: [
    training('T0', '2021-09-01', 18),
    training('T1', '2023-09-01', 6),
    training('T2', '2025-10-01', 6),
    meeting('R1', '2024-11-01'),
    meeting('R2', '2025-11-01'),
  ],
  contributions: [{ kind: 'mentoring', on: '2020-01-01', validated: true }],
};

describeBadge('RUPN-EXP', guide, [
  {
    says: 'half a year',
    change: (base) => ({
      ...base,
      segments: [
        { from: '2021-09-01', to: '2022-03-18', missions: ['A1', 'B1'] },
        ...(base.segments ?? []).slice(1),
      ],
    }),
    missing: ['duration'],
  },
  {
    says: 'a family covered in one year only',
    change: (base) => ({
      ...base,
      segments: [
        ...wholeYears(2021, 2022, { missions: ['A1', 'B1'] }),
        ...wholeYears(2023, 2023, { missions: ['C1', 'D1'] }),
        ...wholeYears(2024, 2025, { missions: ['C1'] }),
      ],
    }),
    missing: ['families'],
  },
  {
    says: 'hours that expired',
    change: (base) => ({
      ...base,
      attended: [training('T0', '2021-08-31', 18), ...(base.attended ?? []).slice(1)],
    }),
    missing: ['training'],
  },
  {
    says: 'too few recent hours, which RUPN-CONF asks for too',
    change: (base) => ({
      ...base,
      attended: [
        training('T0', '2021-09-01', 24),
        training('T2', '2025-10-01', 11.5),
        ...(base.attended ?? []).slice(3),
      ],
    }),
    missing: ['recent-training', 'established'],
  },
  {
    says: 'a contribution that nobody validated',
    change: (base) => ({ ...base, contributions: [{ kind: 'resource', on: '2025-01-01' }] }),
    missing: ['contribution'],
  },
  {
    says: 'a validated project, which is of another kind',
    change: (base) => ({ ...base, contributions: [{ kind: 'project', on: '2025-01-01', validated: true }] }),
    missing: ['contribution'],
  },
  {
    says: 'no year among the last two',
    change: (base) => ({
      ...base,
      segments: [
        ...wholeYears(2019, 2020, { missions: ['A1', 'B1'] }),
        ...wholeYears(2021, 2022, { missions: ['C1', 'D1'] }),
        ...wholeYears(2023, 2023, { missions: ['A1'] }),
      ],
      attended: [training('T9', '2024-10-01', 12), ...(base.attended ?? [])],
    }),
    on: '2026-08-31',
    missing: ['recent'],
  },
  {
    says: 'one event of the DANE, which RUPN-CONF asks for',
    change: (base) => ({ ...base, attended: (base.attended ?? []).slice(0, 4) }),
    missing: ['established'],
  },
]);

const companion: PersonSketch = {
  segments: [
    ...wholeYears(2023, 2023, { missions: ['A1', 'A2'] }),
    { from: '2024-09-01', to: '2024-11-29', missions: ['A3'] },
  ],
  contributions: [
    { kind: 'session', on: '2019-10-01' },
    { kind: 'session', on: '2024-10-01' },
    { kind: 'session', on: '2024-11-01' },
  ],
};

describeBadge('RUPN-ACC', companion, [
  {
    says: 'a third mission two years later',
    change: (base) => ({
      ...base,
      segments: [
        ...wholeYears(2023, 2023, { missions: ['A1', 'A2'] }),
        ...wholeYears(2025, 2025, { missions: ['A3'] }),
      ],
    }),
    missing: ['support'],
  },
  {
    says: 'days of two years, which are not added',
    change: (base) => ({
      ...base,
      segments: [
        ...wholeYears(2023, 2023, { missions: ['A1', 'A2'] }),
        { from: '2024-05-17', to: '2024-10-15', missions: ['A3'] },
      ],
    }),
    missing: ['support'],
  },
  {
    says: 'two sessions',
    change: (base) => ({ ...base, contributions: (base.contributions ?? []).slice(1) }),
    missing: ['sessions-or-project'],
  },
]);

const administrator: PersonSketch = {
  segments: [
    { from: '2020-09-01', to: '2020-11-29', missions: ['C4'], roles: ['referent-service'] },
    { from: '2020-11-30', to: '2021-03-19', missions: ['A1'] },
  ],
  attended: [training('T1', '2023-09-01', 0, { tags: ['RGPD', 'divers'] })],
};

describeBadge('RUPN-ENT', administrator, [
  {
    says: 'a year of 199 days',
    change: (base) => ({
      ...base,
      segments: [
        ...(base.segments ?? []).slice(0, 1),
        { from: '2020-11-30', to: '2021-03-18', missions: ['A1'] },
      ],
    }),
    missing: ['administration'],
  },
  {
    says: 'days of the two roles, which are not added',
    change: (base) => ({
      ...base,
      segments: [
        { from: '2020-09-01', to: '2020-11-28', missions: ['C4'], roles: ['referent-service'] },
        { from: '2020-11-29', to: '2021-02-24', missions: ['C4'], roles: ['administrateur-ent'] },
        { from: '2020-11-30', to: '2021-03-19', missions: ['A1'] },
      ],
    }),
    missing: ['administration'],
  },
  {
    says: 'a role held in a whole year other than that of the mission',
    change: (base) => ({
      ...base,
      segments: [
        { from: '2020-09-01', to: '2021-01-31', missions: ['C4'], roles: ['administrateur-ent'] },
        ...wholeYears(2021, 2021, { missions: ['A1'] }),
      ],
    }),
    missing: ['administration'],
  },
  {
    says: 'a training of the fourth school year back',
    change: (base) => ({ ...base, attended: [training('T1', '2023-08-31', 6, { tags: ['ENT'] })] }),
    missing: ['training'],
  },
  {
    says: 'a training with another tag or too weak a proof',
    change: (base) => ({
      ...base,
      attended: [
        training('T1', '2025-10-01', 6, { tags: ['IA'] }),
        training('T2', '2025-10-02', 6, { tags: ['ENT'], proof: 1 }),
      ],
    }),
    missing: ['training'],
  },
]);

const communicator: PersonSketch = {
  segments: [
    { from: '2025-09-01', to: '2025-11-29', missions: ['D1', 'D2', 'D4'], roles: ['contact-dane'] },
    { from: '2025-11-30', to: '2026-03-19', missions: ['A1'] },
  ],
  contributions: [
    { kind: 'showcase', on: '2019-10-01', url: 'https://example.org/1' },
    { kind: 'showcase', on: '2026-08-31', url: 'https://example.org/2' },
  ],
};

describeBadge('RUPN-COM', communicator, [
  {
    says: 'two missions of the family',
    change: (base) => ({
      ...base,
      segments: [
        { from: '2025-09-01', to: '2025-11-29', missions: ['D1', 'D2'], roles: ['contact-dane'] },
        { from: '2025-11-30', to: '2026-03-19', missions: ['A1'] },
      ],
    }),
    missing: ['relay'],
  },
  {
    says: 'three missions without the role on D1',
    change: (base) => ({
      ...base,
      segments: [
        { from: '2025-09-01', to: '2026-06-30', missions: ['D1', 'D2', 'D4'] },
        { from: '2025-09-01', to: '2026-06-30', missions: ['D2'], roles: ['contact-dane'] },
      ],
    }),
    missing: ['relay'],
  },
  {
    says: 'a showcase without a link',
    change: (base) => ({
      ...base,
      contributions: [
        ...(base.contributions ?? []).slice(1),
        { kind: 'showcase', on: '2025-10-01', validated: true },
      ],
    }),
    missing: ['showcases'],
  },
]);

const learner: PersonSketch = {
  segments: [
    { from: '2024-09-01', to: '2024-11-29', missions: ['E1'] },
    { from: '2025-09-01', to: '2025-11-29', missions: ['E3'] },
  ],
  attended: [training('T1', '2024-10-01', 9), training('T2', '2025-10-01', 9), meeting('R1', '2024-12-01')],
};

describeBadge('RUPN-VEILLE', learner, [
  {
    says: 'half an hour over two years',
    change: (base) => ({
      ...base,
      attended: [training('T1', '2024-10-01', 8.5), ...(base.attended ?? []).slice(1)],
    }),
    missing: ['learning-period'],
  },
  {
    says: 'twelve hours of one year whose mission lies in the other',
    change: (base) => ({
      ...base,
      attended: [training('T2', '2025-10-01', 12), meeting('R1', '2025-12-01')],
    }),
    missing: ['learning-period'],
  },
  {
    says: 'an event of the year before the period',
    change: (base) => ({
      ...base,
      attended: [...(base.attended ?? []).slice(0, 2), meeting('R1', '2024-08-31')],
    }),
    missing: ['learning-period'],
  },
  {
    says: 'an old period whose trainings expired meanwhile',
    change: (base) => base,
    on: '2029-09-01',
    missing: ['learning-period'],
  },
]);

describe('RUPN-VEILLE in one year', () => {
  test('is met by twelve hours, both missions and an event of that year', () => {
    const sketch: PersonSketch = {
      segments: [{ from: '2025-09-01', to: '2025-11-29', missions: ['E1', 'E3'] }],
      attended: [training('T1', '2025-10-01', 12), { code: 'CV', on: '2026-06-30', kind: 'EV-CV', proof: 1 }],
    };
    expect(judge('RUPN-VEILLE', sketch).met).toBe(true);
    expect(judge('RUPN-VEILLE', { ...sketch, attended: [training('T1', '2025-10-01', 11.75)] }).met).toBe(
      false,
    );
  });
});

describe('RUPN-ACC by a project', () => {
  test('is met by one project, validated or not', () => {
    expect(
      judge('RUPN-ACC', { ...companion, contributions: [{ kind: 'project', on: '2026-08-31' }] }).met,
    ).toBe(true);
  });
});
