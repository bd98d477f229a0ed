import type { Facts } from '../facts/types.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { UsedFacts } from './evaluation.ts';
import type { YearRange } from './rule.ts';

/** A range of school years, both ends included. */
export interface YearSpan {
  readonly from: SchoolYear;
  readonly to: SchoolYear;
}

/** The result of a leaf. Where `met` is absent, the leaf is met when `actual` reaches `required`. The facts
 *  used are listed only on request, because most judgments need no explanation. */
export interface LeafResult {
  readonly actual: number;
  readonly required: number;
  readonly met?: boolean;
  readonly used: () => UsedFacts;
}

/** A compiled leaf. `bound` is the year or window that binds it. */
export type JudgeLeaf<F extends Facts> = (facts: F, bound?: YearSpan) => LeafResult;

/** The years that a leaf looks at: its own range, else the bound year or window, else all years up to S. */
export function makeSpan(years?: YearRange): (facts: Facts, bound?: YearSpan) => YearSpan {
  if (years === undefined) return ({ schoolYear }, bound) => bound ?? upTo(schoolYear);
  if (years === 'all') return ({ schoolYear }) => upTo(schoolYear);
  const { last } = years;
  return ({ schoolYear }) => ({ from: schoolYear - last + 1, to: schoolYear });
}

/** True if the year lies in the span. */
export function isWithin(year: SchoolYear, span: YearSpan): boolean {
  return year >= span.from && year <= span.to;
}

function upTo(schoolYear: SchoolYear): YearSpan {
  return { from: Number.NEGATIVE_INFINITY, to: schoolYear };
}
