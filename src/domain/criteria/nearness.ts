import type { Finding } from './evaluation.ts';
import { dispatchRule, type RuleHandlers } from './rule-kind.ts';

/** How far a finding is from being met. 0: it is met. Otherwise each leaf that is not met adds up to 1, and 1
 *  where none of what it counts exists. The figure serves only to choose the year, window or alternative to
 *  explain, and is never shown. */
export function shortfall(finding: Finding): number {
  return finding.met ? 0 : dispatchRule(shortfalls, finding.requirement, finding);
}

/** The finding to explain among several: one that is met, else one with the most parts met, else the one with
 *  the nearest figures. In a tie the last one is returned. Undefined for an empty list. */
export function nearest<T extends { readonly finding: Finding }>(candidates: readonly T[]): T | undefined {
  return candidates.reduce<T | undefined>(
    (best, candidate) => (best === undefined || isAsNear(candidate.finding, best.finding) ? candidate : best),
    undefined,
  );
}

/** True where nothing that the rule asks for exists, so that all years and windows are equally far. */
export function foundNothing({ actual, parts }: Finding): boolean {
  return parts.length > 0 ? parts.every(foundNothing) : actual === 0;
}

/** The part of a finding that is met, or is the nearest to it. In a tie the first one is returned. Undefined
 *  where the finding has no parts. */
export function nearestPart({ parts }: Finding): Finding | undefined {
  return nearest(parts.map((finding) => ({ finding })).toReversed())?.finding;
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

const ofParts = (_: unknown, { parts }: Finding): number => sum(parts.map(shortfall));

const shortfalls: RuleHandlers<Finding, number> = {
  all: ofParts,
  someYear: ofParts,
  someWindow: ofParts,
  meets: ofParts,
  any: (_, { parts }) => Math.min(...parts.map(shortfall)),
  atLeast: (rule, { parts, actual }) => {
    const unmet = parts.map(shortfall).filter((distance) => distance > 0);
    return sum(unmet.toSorted((a, b) => a - b).slice(0, rule.atLeast - actual));
  },
  leaf: (_, { actual, required }) => Math.min(1, Math.abs(required - actual) / required),
};
