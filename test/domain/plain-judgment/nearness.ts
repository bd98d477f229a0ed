import type { Finding } from '../../../src/domain/criteria/evaluation.ts';
import { dispatchRule, type RuleHandlers } from '../../../src/domain/criteria/rule-kind.ts';

/** How far a finding is from being met: 0 where it is met, plus up to 1 for each leaf, 1 where nothing of it
 *  is there. It serves only to choose the year, window or alternative to explain, and is never shown. */
function shortfall(finding: Finding): number {
  return finding.met ? 0 : dispatchRule(shortfalls, finding.requirement, finding);
}

/** The finding to explain among several: one that is met, else one with more parts met, else the closest
 *  figures. The last wins a tie. Undefined for an empty list. */
export function nearest<T extends { readonly finding: Finding }>(candidates: readonly T[]): T | undefined {
  return candidates.reduce<T | undefined>(
    (best, candidate) => (best === undefined || isAsNear(candidate.finding, best.finding) ? candidate : best),
    undefined,
  );
}

function isAsNear(a: Finding, b: Finding): boolean {
  if (a.met !== b.met) return a.met;
  if (a.met) return true;
  const parts = countMet(a) - countMet(b);
  return parts === 0 ? shortfall(a) <= shortfall(b) : parts > 0;
}

function countMet({ parts }: Finding): number {
  return parts.filter(({ met }) => met).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

const sumOfShortfalls = (_: unknown, { parts }: Finding): number => sum(parts.map(shortfall));

const shortfalls: RuleHandlers<Finding, number> = {
  all: sumOfShortfalls,
  someYear: sumOfShortfalls,
  someWindow: sumOfShortfalls,
  meets: sumOfShortfalls,
  any: (_, { parts }) => Math.min(...parts.map(shortfall)),
  atLeast: (rule, { parts, actual }) => {
    const unmet = parts.map(shortfall).filter((distance) => distance > 0);
    return sum(unmet.toSorted((a, b) => a - b).slice(0, rule.atLeast - actual));
  },
  leaf: (_, { actual, required }) => Math.min(1, Math.abs(required - actual) / required),
};
