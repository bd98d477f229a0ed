import type { Rule } from './rule.ts';

type KeyOf<T> = T extends T ? keyof T : never;

/** The kind of a rule: the key that distinguishes it. `of` only accompanies `atLeast`. */
export type RuleKind = Exclude<KeyOf<Rule>, 'of'>;
/** The rule of one kind. */
export type RuleOf<Kind extends RuleKind> = Extract<Rule, Readonly<Record<Kind, unknown>>>;

const COMPOSITES = { all: 1, any: 1, atLeast: 1, someYear: 1, someWindow: 1, meets: 1 } as const;

/** Rules that are made of other rules. */
export type CompositeKind = keyof typeof COMPOSITES;
/** Rules that look at facts. */
export type LeafKind = Exclude<RuleKind, CompositeKind>;

/** One handler for each kind of composite rule, and one for all leaves. Tables by subject treat the
 *  leaves. */
export type RuleHandlers<Context, Result> = {
  readonly [Kind in CompositeKind]: (rule: RuleOf<Kind>, context: Context) => Result;
} & { readonly leaf: (rule: Rule, context: Context) => Result };

/** One handler for each of these leaves. A new leaf does not compile until each table has its line. */
export type LeafHandlers<Context, Result, Kinds extends LeafKind = LeafKind> = {
  readonly [Kind in Kinds]: (rule: RuleOf<Kind>, context: Context) => Result;
};

/** The kind of a rule: its only key, or `atLeast` where `of` stands beside it. */
export function ruleKind(rule: Rule): RuleKind {
  return 'atLeast' in rule ? 'atLeast' : (Object.keys(rule)[0] as RuleKind);
}

/** The kind of a leaf; undefined for a composite rule. */
export function leafKind(rule: Rule): LeafKind | undefined {
  const kind = ruleKind(rule);
  return kind in COMPOSITES ? undefined : (kind as LeafKind);
}

/** True where the rule is made of other rules. */
export function isComposite(rule: Rule): boolean {
  return leafKind(rule) === undefined;
}

/** True where the rule binds the rules inside it to one year or window. */
export function bindsYears(rule: Rule): boolean {
  return 'someYear' in rule || 'someWindow' in rule;
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

/** The result of the handler for this leaf. */
export function dispatchLeaf<Context, Result, Kinds extends LeafKind>(
  handlers: LeafHandlers<Context, Result, Kinds>,
  rule: Rule,
  context: Context,
): Result {
  const handler = handlers[ruleKind(rule) as Kinds];
  return (handler as (rule: Rule, context: Context) => Result)(rule, context);
}
