import type { Facts } from '../facts/types.ts';
import type { Finding } from './evaluation.ts';
import { leafOf, traitsOf } from './leaf.ts';
import { RECORD_KINDS, type RecordKind } from './leaf-traits.ts';
import { flattenRule } from './nested-rules.ts';
import type { Rule } from './rule.ts';
import { isComposite } from './rule-kind.ts';

/** Whether a requirement is met; if not, whether there is too little of what it counts, or no record at
 *  all. */
export const FINDING_KINDS = ['met', 'not-enough', 'nothing-on-record'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The kind of a finding that was judged on these facts. A composite requirement has nothing on record only
 *  if none of its parts has; a decision is no record, and nothing is entered for it. */
export function findingKind(finding: Finding, facts: Facts): FindingKind {
  if (finding.met) return 'met';
  const counting = leavesIn(finding).filter(({ requirement }) => leafOf(requirement).records);
  const isEmpty = counting.length > 0 && !counting.some(({ requirement }) => isOnRecord(requirement, facts));
  return isEmpty ? 'nothing-on-record' : 'not-enough';
}

/** The kinds of record that a requirement counts, each once. */
export function recordsOf({ requirement, parts }: Finding): readonly RecordKind[] {
  const rules = [requirement, ...parts.map((part) => part.requirement)].flatMap(flattenRule);
  const found = new Set(rules.flatMap((rule) => traitsOf(rule)?.records ?? []));
  return RECORD_KINDS.filter((kind) => found.has(kind));
}

function leavesIn(finding: Finding): readonly Finding[] {
  return isComposite(finding.requirement) ? finding.parts.flatMap(leavesIn) : [finding];
}

function isOnRecord(requirement: Rule, facts: Facts): boolean {
  const leaf = leafOf(requirement);
  if (leaf.recipient === undefined) return leaf.isOnRecord(requirement, facts);
  return leaf.recipient === 'person'
    ? facts.kind === 'person' && leaf.isOnRecord(requirement, facts)
    : facts.kind === 'establishment' && leaf.isOnRecord(requirement, facts);
}
