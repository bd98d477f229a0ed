import type { Facts } from '../facts/facts.ts';
import type { Finding } from './evaluation.ts';
import { leafOf, traitsOf } from './leaf-of.ts';
import { RECORD_KINDS, type RecordKind } from './leaf-traits.ts';
import { isComposite } from './rule-kind.ts';
import { flattenRule } from './rule-parts.ts';

/** Whether a requirement is met; if not, whether there is too little of what it counts, or no record at
 *  all. */
export const FINDING_KINDS = ['met', 'not-enough', 'nothing-on-record'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The kind of a finding that was judged on these facts. A composite requirement has nothing on record only
 *  where none of its parts has. */
export function findingKind(finding: Finding, facts: Facts): FindingKind {
  if (finding.met) return 'met';
  return hasRecord(finding, facts) ? 'not-enough' : 'nothing-on-record';
}

/** The kinds of record that a requirement counts, each once. */
export function recordsOf({ requirement, parts }: Finding): readonly RecordKind[] {
  const rules = [requirement, ...parts.map((part) => part.requirement)].flatMap(flattenRule);
  const found = new Set(rules.flatMap((rule) => traitsOf(rule)?.records ?? []));
  return RECORD_KINDS.filter((kind) => found.has(kind));
}

function hasRecord({ parts, requirement }: Finding, facts: Facts): boolean {
  if (parts.length > 0 || isComposite(requirement)) return parts.some((part) => hasRecord(part, facts));
  const leaf = leafOf(requirement);
  return leaf.recipient === 'person'
    ? facts.kind === 'person' && leaf.isOnRecord(requirement, facts)
    : facts.kind === 'establishment' && leaf.isOnRecord(requirement, facts);
}
