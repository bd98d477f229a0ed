import type fc from 'fast-check';
import type { Criteria } from '../../../src/domain/criteria/definition.ts';
import type { UsedFacts } from '../../../src/domain/criteria/evaluation.ts';
import type { YearRange } from '../../../src/domain/criteria/rule.ts';
import type { LeafKind, RuleOf } from '../../../src/domain/criteria/rule-kind.ts';
import type { Facts } from '../../../src/domain/facts/types.ts';
import type { SchoolYear } from './school-year.ts';

/** A range of school years, both ends included. */
export interface YearSpan {
  readonly from: SchoolYear;
  readonly to: SchoolYear;
}

/** The context in which a rule is judged: the facts, its criteria, and the year or window that binds it. */
export interface RuleScope<F extends Facts = Facts> {
  readonly criteria: Criteria;
  readonly facts: F;
  readonly bound?: YearSpan;
}

/** The result of a leaf. Where `met` is absent, it is met when `actual` reaches `required`. */
export interface LeafResult {
  readonly actual: number;
  readonly required: number;
  readonly met?: boolean;
  readonly used: UsedFacts;
}

/** A leaf, judged without any care for speed. */
interface PlainLeaf<R, F extends Facts> {
  /** Any rule of the kind. */
  readonly rules: fc.Arbitrary<R>;
  readonly judge: (rule: R, scope: RuleScope<F>) => LeafResult;
}

/** One line for each of these kinds. A new leaf does not compile without its line. */
export type PlainLeaves<Kinds extends LeafKind, F extends Facts> = {
  readonly [Kind in Kinds]: PlainLeaf<RuleOf<Kind>, F>;
};

/** The years that a leaf looks at: its own range, else the bound year or window, else all years up to S. */
export function yearsOf({ facts, bound }: RuleScope, years?: YearRange): YearSpan {
  const all = { from: Number.NEGATIVE_INFINITY, to: facts.schoolYear };
  if (years === undefined) return bound ?? all;
  return years === 'all' ? all : { from: facts.schoolYear - years.last + 1, to: facts.schoolYear };
}

/** True if the year lies in the span. */
export function isWithin(year: SchoolYear, span: YearSpan): boolean {
  return year >= span.from && year <= span.to;
}
