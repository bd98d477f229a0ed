import type { PersonFacts, TeamFacts } from '../facts/facts.ts';
import { personLeaves } from '../facts/person-leaf-rules.ts';
import { teamLeaves } from '../facts/team-leaf-rules.ts';
import type { LeafRule, LeafTable, LeafTraits } from './leaf-traits.ts';
import type { Rule } from './rule.ts';
import { isComposite, type LeafKind, type PersonKind, ruleKind, type TeamKind } from './rule-kind.ts';

const LEAVES: LeafTable<PersonKind, PersonFacts> & LeafTable<TeamKind, TeamFacts> = {
  ...personLeaves,
  ...teamLeaves,
};

/** The line of a leaf in its table. */
export function leafOf(leaf: Rule): LeafRule<Rule, PersonFacts> | LeafRule<Rule, TeamFacts> {
  // The tables pair each kind with its own rule type, which an indexed look-up cannot express.
  return LEAVES[ruleKind(leaf) as LeafKind] as LeafRule<never, PersonFacts> as LeafRule<Rule, PersonFacts>;
}

/** The traits of a leaf; undefined for a composite rule, which is described by its parts. */
export function traitsOf(rule: Rule): LeafTraits | undefined {
  return isComposite(rule) ? undefined : leafOf(rule);
}
