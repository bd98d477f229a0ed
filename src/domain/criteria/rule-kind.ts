import type { CompositeRule, DecisionRule, PersonRule, Rule, TeamRule } from './rule.ts';

type KeyOf<T> = T extends T ? keyof T : never;

/** Rules that are made of other rules, by the key that tells them apart (`of` only accompanies `atLeast`). */
export type CompositeKind = Exclude<KeyOf<CompositeRule>, 'of'>;
export type PersonKind = KeyOf<PersonRule>;
export type TeamKind = KeyOf<TeamRule>;
/** Leaves for any kind of recipient. */
export type AnyoneKind = KeyOf<DecisionRule>;
/** Rules that look at facts. */
export type LeafKind = PersonKind | TeamKind | AnyoneKind;
export type RuleKind = CompositeKind | LeafKind;
export type RuleOf<Kind extends RuleKind> = Extract<Rule, Readonly<Record<Kind, unknown>>>;

const COMPOSITES: Readonly<Record<CompositeKind, 1>> = {
  all: 1,
  any: 1,
  atLeast: 1,
  someYear: 1,
  someWindow: 1,
  meets: 1,
};

/** One handler for each kind of composite rule, and one for all leaves, which asks the table of the leaves. */
export type RuleHandlers<Context, Result> = {
  readonly [Kind in CompositeKind]: (rule: RuleOf<Kind>, context: Context) => Result;
} & { readonly leaf: (rule: Rule, context: Context) => Result };

/** The kind of a rule: its only key, or `atLeast` where `of` stands next to it. */
export function ruleKind(rule: Rule): RuleKind {
  if ('atLeast' in rule) return 'atLeast';
  for (const kind in rule) return kind as RuleKind;
  throw new RangeError('a rule without a kind');
}

/** The kind of a leaf; undefined for a composite rule. */
export function leafKind(rule: Rule): LeafKind | undefined {
  const kind = ruleKind(rule);
  return kind in COMPOSITES ? undefined : (kind as LeafKind);
}

/** True if the rule is made of other rules. */
export function isComposite(rule: Rule): boolean {
  return leafKind(rule) === undefined;
}

/** True if the rule binds the rules inside it to one year or window. */
export function bindsYears(rule: Rule): boolean {
  return 'someYear' in rule || 'someWindow' in rule;
}

/** True if the rule means something only inside a year or window. */
export function needsYear(rule: Rule): boolean {
  return 'yearValue' in rule;
}

/** True if the rule means something only outside of any year or window. */
export function needsNoYear(rule: Rule): boolean {
  return bindsYears(rule) || 'decision' in rule;
}

/** The result of the handler for this rule. All leaves go to the handler `leaf`. */
export function dispatchRule<Context, Result>(
  handlers: RuleHandlers<Context, Result>,
  rule: Rule,
  context: Context,
): Result {
  // Each table pairs a kind with its own rule type, which an indexed call cannot express.
  const kind = ruleKind(rule);
  const handler = handlers[kind in COMPOSITES ? (kind as CompositeKind) : 'leaf'];
  return (handler as (rule: Rule, context: Context) => Result)(rule, context);
}
