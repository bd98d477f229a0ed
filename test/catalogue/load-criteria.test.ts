import { describe, expect, test } from 'vitest';
import { loadCriteria } from '../../src/catalogue/load-criteria.ts';
import type { Criteria } from '../../src/domain/criteria/definition.ts';
import type { DomainError } from '../../src/domain/errors.ts';
import { criteriaVersions, framework } from '../support/office.ts';

const version1 = criteriaVersions[0] as Criteria;

type Json = Record<string, unknown>;

/** Criteria of one badge with these rules, so that a test's change is their only fault. */
function criteriaWith(rules: readonly unknown[], achievement: Json = {}, rest: Json = {}): Json {
  const [first] = version1.achievements;
  const requirements = rules.map((rule, index) => ({ name: `r${index}`, rule }));
  return { ...version1, ...rest, achievements: [{ ...first, requirements, ...achievement }] };
}

function rejection(json: unknown): unknown {
  try {
    loadCriteria(json, framework);
  } catch (error) {
    const { code, params } = error as DomainError;
    return { code, path: params['path'], reason: params['reason'] };
  }
  return 'accepted';
}

function fault(path: string, reason: string) {
  return { code: 'invalid-criteria', path, reason };
}

const school = { recipient: 'establishment', drawing: { kind: 'team' } };
const RULE = '/achievements/0/requirements/0/rule';
const duration = { duration: { atLeast: 1 } };

describe('the schema of the criteria', () => {
  test('accepts version 1', () => {
    expect(loadCriteria(version1, framework)).toEqual(version1);
  });

  test.each([
    ['an unknown kind of rule', { score: 3 }, `${RULE}/score`],
    ['two kinds in one rule', { ...duration, recent: { last: 3 } }, RULE],
    ['an empty rule', {}, RULE],
    ['a rule that is a list', [duration], RULE],
    ['an unknown property', { duration: { atLeast: 1, score: 2 } }, `${RULE}/duration/score`],
    ['a threshold of nothing', { reviewYears: { atLeast: 0 } }, `${RULE}/reviewYears/atLeast`],
    ['a threshold that is a text', { trainingHours: { atLeast: '12' } }, `${RULE}/trainingHours/atLeast`],
    ['a quarter of a year', { duration: { atLeast: 1.25 } }, `${RULE}/duration/atLeast`],
    ['a fraction of a review', { reviewYears: { atLeast: 1.5 } }, `${RULE}/reviewYears/atLeast`],
    [
      'a family of two letters',
      { families: { atLeast: 1, including: ['AB'] } },
      `${RULE}/families/including/0`,
    ],
    ['an unknown role', { teamRole: { role: 'chef' } }, `${RULE}/teamRole/role`],
    [
      'an unknown kind of contribution',
      { contributions: { kinds: ['talk'], atLeast: 1 } },
      `${RULE}/contributions/kinds/0`,
    ],
    [
      'validated: false, which means nothing',
      { contributions: { kinds: ['project'], atLeast: 1, validated: false } },
      `${RULE}/contributions/validated`,
    ],
    ['of without atLeast', { of: [duration] }, RULE],
    ['an empty all', { all: [] }, `${RULE}/all`],
    [
      'a fault deep inside',
      { any: [{ all: [duration, { recent: { last: 0 } }] }] },
      `${RULE}/any/0/all/1/recent/last`,
    ],
    ['a window without its length', { someWindow: { rule: duration } }, `${RULE}/someWindow`],
  ])('refuses %s', (_, rule, path) => {
    expect(rejection(criteriaWith([rule]))).toEqual(fault(path, 'schema'));
  });

  test.each([
    ['a name without French', { name: { en: 'RUPN' } }, '/achievements/0/name'],
    [
      'an achievement type of its own invention',
      { achievementType: 'Trophy' },
      '/achievements/0/achievementType',
    ],
    [
      'a drawing of two kinds',
      { drawing: { kind: 'rings', rings: 1, family: 'A' } },
      '/achievements/0/drawing/family',
    ],
    ['rings without a number', { drawing: { kind: 'rings' } }, '/achievements/0/drawing/kind'],
    ['no requirement', { requirements: [] }, '/achievements/0/requirements'],
    ['half a year of validity', { validityYears: 0.5 }, '/achievements/0/validityYears'],
    ['an unknown property', { points: 10 }, '/achievements/0/points'],
  ])('refuses %s', (_, achievement, path) => {
    expect(rejection(criteriaWith([duration], achievement))).toEqual(fault(path, 'schema'));
  });

  test.each([null, 3, [], {}, 'v1'])('refuses %j', (json) => {
    expect(rejection(json)).toEqual(fault('', 'schema'));
  });

  test('refuses a version without one of the thresholds', () => {
    const { fullYearDays: _, ...thresholds } = version1.thresholds;
    expect(rejection({ ...version1, thresholds })).toEqual(fault('/thresholds', 'schema'));
  });

  test('accepts an extended achievement type and every kind of composition', () => {
    const rule = {
      all: [
        { any: [duration] },
        { atLeast: 1, of: [duration] },
        { someYear: { yearValue: { atLeast: 0.5 } } },
      ],
    };
    expect(rejection(criteriaWith([rule], { achievementType: 'ext:Engagement' }))).toBe('accepted');
  });
});

describe('faults that the schema cannot express', () => {
  test.each([
    ['an unknown mission', { missions: { of: ['A1', 'Z9'], atLeast: 1 } }, '', 'unknown-mission'],
    [
      'the mission that belongs to no count',
      { missions: { of: ['C9'], atLeast: 1 } },
      '',
      'mission-of-no-count',
    ],
    ['an unknown badge', { meets: 'RUPN-XXX' }, '', 'unknown-badge'],
    ['the value of no year in particular', { yearValue: { atLeast: 1 } }, '', 'needs-a-year'],
    [
      'a year inside a window',
      { someWindow: { years: 2, rule: { someYear: duration } } },
      '/someWindow/rule',
      'year-inside-a-year',
    ],
    [
      'a school’s rule in a person’s badge',
      { any: [duration, { members: { atLeast: 2 } }] },
      '/any/1',
      'rule-of-another-recipient',
    ],
    [
      'a decision inside a year',
      { someYear: { all: [duration, { decision: true }] } },
      '/someYear/all/1',
      'decision-inside-a-year',
    ],
    ['more parts than there are', { atLeast: 2, of: [duration] }, '', 'cannot-be-met'],
    ['more missions than are named', { missions: { of: ['A1'], atLeast: 2 } }, '', 'cannot-be-met'],
    [
      'more families named than asked for',
      { families: { atLeast: 1, including: ['A', 'B'] } },
      '',
      'cannot-be-met',
    ],
  ])('refuses %s', (_, rule, path, reason) => {
    expect(rejection(criteriaWith([rule]))).toEqual(fault(`${RULE}${path}`, reason));
  });

  test.each([
    ['a person’s rule', { all: [duration] }, '/all/0'],
    ['a year to choose', { someYear: { members: { atLeast: 2 } } }, ''],
  ])('refuses %s in a school’s badge', (_, rule, path) => {
    expect(rejection(criteriaWith([rule], school))).toEqual(
      fault(`${RULE}${path}`, 'rule-of-another-recipient'),
    );
  });
});

describe('faults of several badges that the schema cannot express', () => {
  test('refuses a badge that requires itself', () => {
    const itself = criteriaWith([{ meets: 'RUPN-ENG' }]);
    expect(rejection(itself)).toEqual(fault('/achievements/0', 'cyclic-badge'));
    const [first, second] = version1.achievements;
    const requirement = (code: string) => [{ name: 'r', rule: { any: [{ meets: code }] } }];
    const achievements = [
      { ...first, requirements: requirement('RUPN-CONF') },
      { ...second, requirements: requirement('RUPN-ENG') },
    ];
    expect(rejection({ ...version1, achievements })).toEqual(fault('/achievements/0', 'cyclic-badge'));
  });

  test('refuses a school’s badge that requires a person’s badge', () => {
    const [person] = version1.achievements;
    const team = {
      ...person,
      ...school,
      code: 'TEAM',
      requirements: [{ name: 'r', rule: { meets: 'RUPN-ENG' } }],
    };
    const json = { ...version1, achievements: [person, team] };
    expect(rejection(json)).toEqual(
      fault('/achievements/1/requirements/0/rule', 'badge-of-another-recipient'),
    );
  });

  test('refuses a badge that is met by another one, which asks for a decision', () => {
    const [first, second] = version1.achievements;
    const achievements = [
      { ...first, requirements: [{ name: 'r', rule: { any: [duration, { decision: true }] } }] },
      { ...second, requirements: [{ name: 'r', rule: { meets: first?.code } }] },
    ];
    expect(rejection({ ...version1, achievements })).toEqual(
      fault('/achievements/1/requirements/0/rule', 'badge-by-decision'),
    );
    const alone = { ...version1, achievements: achievements.slice(0, 1) };
    expect(rejection(alone)).toBe('accepted');
  });

  test('refuses two badges of one code and two requirements of one name', () => {
    const [first] = version1.achievements;
    expect(rejection({ ...version1, achievements: [first, first] })).toEqual(
      fault('/achievements/1/code', 'duplicate-code'),
    );
    const requirements = [
      { name: 'same', rule: duration },
      { name: 'same', rule: duration },
    ];
    expect(rejection(criteriaWith([], { requirements }))).toEqual(
      fault('/achievements/0/requirements/1/name', 'duplicate-name'),
    );
  });

  test('refuses a day that does not exist and half a year longer than a whole one', () => {
    expect(rejection({ ...version1, inForceFrom: '2019-02-29' })).toEqual(
      fault('/inForceFrom', 'invalid-date'),
    );
    const thresholds = { ...version1.thresholds, halfYearDays: 201 };
    expect(rejection({ ...version1, thresholds })).toEqual(
      fault('/thresholds/halfYearDays', 'half-year-above-full-year'),
    );
  });
});
