import type { Finding } from './evaluation.ts';
import type { Rule } from './rule.ts';
import { dispatchRule, type RuleHandlers } from './rule-kind.ts';

/** What decides which of several judgments comes nearest to being met. */
export interface Nearness {
  readonly met: boolean;
  /** The number of its own parts that are met. */
  readonly metParts: number;
  readonly shortfall: number;
}

/** The shortfall of a rule that is not met, from those of its parts and from its own figures. */
type Shortfall = (parts: readonly number[], figures: Pick<Finding, 'actual' | 'required'>) => number;

/** How far a finding is from being met. 0: it is met. Otherwise each leaf that is not met adds up to 1, and 1
 *  where none of what it counts exists. The figure serves only to choose the year, window or alternative to
 *  explain, and is never shown. */
export function shortfall(finding: Finding): number {
  if (finding.met) return 0;
  return shortfallOf(finding.requirement)(finding.parts.map(shortfall), finding);
}

/** How the shortfall of this rule is counted. */
export function shortfallOf(rule: Rule): Shortfall {
  return dispatchRule(shortfalls, rule, undefined);
}

/** True if nothing that the rule asks for exists, so that all years and windows are equally far. */
export function foundNothing({ actual, parts }: Finding): boolean {
  return parts.length > 0 ? parts.every(foundNothing) : actual === 0;
}

/** The part of a finding that is met, or is the nearest to it. In a tie the first one is returned. Undefined
 *  if the finding has no parts. */
export function nearestNestedFinding({ parts }: Finding): Finding | undefined {
  return parts.reduce<Finding | undefined>(
    (best, part) => (best === undefined || isNearer(nearnessOf(part), nearnessOf(best)) ? part : best),
    undefined,
  );
}

/** Whether a judgment is nearer to being met than another: one that is met comes first, then the one with the
 *  most parts met, then the one with the nearest figures. */
export function isNearer(a: Nearness, b: Nearness): boolean {
  if (a.met || b.met) return !b.met;
  return a.metParts === b.metParts ? a.shortfall < b.shortfall : a.metParts > b.metParts;
}

function nearnessOf(finding: Finding): Nearness {
  const metParts = finding.parts.filter(({ met }) => met).length;
  return { met: finding.met, metParts, shortfall: shortfall(finding) };
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const value of numbers) total += value;
  return total;
}

const sumOfShortfalls = (): Shortfall => sum;

const shortfalls: RuleHandlers<undefined, Shortfall> = {
  all: sumOfShortfalls,
  someYear: sumOfShortfalls,
  someWindow: sumOfShortfalls,
  meets: sumOfShortfalls,
  any: () => (parts) => Math.min(...parts),
  atLeast:
    (rule) =>
    (parts, { actual }) => {
      const unmet = parts.filter((distance) => distance > 0);
      return sum(unmet.toSorted((a, b) => a - b).slice(0, rule.atLeast - actual));
    },
  leaf:
    () =>
    (_, { actual, required }) =>
      Math.min(1, Math.abs(required - actual) / required),
};
