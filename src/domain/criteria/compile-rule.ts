import { DomainError } from '../errors.ts';
import type { Facts, PersonFacts, TeamFacts } from '../facts/types.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { AchievementDefinition, Criteria } from './definition.ts';
import type { Finding, UsedFacts } from './evaluation.ts';
import { leafOf } from './leaf.ts';
import { isNearer, type Nearness, shortfallOf } from './nearness.ts';
import type { Rule } from './rule.ts';
import { dispatchRule, type RuleHandlers, ruleKind } from './rule-kind.ts';
import type { JudgeLeaf, YearSpan } from './rule-scope.ts';

/** A rule of one version of the criteria, made into functions of the facts. `bound` is the year or window
 *  that the rule looks at. The functions throw `wrong-recipient-kind` where a person's rule is judged on a
 *  school's facts or the reverse, and `unknown-achievement` where `meets` names no badge of the criteria. */
export interface CompiledRule {
  /** The finding, under the name of its requirement or else of its kind. */
  readonly judge: (facts: Facts, bound?: YearSpan, name?: string) => Finding;
  /** The figures of `judge`, without the facts used: they decide which year or window is explained. */
  readonly measure: (facts: Facts, bound?: YearSpan) => Measured;
  /** Whether `judge` would find the rule met. It stops as soon as that is certain, and explains nothing. */
  readonly isMet: (facts: Facts, bound?: YearSpan) => boolean;
}

type Figures = Pick<Finding, 'met' | 'actual' | 'required'>;
type Measured = Figures & Nearness;

export const compileRule = oncePerVersion((rule: Rule, criteria): CompiledRule => {
  return dispatchRule(compilers, rule, criteria);
});

export interface CompiledRequirement extends CompiledRule {
  readonly name: string;
}

export const compileRequirements = oncePerVersion(
  (definition: AchievementDefinition, criteria): readonly CompiledRequirement[] =>
    definition.requirements.map(({ name, rule }) => ({ ...compileRule(rule, criteria), name })),
);

/** Makes a value from one part of a criteria version, once. The value is remembered as long as the version is
 *  in memory. */
function oncePerVersion<Part extends object, Made>(
  make: (part: Part, criteria: Criteria) => Made,
): (part: Part, criteria: Criteria) => Made {
  const versions = new WeakMap<Criteria, WeakMap<Part, Made>>();
  return (part, criteria) => {
    const ofVersion = versions.get(criteria) ?? new WeakMap<Part, Made>();
    versions.set(criteria, ofVersion);
    const known = ofVersion.get(part);
    if (known) return known;
    const made = make(part, criteria);
    ofVersion.set(part, made);
    return made;
  };
}

const compilers: RuleHandlers<Criteria, CompiledRule> = {
  all: (rule, criteria) => composite(rule, compileNestedRules(rule.all, criteria), rule.all.length),
  any: (rule, criteria) => composite(rule, compileNestedRules(rule.any, criteria), 1),
  atLeast: (rule, criteria) => composite(rule, compileNestedRules(rule.of, criteria), rule.atLeast),
  someYear: (rule, criteria) => inSomeSpan(rule, compileRule(rule.someYear, criteria), 1),
  someWindow: (rule, criteria) => {
    return inSomeSpan(rule, compileRule(rule.someWindow.rule, criteria), rule.someWindow.years);
  },
  meets: (rule, criteria) => {
    // In a draft two badges may name each other, so the other badge is compiled only when it is first judged.
    let compiled: CompiledRule | undefined;
    const other = () => {
      compiled ??= compileMeets(rule, criteria);
      return compiled;
    };
    return {
      judge: (facts, _, name) => other().judge(facts, undefined, name),
      measure: (facts) => other().measure(facts),
      isMet: (facts) => other().isMet(facts),
    };
  },
  leaf: compileLeaf,
};

/** A rule inside another; the requirement of a badge has a name. */
type CompiledNestedRule = CompiledRule & Partial<Pick<CompiledRequirement, 'name'>>;

function compileNestedRules(rules: readonly Rule[], criteria: Criteria): readonly CompiledNestedRule[] {
  return rules.map((rule) => compileRule(rule, criteria));
}

/** All requirements of the badge that `meets` names. */
function compileMeets(rule: Extract<Rule, { readonly meets: string }>, criteria: Criteria): CompiledRule {
  const definition = criteria.achievements.find(({ code }) => code === rule.meets);
  if (definition === undefined) throw new DomainError('unknown-achievement', { code: rule.meets });
  const parts = compileRequirements(definition, criteria);
  return composite(rule, parts, parts.length);
}

/** A composite rule uses no facts itself: its parts name theirs. */
const NOTHING_OF_ITS_OWN: UsedFacts = {};

function composite(rule: Rule, parts: readonly CompiledNestedRule[], required: number): CompiledRule {
  const kind = ruleKind(rule);
  const shortfall = shortfallOf(rule);
  const figuresOf = (found: readonly Pick<Figures, 'met'>[]): Figures => {
    let actual = 0;
    for (const { met } of found) if (met) actual += 1;
    return { met: actual >= required, actual, required };
  };
  return {
    judge: (facts, bound, name = kind) => {
      const found = parts.map((part) => part.judge(facts, bound, part.name));
      const { met, actual } = figuresOf(found);
      return { rule: name, met, actual, required, used: NOTHING_OF_ITS_OWN, requirement: rule, parts: found };
    },
    measure: (facts, bound) => {
      const found = parts.map((part) => part.measure(facts, bound));
      const figures = figuresOf(found);
      const { met, actual } = figures;
      const short = met ? 0 : shortfall(found.map(ofMeasured), figures);
      return { met, actual, required, metParts: actual, shortfall: short };
    },
    isMet: (facts, bound) => {
      let met = 0;
      let left = parts.length;
      for (const part of parts) {
        if (met >= required || met + left < required) break;
        if (part.isMet(facts, bound)) met += 1;
        left -= 1;
      }
      return met >= required;
    },
  };
}

const ofMeasured = ({ shortfall }: Measured): number => shortfall;

/** The first year in which a span of years may end: the first year that has facts. The last one is S. */
function firstEnd(facts: Facts): number {
  const first = facts.kind === 'person' ? (facts.years[0]?.year ?? facts.schoolYear) : facts.schoolYear;
  if (first > facts.schoolYear) throw new RangeError('facts hold a year after their own school year');
  return first;
}

/** Judges the inner rule in each span of `length` school years. A span that meets the rule counts, the latest
 *  of several; where none meets it, the nearest span counts. Only that span is explained. */
function inSomeSpan(rule: Rule, inner: CompiledRule, length: number): CompiledRule {
  const kind = ruleKind(rule);
  const endingIn = (to: number): YearSpan => ({ from: to - length + 1, to });
  const shortfall = shortfallOf(rule);
  const findNearest = (facts: Facts) => {
    let bound = endingIn(facts.schoolYear);
    let found = inner.measure(facts, bound);
    const first = firstEnd(facts);
    for (let to = facts.schoolYear - 1; to >= first && !found.met; to -= 1) {
      const earlier = endingIn(to);
      const measured = inner.measure(facts, earlier);
      if (!isNearer(measured, found)) continue;
      bound = earlier;
      found = measured;
    }
    return { bound, found };
  };
  return {
    judge: (facts, _, name = kind) => {
      const { bound } = findNearest(facts);
      const finding = inner.judge(facts, bound);
      const years: SchoolYear[] = [];
      for (let year = bound.from; year <= bound.to; year += 1) years.push(year);
      const { met, actual, required } = finding;
      return { rule: name, met, actual, required, used: { years }, requirement: rule, parts: [finding] };
    },
    measure: (facts) => {
      const { found } = findNearest(facts);
      const { met, actual, required } = found;
      const short = met ? 0 : shortfall([found.shortfall], found);
      return { met, actual, required, metParts: met ? 1 : 0, shortfall: short };
    },
    isMet: (facts) => {
      for (let to = firstEnd(facts); to <= facts.schoolYear; to += 1) {
        if (inner.isMet(facts, endingIn(to))) return true;
      }
      return false;
    },
  };
}

const NO_NESTED_FINDINGS: readonly Finding[] = [];
const NO_SHORTFALLS: readonly number[] = [];

function compileLeaf(rule: Rule, criteria: Criteria): CompiledRule {
  const kind = ruleKind(rule);
  const shortfall = shortfallOf(rule);
  const judgeLeaf = leafJudge(rule, criteria);
  return {
    judge: (facts, bound, name = kind) => {
      const { actual, required, met = actual >= required, used } = judgeLeaf(facts, bound);
      return {
        rule: name,
        met,
        actual,
        required,
        used: used(),
        requirement: rule,
        parts: NO_NESTED_FINDINGS,
      };
    },
    measure: (facts, bound) => {
      const { actual, required, met = actual >= required } = judgeLeaf(facts, bound);
      const short = met ? 0 : shortfall(NO_SHORTFALLS, { actual, required });
      return { met, actual, required, metParts: 0, shortfall: short };
    },
    isMet: (facts, bound) => {
      const { actual, required, met = actual >= required } = judgeLeaf(facts, bound);
      return met;
    },
  };
}

function leafJudge(rule: Rule, criteria: Criteria): JudgeLeaf<Facts> {
  const leaf = leafOf(rule);
  if (leaf.recipient === undefined) return leaf.judge(rule, criteria);
  if (leaf.recipient === 'person') {
    const judge = leaf.judge(rule, criteria);
    return (facts, bound) => judge(personOf(facts), bound);
  }
  const judge = leaf.judge(rule, criteria);
  return (facts, bound) => judge(teamOf(facts), bound);
}

function personOf(facts: Facts): PersonFacts {
  if (facts.kind !== 'person') throw new DomainError('wrong-recipient-kind', { kind: facts.kind });
  return facts;
}

function teamOf(facts: Facts): TeamFacts {
  if (facts.kind !== 'establishment') throw new DomainError('wrong-recipient-kind', { kind: facts.kind });
  return facts;
}
