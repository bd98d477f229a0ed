import { describe, expect, test } from 'vitest';
import { achievementOf } from '../../src/catalogue/versions.ts';
import { compileRule } from '../../src/domain/criteria/compile-rule.ts';
import { evaluate, lastMissing } from '../../src/domain/criteria/evaluate.ts';
import type { Finding } from '../../src/domain/criteria/evaluation.ts';
import { shortfall } from '../../src/domain/criteria/nearness.ts';
import type { Rule } from '../../src/domain/criteria/rule.ts';
import { evaluateAll } from '../support/evaluate-all.ts';
import { criteria, deriveFrom, type PersonSketch, wholeYears } from './builders.ts';

function find(rule: Rule, sketch: PersonSketch, on = '2026-08-31'): Finding {
  return compileRule(rule, criteria).judge(deriveFrom(sketch, on));
}

const missionCodes = (...codes: readonly string[]): never => codes as never;

describe('an evaluation', () => {
  test('lists a finding for every requirement, met or not', () => {
    for (const evaluation of evaluateAll(criteria, deriveFrom({}, '2026-08-31'))) {
      const definition = achievementOf(criteria, evaluation.achievement);
      expect(evaluation.findings.map(({ rule }) => rule)).toEqual(
        definition.requirements.map(({ name }) => name),
      );
      expect(evaluation.version).toBe(1);
      expect(evaluation.met).toBe(false);
    }
  });

  test('of a person covers the seven badges of persons', () => {
    const codes = evaluateAll(criteria, deriveFrom({}, '2026-08-31')).map(({ achievement }) => achievement);
    expect(codes).toEqual([
      'RUPN-ENG',
      'RUPN-CONF',
      'RUPN-EXP',
      'RUPN-ACC',
      'RUPN-ENT',
      'RUPN-COM',
      'RUPN-VEILLE',
    ]);
  });

  test('knows who lacks one condition, and whether there is some of it, as a plain recount does', () => {
    const found = new Set<string | undefined>();
    for (const missions of [[], ['A1'], ['A1', 'B1'], ['A1', 'B1', 'C1']] as const) {
      for (const first of [2021, 2023, 2025]) {
        const facts = deriveFrom(
          { segments: wholeYears(first, 2025, { missions: [...missions] }) },
          '2026-08-31',
        );
        for (const definition of criteria.achievements.filter(({ recipient }) => recipient === 'person')) {
          const { findings } = evaluate({ definition, criteria, facts });
          const unmet = findings.filter(({ met }) => !met);
          const amounts = (one: Finding): readonly unknown[] =>
            one.parts.length > 0 ? one.parts.flatMap(amounts) : [one.actual];
          const plain =
            unmet.length !== 1
              ? undefined
              : unmet.flatMap(amounts).some((has) => has !== 0)
                ? 'some'
                : 'nothing';
          expect(lastMissing({ definition, criteria, facts })).toBe(plain);
          found.add(plain);
        }
      }
    }
    expect(found).toEqual(new Set([undefined, 'some', 'nothing']));
  });

  test('of a school’s badge on a person’s facts is refused', () => {
    const definition = achievementOf(criteria, 'RUPN-EQUIPE');
    const judge = () => evaluate({ definition, criteria, facts: deriveFrom({}, '2026-08-31') });
    expect(judge).toThrow(expect.objectContaining({ code: 'wrong-recipient-kind' }));
  });

  test('names the years, events and contributions that were used', () => {
    const facts = deriveFrom(
      {
        segments: wholeYears(2024, 2025, { missions: ['A1'] }),
        attended: [
          { code: 'T1', on: '2025-10-01', hours: 6 },
          { code: 'T2', on: '2019-10-01', hours: 6 },
        ],
        contributions: [{ kind: 'resource', on: '2025-01-01', validated: true }],
      },
      '2026-08-31',
    );
    const { findings } = evaluate({ definition: achievementOf(criteria, 'RUPN-EXP'), criteria, facts });
    const used = Object.fromEntries(findings.map(({ rule, used }) => [rule, used]));
    expect(used).toMatchObject({
      duration: { years: [2024, 2025] },
      training: { events: ['T1'] },
      contribution: { contributions: ['c0'] },
      recent: { years: [2024, 2025] },
    });
  });
});

describe('a rule bound to some year', () => {
  const rule: Rule = { someYear: { families: { atLeast: 2 } } };

  test('explains the latest year that meets it', () => {
    const finding = find(rule, { segments: wholeYears(2022, 2024, { missions: ['A1', 'B1'] }) });
    expect(finding).toMatchObject({ met: true, actual: 2, required: 2, used: { years: [2024] } });
  });

  test('explains the closest year, the latest of equals', () => {
    const segments = [...wholeYears(2021, 2022, { missions: ['A1'] }), ...wholeYears(2023, 2024)];
    expect(find(rule, { segments })).toMatchObject({ met: false, actual: 1, used: { years: [2022] } });
  });

  test('prefers more met parts to closer figures', () => {
    const both: Rule = {
      someYear: {
        all: [
          { yearValue: { atLeast: 1 } },
          { trainingHours: { atLeast: 10 } },
          { reviewYears: { atLeast: 1 } },
        ],
      },
    };
    const finding = find(both, {
      segments: wholeYears(2023, 2023),
      attended: [{ code: 'T1', on: '2025-10-01', hours: 9 }],
    });
    expect(finding).toMatchObject({ met: false, actual: 2, required: 3, used: { years: [2023] } });
  });

  test('prefers closer figures where the same number of parts is met', () => {
    const finding = find(
      { someYear: { trainingHours: { atLeast: 10 } } },
      {
        attended: [
          { code: 'T1', on: '2023-10-01', hours: 9 },
          { code: 'T2', on: '2025-10-01', hours: 3 },
        ],
      },
    );
    expect(finding).toMatchObject({ actual: 9, used: { years: [2023] } });
  });

  test('names the current year where nothing is known', () => {
    expect(find(rule, {})).toMatchObject({ met: false, actual: 0, used: { years: [2025] } });
  });
});

describe('a rule bound to some window', () => {
  const rule: Rule = {
    someWindow: { years: 2, rule: { missions: { of: missionCodes('A1', 'A2'), atLeast: 2 } } },
  };

  test('is met by missions of two years that follow each other', () => {
    const segments = [
      ...wholeYears(2023, 2023, { missions: ['A1'] }),
      ...wholeYears(2024, 2024, { missions: ['A2'] }),
    ];
    expect(find(rule, { segments })).toMatchObject({ met: true, used: { years: [2023, 2024] } });
  });

  test('is not met by missions of years further apart', () => {
    const segments = [
      ...wholeYears(2022, 2022, { missions: ['A1'] }),
      ...wholeYears(2024, 2024, { missions: ['A2'] }),
    ];
    expect(find(rule, { segments })).toMatchObject({ met: false, actual: 1, used: { years: [2024, 2025] } });
  });

  test('never reaches beyond the current year', () => {
    const segments = wholeYears(2025, 2025, { missions: ['A1', 'A2'] });
    expect(find(rule, { segments })).toMatchObject({ met: true, used: { years: [2024, 2025] } });
  });
});

describe('a composite rule', () => {
  const yes: Rule = { duration: { atLeast: 0.5 } };
  const no: Rule = { duration: { atLeast: 5 } };
  const sketch: PersonSketch = { segments: wholeYears(2024, 2025) };

  test.each([
    ['all', { all: [yes, no] }, { met: false, actual: 1, required: 2 }],
    ['any', { any: [no, yes] }, { met: true, actual: 1, required: 1 }],
    ['any', { any: [no, no] }, { met: false, actual: 0, required: 1 }],
    ['atLeast', { atLeast: 2, of: [yes, no, yes] }, { met: true, actual: 2, required: 2 }],
    ['atLeast', { atLeast: 2, of: [yes, no, no] }, { met: false, actual: 1, required: 2 }],
  ] as const)('%s counts its parts', (_, rule, expected) => {
    const finding = find(rule, sketch);
    expect(finding).toMatchObject(expected);
    expect(finding.parts.length).toBeGreaterThan(1);
  });

  test('meets lists the other badge’s requirements by name', () => {
    const finding = find({ meets: 'RUPN-ENG' }, sketch);
    expect(finding.parts.map(({ rule }) => rule)).toEqual(['duration', 'families', 'reviews']);
    expect(finding).toMatchObject({ met: false, actual: 2, required: 3 });
  });

  test('meets of a badge that does not exist is refused', () => {
    expect(() => find({ meets: 'NONE' }, sketch)).toThrow(
      expect.objectContaining({ code: 'unknown-achievement' }),
    );
  });

  test('is as far from being met as its missing part', () => {
    expect(shortfall(find({ all: [yes, no] }, sketch))).toBeCloseTo(0.6);
    expect(shortfall(find({ any: [no, { duration: { atLeast: 4 } }] }, sketch))).toBeCloseTo(0.5);
    expect(shortfall(find({ atLeast: 2, of: [yes, no, { duration: { atLeast: 4 } }] }, sketch))).toBeCloseTo(
      0.5,
    );
    expect(shortfall(find({ any: [yes, no] }, sketch))).toBe(0);
  });
});

describe('a leaf', () => {
  test('families reserves a place for each family that must be among them', () => {
    const rule: Rule = { families: { atLeast: 3, including: ['A'] } };
    const segments = wholeYears(2025, 2025, { missions: ['B1', 'C1', 'D1', 'E1'] });
    expect(find(rule, { segments })).toMatchObject({ met: false, actual: 2, required: 3 });
  });

  test('duration in a window adds the values of its years', () => {
    const rule: Rule = { someWindow: { years: 2, rule: { duration: { atLeast: 2 } } } };
    expect(find(rule, { segments: wholeYears(2022, 2023) })).toMatchObject({
      met: true,
      used: { years: [2022, 2023] },
    });
    expect(find(rule, { segments: [...wholeYears(2021, 2021), ...wholeYears(2023, 2023)] }).met).toBe(false);
  });

  test('with years of its own looks at these even inside a year', () => {
    const rule: Rule = { someYear: { trainingHours: { atLeast: 6, years: 'all' } } };
    expect(
      find(rule, { attended: [{ code: 'T', on: '2022-10-01', hours: 6 }], segments: wholeYears(2025, 2025) })
        .met,
    ).toBe(true);
  });

  test('trainings counts a training that gives no hours any more', () => {
    const sketch: PersonSketch = { attended: [{ code: 'T', on: '2015-10-01', tags: ['ENT'] }] };
    expect(find({ trainings: { atLeast: 1, tags: ['ENT'], years: 'all' } }, sketch).met).toBe(true);
    expect(find({ trainingHours: { atLeast: 1, years: 'all' } }, sketch).met).toBe(false);
  });

  test('contributions inside a year are those of the year', () => {
    const rule: Rule = { someYear: { contributions: { kinds: ['session'], atLeast: 2 } } };
    const apart = [
      { kind: 'session' as const, on: '2024-10-01' },
      { kind: 'session' as const, on: '2025-10-01' },
    ];
    const together = [
      { kind: 'session' as const, on: '2026-08-31' },
      { kind: 'session' as const, on: '2025-10-01' },
    ];
    expect(find(rule, { contributions: apart, segments: wholeYears(2024, 2025) }).met).toBe(false);
    expect(find(rule, { contributions: together }).met).toBe(true);
  });

  test('on a school refuses a person’s facts', () => {
    const judge = () => find({ members: { atLeast: 1 } }, {});
    expect(judge).toThrow(expect.objectContaining({ code: 'wrong-recipient-kind' }));
  });
});
