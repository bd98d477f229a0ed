import type { FamilyCode, MissionCode, Role } from '../engagement/mission.ts';
import type { ContributionKind } from '../records.ts';
import type { AchievementDefinition } from './definition.ts';
import { traitsOf } from './leaf.ts';
import type { Rule } from './rule.ts';
import type { RuleChoices } from './rule-fields.ts';
import {
  bindsYears,
  type LeafKind,
  needsNoYear,
  needsYear,
  type RuleKind,
  type RuleOf,
} from './rule-kind.ts';

/** What the rules of a badge rest on: its kind of recipient, and what they may name. */
export interface RuleBasis {
  readonly recipient: AchievementDefinition['recipient'];
  readonly choices: RuleChoices;
}

/** Where a new rule would stand. */
interface NewPlace {
  /** True inside a year or window. */
  readonly bound: boolean;
  /** Whether a rule around another one still fits there. */
  readonly isDeepest: boolean;
}

/** The kinds of rule that can begin at a place, leaves first. */
export function kindsAt(basis: RuleBasis, place: NewPlace): readonly RuleKind[] {
  const kinds = [...Object.keys(LEAVES), 'meets', 'all', 'any', 'atLeast', 'someYear', 'someWindow'];
  return (kinds as readonly RuleKind[]).filter((kind) => {
    const rule = firstRule(kind, basis, place.bound);
    if (rule === undefined) return false;
    if (place.isDeepest && kind in AROUND) return false;
    if (bindsYears(rule)) return basis.recipient === 'person' && !place.bound;
    const recipient = traitsOf(rule)?.recipient ?? basis.recipient;
    return recipient === basis.recipient && (place.bound ? !needsNoYear(rule) : !needsYear(rule));
  });
}

/** A new rule of this kind, with figures to begin with; undefined if the office has nothing that it could
 *  name. A rule that holds others begins with one. */
export function firstRule(
  kind: RuleKind,
  { recipient, choices }: RuleBasis,
  bound: boolean,
): Rule | undefined {
  if (kind === 'meets') return choices.badges[0] === undefined ? undefined : { meets: choices.badges[0] };
  if (!(kind in AROUND)) return LEAVES[kind as LeafKind](choices);
  const leaf: LeafKind = recipient === 'establishment' ? 'members' : bound ? 'yearValue' : 'duration';
  return around(kind as AroundKind, LEAVES[leaf](choices) as Rule);
}

export type AroundKind = keyof typeof AROUND;

/** A rule of this kind around another one. */
export function around(kind: AroundKind, rule: Rule): Rule {
  return AROUND[kind](rule);
}

const AROUND = {
  all: (rule: Rule) => ({ all: [rule] }),
  any: (rule: Rule) => ({ any: [rule] }),
  atLeast: (rule: Rule) => ({ atLeast: 1, of: [rule] }),
  someYear: (rule: Rule) => ({ someYear: rule }),
  someWindow: (rule: Rule) => ({ someWindow: { years: 2, rule } }),
} as const;

/** Each leaf as it begins. A new leaf does not compile without its line. */
const LEAVES: { readonly [Kind in LeafKind]: (choices: RuleChoices) => RuleOf<Kind> | undefined } = {
  duration: () => ({ duration: { atLeast: 1 } }),
  yearValue: () => ({ yearValue: { atLeast: 1 } }),
  recent: () => ({ recent: { last: 3 } }),
  families: () => ({ families: { atLeast: 1 } }),
  missions: ({ missions: [first] }) =>
    first === undefined ? undefined : { missions: { of: [first as MissionCode], atLeast: 1 } },
  trainingHours: () => ({ trainingHours: { atLeast: 6 } }),
  trainings: () => ({ trainings: { atLeast: 1 } }),
  daneEventYears: () => ({ daneEventYears: { atLeast: 1 } }),
  reviewYears: () => ({ reviewYears: { atLeast: 1 } }),
  contributions: ({ contributions }) => ({
    contributions: { kinds: contributions as readonly ContributionKind[], atLeast: 1 },
  }),
  members: () => ({ members: { atLeast: 1 } }),
  teamFamilies: ({ families: [first] }) =>
    first === undefined ? undefined : { teamFamilies: { of: [first as FamilyCode], atLeast: 1 } },
  teamRole: ({ roles: [first] }) => (first === undefined ? undefined : { teamRole: { role: first as Role } }),
  everyMemberTrained: () => ({ everyMemberTrained: true }),
  everyMemberReviewed: () => ({ everyMemberReviewed: true }),
  schoolMeetings: () => ({ schoolMeetings: { atLeast: 1 } }),
  decision: () => ({ decision: true }),
};
