import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeErrors } from '../../src/catalogue/criteria-errors.ts';
import { criteriaSchemaErrors } from '../../src/catalogue/load-criteria.ts';
import type { Criteria, Requirement } from '../../src/domain/criteria/definition.ts';
import { flattenRule } from '../../src/domain/criteria/nested-rules.ts';
import type { Rule } from '../../src/domain/criteria/rule.ts';
import { applyEdit } from '../../src/domain/criteria/rule-edit.ts';
import {
  allSeats,
  editsAt,
  MOST_DEPTH,
  MOST_LEAVES,
  REQUIREMENTS,
  type RuleEdit,
} from '../../src/domain/criteria/rule-positions.ts';
import { framework } from '../support/office.ts';
import { rounds } from '../support/property-runs.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { criteria } from './builders.ts';
import { basisOf, everyEdit, newBadge, walked, walks } from './built-rules.ts';

const person = basisOf('person');
const duration: Rule = { duration: { atLeast: 1 } };
const reviewed: Rule = { reviewYears: { atLeast: 1 } };
const yearly: Rule = { yearValue: { atLeast: 1 } };
const rulesOf = (requirements: readonly Requirement[]) => requirements.map(({ rule }) => rule);
const requirementsOf = (...rules: readonly Rule[]) =>
  rules.map((rule, index) => ({ name: `r${index}`, rule }));
const at = (requirement: number, inner = '') => `${REQUIREMENTS}/${requirement}/rule${inner}`;

function edited(rules: readonly Rule[], edit: RuleEdit) {
  const { requirements, place } = applyEdit(requirementsOf(...rules), edit, person);
  return { rules: rulesOf(requirements), place };
}

const kindsOffered = (rules: readonly Rule[], pointer: string, kind: RuleEdit['kind']) => {
  const requirements = requirementsOf(...rules);
  const seat = allSeats(requirements).find((one) => one.pointer === pointer);
  if (!seat) throw new Error(`no seat at ${pointer}`);
  return editsAt(seat, requirements, person)
    .filter((one) => one.kind === kind)
    .map((one) => ('what' in one ? one.what : undefined));
};

/** Faults of a version of one badge with these requirements, by the schema and beyond it. Only a chosen figure can
 *  ask for more than exists, and the builder says so. */
function errorsOf(recipient: 'person' | 'establishment', requirements: readonly Requirement[]) {
  const badge = { ...newBadge(recipient), requirements };
  const version: Criteria = { ...criteria, achievements: [badge] };
  const beyond = badgeErrors(badge, { criteria, framework });
  return [...criteriaSchemaErrors(version), ...beyond.filter(({ reason }) => reason !== 'cannot-be-met')];
}

describe('an edit of a rule', () => {
  it.each<
    readonly [what: string, before: readonly Rule[], edit: RuleEdit, after: readonly Rule[], place: string]
  >([
    [
      'adds a requirement, with figures to begin with',
      [duration],
      { kind: 'add', at: REQUIREMENTS, what: 'trainingHours' },
      [duration, { trainingHours: { atLeast: 6 } }],
      at(1),
    ],
    [
      'adds a group, which begins with a rule',
      [duration],
      { kind: 'add', at: REQUIREMENTS, what: 'atLeast' },
      [duration, { atLeast: 1, of: [duration] }],
      at(1),
    ],
    [
      'adds the value of a year inside a year',
      [{ someYear: { all: [reviewed] } }],
      { kind: 'add', at: at(0, '/someYear'), what: 'yearValue' },
      [{ someYear: { all: [reviewed, yearly] } }],
      at(0, '/someYear/all/1'),
    ],
    [
      'wraps a rule in a year',
      [duration],
      { kind: 'wrap', at: at(0), what: 'someYear' },
      [{ someYear: duration }],
      at(0),
    ],
    [
      'wraps a rule in a window',
      [{ any: [duration, reviewed] }],
      { kind: 'wrap', at: at(0, '/any/1'), what: 'someWindow' },
      [{ any: [duration, { someWindow: { years: 2, rule: reviewed } }] }],
      at(0, '/any/1'),
    ],
    [
      'makes « at least two » of « all »',
      [{ all: [duration, reviewed, duration] }],
      { kind: 'regroup', at: at(0), what: 'atLeast' },
      [{ atLeast: 2, of: [duration, reviewed, duration] }],
      at(0),
    ],
    [
      'unwraps a group into its requirement’s neighbours',
      [{ all: [duration, reviewed] }, duration],
      { kind: 'unwrap', at: at(0) },
      [duration, reviewed, duration],
      at(0),
    ],
    [
      'removes a rule, and lowers the count that would ask for more than is left',
      [{ atLeast: 2, of: [duration, reviewed] }],
      { kind: 'remove', at: at(0, '/of/0') },
      [{ atLeast: 1, of: [reviewed] }],
      at(0),
    ],
    ['moves a requirement up', [duration, reviewed], { kind: 'up', at: at(1) }, [reviewed, duration], at(0)],
    [
      'moves a rule down in its group',
      [{ any: [duration, reviewed] }],
      { kind: 'down', at: at(0, '/any/0') },
      [{ any: [reviewed, duration] }],
      at(0, '/any/1'),
    ],
    [
      'sets a figure',
      [{ any: [duration] }],
      { kind: 'set', at: at(0, '/any/0'), path: '/duration/atLeast', value: 2.5 },
      [{ any: [{ duration: { atLeast: 2.5 } }] }],
      at(0, '/any/0'),
    ],
  ])('%s', (_, before, edit, after, place) => {
    expect(edited(before, edit)).toEqual({ rules: after, place });
  });

  it('keeps the name of a requirement, and names each new one after its kind', () => {
    const first = applyEdit(
      requirementsOf(duration),
      { kind: 'wrap', at: at(0), what: 'all' },
      person,
    ).requirements;
    const add = { kind: 'add', at: REQUIREMENTS, what: 'trainingHours' } as const;
    const second = applyEdit(applyEdit(first, add, person).requirements, add, person).requirements;
    expect(second.map(({ name }) => name)).toEqual(['r0', 'training-hours', 'training-hours-2']);
  });

  it.each<readonly [what: string, edit: RuleEdit, code: string]>([
    ['a requirement that is not there', { kind: 'remove', at: at(7) }, 'rule-place-gone'],
    ['a place inside a leaf', { kind: 'up', at: at(0, '/duration') }, 'rule-place-gone'],
    ['something that is no place', { kind: 'wrap', at: 'nowhere', what: 'all' }, 'rule-place-gone'],
    ['an act on the list that is for a rule', { kind: 'remove', at: REQUIREMENTS }, 'rule-place-gone'],
    ['a field that the rule lacks', { kind: 'set', at: at(0), path: '/x', value: 1 }, 'rule-place-gone'],
    ['the only requirement', { kind: 'remove', at: at(0) }, 'rule-edit-refused'],
    ['a rule inside a leaf', { kind: 'add', at: at(0), what: 'duration' }, 'rule-edit-refused'],
    ['a school’s rule for a person', { kind: 'add', at: REQUIREMENTS, what: 'members' }, 'rule-edit-refused'],
    ['the value of no year', { kind: 'add', at: REQUIREMENTS, what: 'yearValue' }, 'rule-edit-refused'],
    [
      'a quarter of a year',
      { kind: 'set', at: at(0), path: '/duration/atLeast', value: 1.25 },
      'rule-edit-refused',
    ],
  ])('is refused for %s', (_, edit, code) => {
    expect(() => applyEdit(requirementsOf(duration), edit, person)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('offers no year inside a year, and lets go of none that is needed', () => {
    expect(kindsOffered([{ someYear: { all: [yearly] } }], at(0, '/someYear'), 'add')).not.toContain(
      'someYear',
    );
    expect(kindsOffered([{ someYear: { all: [yearly] } }], at(0, '/someYear/all/0'), 'wrap')).toEqual([
      'all',
      'any',
      'atLeast',
    ]);
    expect(kindsOffered([{ all: [{ someYear: yearly }] }], at(0), 'wrap')).not.toContain('someWindow');
    expect(kindsOffered([{ someYear: { all: [yearly] } }], at(0), 'unwrap')).toEqual([]);
    expect(kindsOffered([{ someYear: reviewed }], at(0), 'unwrap')).toHaveLength(1);
  });

  it('offers a decision outside years alone, and no year around one', () => {
    const jury: Rule = { decision: true };
    expect(kindsOffered([{ all: [duration] }], at(0), 'add')).toContain('decision');
    expect(kindsOffered([{ someYear: { all: [yearly] } }], at(0, '/someYear'), 'add')).not.toContain(
      'decision',
    );
    expect(kindsOffered([{ any: [jury, duration] }], at(0), 'wrap')).toEqual(['all', 'any', 'atLeast']);
    expect(kindsOffered([{ any: [jury, duration] }], at(0, '/any/1'), 'wrap')).toContain('someYear');
  });

  it('stops at six levels and 200 leaves', () => {
    let deep: Rule = duration;
    for (let level = 1; level < MOST_DEPTH; level += 1) deep = { all: [deep] };
    expect(kindsOffered([deep], at(0), 'wrap')).toEqual([]);
    const full = [{ any: Array.from({ length: MOST_LEAVES }, () => duration) }];
    expect(kindsOffered(full, at(0), 'add')).toEqual([]);
    expect(kindsOffered(full, at(0, '/any/3'), 'wrap')).toContain('all');
    const add = { kind: 'add', at: REQUIREMENTS, what: 'duration' } as const;
    expect(() => applyEdit(requirementsOf(...full), add, person)).toThrow('rule-edit-refused');
  });
});

describe.each(['person', 'establishment'] as const)(
  'a walk through the builder for a %s',
  { timeout: MUCH_WORK_MS },
  (recipient) => {
    it('leads to rules without a fault, whose names stay, within the bounds', () => {
      fc.assert(
        fc.property(walks, (walk) => {
          let before = newBadge(recipient).requirements;
          for (const requirements of walked(recipient, walk)) {
            expect(errorsOf(recipient, requirements)).toEqual([]);
            const seats = allSeats(requirements);
            expect(Math.max(...seats.map(({ depth }) => depth))).toBeLessThanOrEqual(MOST_DEPTH);
            const known = new Set(before.map(({ name }) => name));
            const saved = requirements.filter(({ name }) => known.has(name)).length;
            expect(before.length - saved).toBeLessThanOrEqual(1);
            before = requirements;
          }
        }),
        { numRuns: rounds(400) },
      );
    });

    it('can undo what it wraps and moves', () => {
      fc.assert(
        fc.property(walks, (walk) => {
          const requirements = walked(recipient, walk).at(-1) ?? newBadge(recipient).requirements;
          const basis = basisOf(recipient);
          for (const edit of everyEdit(requirements, basis)) {
            if (edit.kind !== 'wrap' && edit.kind !== 'up') continue;
            const { requirements: after, place } = applyEdit(requirements, edit, basis);
            const back = { kind: edit.kind === 'up' ? ('down' as const) : ('unwrap' as const), at: place };
            expect(applyEdit(after, back, basis).requirements).toEqual(requirements);
          }
        }),
        { numRuns: rounds(200) },
      );
    });
  },
);

it('every kind of rule can be built', () => {
  const kinds = (['person', 'establishment'] as const).flatMap((recipient) => {
    const basis = basisOf(recipient);
    const bound = [{ name: 'year', rule: { someYear: { all: [duration] } } }];
    return everyEdit(bound, basis).flatMap((edit) => (edit.kind === 'add' ? edit.what : []));
  });
  const known = criteria.achievements.flatMap(({ requirements }) =>
    rulesOf(requirements).flatMap(flattenRule),
  );
  for (const kind of new Set(known.map((rule) => ('of' in rule ? 'atLeast' : Object.keys(rule)[0]))))
    expect(kinds).toContain(kind);
});
