import type { Finding, UsedFacts } from '../../../src/domain/criteria/evaluation.ts';
import type { Rule } from '../../../src/domain/criteria/rule.ts';
import {
  type AnyoneKind,
  dispatchRule,
  type PersonKind,
  type RuleHandlers,
  type RuleOf,
  ruleKind,
  type TeamKind,
} from '../../../src/domain/criteria/rule-kind.ts';
import { DomainError } from '../../../src/domain/errors.ts';
import type { PersonFacts, TeamFacts } from '../../../src/domain/facts/types.ts';
import { anyoneLeaves } from './anyone-leaf-rules.ts';
import { nearest } from './nearness.ts';
import { personLeaves } from './person-leaf-rules.ts';
import type { LeafResult, RuleScope, YearSpan } from './rule-scope.ts';
import { teamLeaves } from './team-leaf-rules.ts';

/** The finding of one rule on the facts of the scope, with the findings of its parts. Throws
 *  `wrong-recipient-kind` where a person's rule is judged on a school's facts or the reverse, and
 *  `unknown-achievement` where `meets` names no badge of the criteria. */
export function evaluateRule(rule: Rule, scope: RuleScope): Finding {
  return dispatchRule(handlers, rule, scope);
}

/** Judges all requirements of the badge that `meets` names. */
function evaluateMeets(rule: RuleOf<'meets'>, scope: RuleScope): Finding {
  const definition = scope.criteria.achievements.find(({ code }) => code === rule.meets);
  if (definition === undefined) throw new DomainError('unknown-achievement', { code: rule.meets });
  const { criteria, facts } = scope;
  const parts = definition.requirements.map((requirement) => {
    return { ...evaluateRule(requirement.rule, { criteria, facts }), rule: requirement.name };
  });
  return composite(rule, parts, parts.length);
}

/** Each span of `length` school years. The last year of a span lies between the first year with facts and
 *  S. */
function windows({ facts }: RuleScope, length: number): readonly YearSpan[] {
  const first = facts.kind === 'person' ? (facts.years[0]?.year ?? facts.schoolYear) : facts.schoolYear;
  const ends = Array.from({ length: facts.schoolYear - first + 1 }, (_, index) => first + index);
  return ends.map((to) => ({ from: to - length + 1, to }));
}

/** Judges the inner rule in each span. The span that meets it counts (the latest of several), else the one
 *  that came nearest. */
function evaluateInSomeSpan(rule: Rule, inner: Rule, options: { length: number; scope: RuleScope }): Finding {
  const { length, scope } = options;
  const candidates = windows(scope, length).map((bound) => {
    return { bound, finding: evaluateRule(inner, { ...scope, bound }) };
  });
  const chosen = nearest(candidates);
  if (chosen === undefined) throw new RangeError('facts hold a year after their own school year');
  const { bound, finding } = chosen;
  const years = Array.from({ length }, (_, index) => bound.from + index);
  const { met, actual, required } = finding;
  return {
    rule: ruleKind(rule),
    met,
    actual,
    required,
    used: { years },
    requirement: rule,
    parts: [finding],
  };
}

function composite(rule: Rule, parts: readonly Finding[], required: number): Finding {
  const actual = parts.filter(({ met }) => met).length;
  return {
    rule: ruleKind(rule),
    met: actual >= required,
    actual,
    required,
    used: NOTHING_OF_ITS_OWN,
    requirement: rule,
    parts,
  };
}

/** A composite rule uses no facts itself: its parts name theirs. */
const NOTHING_OF_ITS_OWN: UsedFacts = {};

function evaluateLeaf(rule: Rule, scope: RuleScope): Finding {
  const { actual, required, met = actual >= required, used } = judgeLeaf(rule, scope);
  return { rule: ruleKind(rule), met, actual, required, used, requirement: rule, parts: [] };
}

function judgeLeaf(rule: Rule, scope: RuleScope): LeafResult {
  const kind = ruleKind(rule);
  // The tables pair each kind with its own rule type, which an indexed look-up cannot express.
  if (kind in anyoneLeaves) return anyoneLeaves[kind as AnyoneKind].judge(rule as never, scope);
  if (kind in personLeaves) {
    const { judge } = personLeaves[kind as PersonKind];
    return judge(rule as never, { ...scope, facts: personOf(scope) });
  }
  const { judge } = teamLeaves[kind as TeamKind];
  return judge(rule as never, { ...scope, facts: teamOf(scope) });
}

function personOf({ facts }: RuleScope): PersonFacts {
  if (facts.kind !== 'person') throw new DomainError('wrong-recipient-kind', { kind: facts.kind });
  return facts;
}

function teamOf({ facts }: RuleScope): TeamFacts {
  if (facts.kind !== 'establishment') throw new DomainError('wrong-recipient-kind', { kind: facts.kind });
  return facts;
}

function evaluateNestedRules(rules: readonly Rule[], scope: RuleScope): readonly Finding[] {
  return rules.map((rule) => evaluateRule(rule, scope));
}

const handlers: RuleHandlers<RuleScope, Finding> = {
  all: (rule, scope) => composite(rule, evaluateNestedRules(rule.all, scope), rule.all.length),
  any: (rule, scope) => composite(rule, evaluateNestedRules(rule.any, scope), 1),
  atLeast: (rule, scope) => composite(rule, evaluateNestedRules(rule.of, scope), rule.atLeast),
  someYear: (rule, scope) => evaluateInSomeSpan(rule, rule.someYear, { length: 1, scope }),
  someWindow: (rule, scope) => {
    return evaluateInSomeSpan(rule, rule.someWindow.rule, { length: rule.someWindow.years, scope });
  },
  meets: evaluateMeets,
  leaf: evaluateLeaf,
};
