import type { Rule } from './rule.ts';

type KeyOf<T> = T extends T ? keyof T : never;

/** What a rule is, by the key that tells it apart (`of` only accompanies `atLeast`). */
export type RuleKind = Exclude<KeyOf<Rule>, 'of'>;
/** The rule of one kind. */
export type RuleOf<Kind extends RuleKind> = Extract<Rule, Readonly<Record<Kind, unknown>>>;
/** One answer for each kind of rule: a new kind does not compile until each place has answered. */
export type RuleHandlers<Context, Result> = {
  readonly [Kind in RuleKind]: (rule: RuleOf<Kind>, context: Context) => Result;
};

/** Rules that are made of other rules, and those that look at one school's facts; all others look at a person's. */
export const COMPOSITE_KINDS = ['all', 'any', 'atLeast', 'someYear', 'someWindow', 'meets'] as const;
export const TEAM_KINDS = [
  'members',
  'teamFamilies',
  'teamRole',
  'everyMemberTrained',
  'everyMemberReviewed',
  'schoolMeetings',
] as const;
export type CompositeKind = (typeof COMPOSITE_KINDS)[number];
export type TeamKind = (typeof TEAM_KINDS)[number];
export type PersonKind = Exclude<RuleKind, CompositeKind | TeamKind>;

/** The kind of a rule: its one key, or `atLeast` of the two. */
export function ruleKind(rule: Rule): RuleKind {
  return 'atLeast' in rule ? 'atLeast' : (Object.keys(rule)[0] as RuleKind);
}

/** True where the rule is made of others. */
export function isComposite(rule: Rule): boolean {
  return (COMPOSITE_KINDS as readonly RuleKind[]).includes(ruleKind(rule));
}

/** Calls the handler of the rule's kind. */
export function dispatchRule<Context, Result>(
  handlers: RuleHandlers<Context, Result>,
  rule: Rule,
  context: Context,
): Result {
  // The table pairs each kind with its own rule type, which an indexed call cannot express.
  const handler = handlers[ruleKind(rule)] as (rule: Rule, context: Context) => Result;
  return handler(rule, context);
}
