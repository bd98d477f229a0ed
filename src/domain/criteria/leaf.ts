import { personLeaves } from '../facts/person-leaf-rules.ts';
import { teamLeaves } from '../facts/team-leaf-rules.ts';
import type { Facts, PersonFacts, TeamFacts } from '../facts/types.ts';
import { type LeafRule, type LeafTable, type LeafTraits, PIECES, PLAIN } from './leaf-traits.ts';
import type { Rule } from './rule.ts';
import {
  type AnyoneKind,
  isComposite,
  type LeafKind,
  type PersonKind,
  ruleKind,
  type TeamKind,
} from './rule-kind.ts';

/** The leaf that both kinds of recipient have. What records tell never holds a decision, so only a grant that
 *  decides meets it (docs/rules.md, By decision). */
const anyoneLeaves: LeafTable<AnyoneKind, Facts> = {
  decision: {
    ...PLAIN,
    recipient: undefined,
    counts: 'decisions',
    tells: 'names',
    explainedBy: ['decision'],
    least: () => PIECES,
    isOnRecord: () => false,
    judge:
      () =>
      ({ decided }) => ({ actual: decided ? 1 : 0, required: 1, used: () => ({}) }),
  },
};

const LEAVES: LeafTable<PersonKind, PersonFacts> &
  LeafTable<TeamKind, TeamFacts> &
  LeafTable<AnyoneKind, Facts> = { ...personLeaves, ...teamLeaves, ...anyoneLeaves };

type AnyLeaf = LeafRule<Rule, PersonFacts> | LeafRule<Rule, TeamFacts> | LeafRule<Rule, Facts>;

/** The line of a leaf in its table. */
export function leafOf(leaf: Rule): AnyLeaf {
  // The tables pair each kind with its own rule type, which an indexed look-up cannot express.
  return LEAVES[ruleKind(leaf) as LeafKind] as LeafRule<never, PersonFacts> as LeafRule<Rule, PersonFacts>;
}

/** The traits of a leaf; undefined for a composite rule, which is described by its parts. */
export function traitsOf(rule: Rule): LeafTraits | undefined {
  return isComposite(rule) ? undefined : leafOf(rule);
}
