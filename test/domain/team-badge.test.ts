import { describe, expect, test } from 'vitest';
import { achievementOf } from '../../src/catalogue/versions.ts';
import { evaluate } from '../../src/domain/criteria/evaluate.ts';
import { deriveTeamFacts } from '../../src/domain/facts/derive-team.ts';
import type { TeamFacts } from '../../src/domain/facts/types.ts';
import type { Event, SchoolRecord } from '../../src/domain/records.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { basis, criteria, day, GUYOT, LACAILLE, makePerson, type PersonSketch } from './builders.ts';

interface TeamSketch {
  readonly people: readonly PersonSketch[];
  readonly meetings?: readonly { readonly code: string; readonly on: string; readonly uai?: string }[];
}

function makeSchool({ people, meetings = [] }: TeamSketch): SchoolRecord {
  return {
    uai: parseUai(GUYOT),
    people: people.map(makePerson),
    meetings: meetings.map(
      ({ code, on, uai = GUYOT }): Event => ({
        code,
        kind: 'EV-ETAB',
        title: code,
        startsOn: day(on),
        tags: [],
        uai: parseUai(uai),
      }),
    ),
  };
}

function derive(sketch: TeamSketch, on = '2026-08-31'): TeamFacts {
  return deriveTeamFacts(makeSchool(sketch), day(on), basis);
}

function missing(sketch: TeamSketch, on?: string): readonly string[] {
  const definition = achievementOf(criteria, 'RUPN-EQUIPE');
  const evaluation = evaluate({ definition, criteria, facts: derive(sketch, on) });
  expect(evaluation.met).toBe(evaluation.findings.every(({ met }) => met));
  return evaluation.findings.filter(({ met }) => !met).map(({ rule }) => rule);
}

const first: PersonSketch = {
  person: 'p1',
  segments: [
    {
      from: '2025-09-01',
      to: '2025-11-29',
      missions: ['A1', 'B1'],
      roles: ['contact-dane', 'administrateur-ent', 'referent-site'],
    },
  ],
  attended: [{ code: 'T1', on: '2025-10-01', hours: 3, proof: 2 }],
  reviews: [{ on: '2026-06-01' }],
};

const second: PersonSketch = {
  person: 'p2',
  segments: [
    {
      from: '2025-09-01',
      missions: ['C1', 'D1', 'E1'],
      roles: ['contact-collectivite', 'referent-usages-ent'],
    },
  ],
  attended: [{ code: 'T2', on: '2026-05-01', kind: 'EV-FIL', hours: 6.5, proof: 3 }],
  reviews: [{ on: '2026-08-31', kind: 'self-report' }],
};

const team: TeamSketch = { people: [first, second], meetings: [{ code: 'M1', on: '2026-04-01' }] };

function with2(changed: Partial<PersonSketch>): TeamSketch {
  return { ...team, people: [first, { ...second, ...changed }] };
}

describe('RUPN-EQUIPE', () => {
  test('is met by facts that are just enough', () => {
    expect(missing(team)).toEqual([]);
  });

  test('needs two people with a countable day in the window', () => {
    const alone: PersonSketch = {
      ...first,
      segments: [
        {
          from: '2025-09-01',
          missions: ['A1', 'B1', 'C1', 'D1', 'E1'],
          roles: [
            'contact-dane',
            'contact-collectivite',
            'administrateur-ent',
            'referent-usages-ent',
            'referent-site',
          ],
        },
      ],
    };
    expect(missing({ ...team, people: [alone] })).toEqual(['members']);
    const summer: PersonSketch = { ...second, segments: [{ from: '2026-07-01', missions: ['A2'] }] };
    expect(missing({ ...team, people: [alone, summer] })).toEqual(['members']);
    const lastDay: PersonSketch = { ...second, segments: [{ from: '2026-06-30', missions: ['A2'] }] };
    expect(missing({ ...team, people: [alone, lastDay] })).toEqual([]);
    const requested: PersonSketch = {
      ...second,
      segments: [{ from: '2025-09-01', confirmation: 'requested' }],
    };
    expect(missing({ ...team, people: [alone, requested] })).toEqual(['members']);
    const elsewhere: PersonSketch = { ...second, segments: [{ from: '2025-09-01', uai: LACAILLE }] };
    expect(missing({ ...team, people: [alone, elsewhere] })).toEqual(['members']);
  });

  test('needs all five families, counted for each member at any school', () => {
    const roles = ['contact-collectivite', 'referent-usages-ent'] as const;
    expect(missing(with2({ segments: [{ from: '2025-09-01', missions: ['C1', 'D1'], roles }] }))).toEqual([
      'families',
    ]);
    const inTwoSchools = [
      { from: '2025-09-01', missions: ['C1', 'D1'], roles },
      { from: '2025-09-01', uai: LACAILLE, missions: ['E1'] },
    ];
    expect(missing(with2({ segments: inTwoSchools }))).toEqual([]);
  });
});

describe('the roles of RUPN-EQUIPE', () => {
  test('allow a single contact at a time, but several one after the other', () => {
    const also = (from: string) => [
      ...(second.segments ?? []),
      { from, missions: ['D2'], roles: ['contact-dane'] as const },
    ];
    expect(missing(with2({ segments: also('2025-11-30') }))).toEqual([]);
    expect(missing(with2({ segments: also('2025-11-29') }))).toEqual(['contact-dane']);
  });

  test('may be held by one person in two engagements at once', () => {
    const twice = [
      ...(second.segments ?? []),
      { from: '2026-01-01', roles: ['contact-collectivite'] as const },
    ];
    expect(missing(with2({ segments: twice }))).toEqual([]);
    expect(derive(with2({ segments: twice })).roles['contact-collectivite']).toEqual({
      holders: 1,
      atOnce: 1,
    });
  });

  test('are read from countable engagements at that school only, in the window', () => {
    const missions = ['C1', 'D1', 'E1'];
    const elsewhere = [
      { from: '2025-09-01', missions },
      { from: '2025-09-01', uai: LACAILLE, roles: ['contact-collectivite', 'referent-usages-ent'] as const },
    ];
    expect(missing(with2({ segments: elsewhere }))).toEqual(['contact-collectivite', 'referent-usages-ent']);
    const inSummer = [
      { from: '2025-09-01', missions, roles: ['contact-collectivite'] as const },
      { from: '2026-07-01', roles: ['referent-usages-ent'] as const },
    ];
    expect(missing(with2({ segments: inSummer }))).toEqual(['referent-usages-ent']);
  });

  test.each([
    ['administrateur-ent', ['contact-dane', 'referent-site']],
    ['referent-site', ['contact-dane', 'administrateur-ent']],
    ['contact-dane', ['referent-site', 'administrateur-ent']],
  ] as const)('needs the role %s', (role, roles) => {
    const [engagement] = first.segments ?? [];
    const people = [{ ...first, segments: [{ ...engagement, from: '2025-09-01', roles }] }, second];
    expect(missing({ ...team, people })).toEqual([role]);
  });
});

describe('the year of RUPN-EQUIPE', () => {
  test('needs a training of the year for each member', () => {
    expect(missing(with2({ attended: [{ code: 'T2', on: '2026-05-01', proof: 1 }] }))).toEqual(['training']);
    expect(missing(with2({ attended: [{ code: 'T2', on: '2025-08-31', proof: 3 }] }))).toEqual(['training']);
    expect(missing(with2({ attended: [{ code: 'R', on: '2026-05-01', kind: 'EV-RENC' }] }))).toEqual([
      'training',
    ]);
  });

  test('needs a review of the year for each member', () => {
    expect(missing(with2({ reviews: [{ on: '2025-06-01' }] }))).toEqual(['reviews']);
    const tired = [
      { on: '2024-10-01', kind: 'self-report' as const },
      { on: '2025-10-01', kind: 'self-report' as const },
    ];
    expect(missing(with2({ reviews: tired }))).toEqual(['reviews']);
  });

  test('needs an annual meeting of that school in the year', () => {
    expect(missing({ ...team, meetings: [] })).toEqual(['school-meeting']);
    expect(missing({ ...team, meetings: [{ code: 'M', on: '2025-08-31' }] })).toEqual(['school-meeting']);
    expect(missing({ ...team, meetings: [{ code: 'M', on: '2026-04-01', uai: LACAILLE }] })).toEqual([
      'school-meeting',
    ]);
  });

  test('is judged as of the date: later facts do not exist yet', () => {
    expect(missing(team, '2025-11-29')).toEqual(['training', 'reviews', 'school-meeting']);
    expect(missing(team, '2026-09-01')).toEqual([
      'members',
      'families',
      'contact-dane',
      'administrateur-ent',
      'referent-site',
      'training',
      'reviews',
      'school-meeting',
    ]);
  });

  test('of a school without any engagement, nothing is met', () => {
    expect(missing({ people: [] })).toHaveLength(10);
  });
});

describe('facts of a team', () => {
  test('include the confirming authorities, the hours of the year and the meetings', () => {
    const facts = derive(with2({ segments: [{ from: '2025-09-01', confirmation: 'confirmed-by-dane' }] }));
    expect(facts.confirmedBy).toEqual({ principal: true, dane: true });
    expect(facts.trainingHours).toBe(9.5);
    expect(facts.meetings).toEqual(['M1']);
    expect(facts.members.map(({ personId }) => personId)).toEqual(['p1', 'p2']);
  });

  test('do not depend on the order of the people', () => {
    expect(derive({ ...team, people: [second, first] })).toEqual(derive(team));
  });
});
