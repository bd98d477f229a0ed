import { type PersonSketch, wholeYears } from './builders.ts';
import { describeBadge, meeting, training } from './describe-badge.ts';

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
