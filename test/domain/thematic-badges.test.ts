import { describe, expect, test } from 'vitest';
import { type PersonSketch, wholeYears } from './builders.ts';
import { describeBadge, judge, meeting, training } from './describe-badge.ts';

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
