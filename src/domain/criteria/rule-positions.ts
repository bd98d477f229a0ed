import type { Requirement } from './definition.ts';
import { type AroundKind, kindsAt, type RuleBasis } from './first-rule.ts';
import { flattenRule, nestedRules } from './nested-rules.ts';
import type { Rule } from './rule.ts';
import type { FieldValue } from './rule-fields.ts';
import { bindsYears, needsNoYear, needsYear, type RuleKind, ruleKind } from './rule-kind.ts';

/** The most leaves of a badge, and the most rules around one another, its leaf included. */
export const MOST_LEAVES = 200;
export const MOST_DEPTH = 6;

/** The place of the requirements in their badge, and of what is added to them. */
export const REQUIREMENTS = '/requirements';

const GROUPS = ['all', 'any', 'atLeast'] as const;
export type GroupKind = (typeof GROUPS)[number];
const AROUND: readonly AroundKind[] = [...GROUPS, 'someYear', 'someWindow'];

/** One act on the requirements of a badge. `at` is the JSON Pointer of a rule in the badge; a new requirement
 *  is added at `/requirements`. */
export type RuleEdit =
  | RuleAct
  /** Another value of a field of the rule; `path` is the field's place in the rule. */
  | { readonly kind: 'set'; readonly at: string; readonly path: string; readonly value: FieldValue };

/** An edit that a place offers as it is. */
export type RuleAct =
  | { readonly kind: 'add'; readonly at: string; readonly what: RuleKind }
  | { readonly kind: 'wrap'; readonly at: string; readonly what: AroundKind }
  | { readonly kind: 'regroup'; readonly at: string; readonly what: GroupKind }
  /** The rules inside take the place of the one around them. */
  | { readonly kind: 'unwrap'; readonly at: string }
  | { readonly kind: 'remove'; readonly at: string }
  | { readonly kind: 'up'; readonly at: string }
  | { readonly kind: 'down'; readonly at: string };

/** A rule, and what its place allows. */
export interface RuleSeat {
  readonly pointer: string;
  readonly rule: Rule;
  /** True inside a year or window. */
  readonly bound: boolean;
  /** 1 for the rule of a requirement. */
  readonly depth: number;
  /** Its rank among `siblings` rules, which is 1 inside a year or window. */
  readonly index: number;
  readonly siblings: number;
  /** Whether other rules can stand next to it. */
  readonly inList: boolean;
}

/** The rules of the requirements themselves. */
export function seatsOf(requirements: readonly Requirement[]): readonly RuleSeat[] {
  return requirements.map(({ rule }, index) => ({
    pointer: `${REQUIREMENTS}/${index}/rule`,
    rule,
    bound: false,
    depth: 1,
    index,
    siblings: requirements.length,
    inList: true,
  }));
}

/** The rules directly inside the rule of a seat. */
export function seatsIn({ pointer, rule, bound, depth }: RuleSeat): readonly RuleSeat[] {
  const parts = nestedRules(rule);
  return parts.map((part, index) => ({
    pointer: pointer + part.pointer,
    rule: part.rule,
    bound: bound || bindsYears(rule),
    depth: depth + 1,
    index,
    siblings: parts.length,
    inList: isGroup(rule),
  }));
}

/** Every rule of the requirements, in the order of the document. */
export function allSeats(requirements: readonly Requirement[]): readonly RuleSeat[] {
  const within = (seat: RuleSeat): readonly RuleSeat[] => [seat, ...seatsIn(seat).flatMap(within)];
  return seatsOf(requirements).flatMap(within);
}

/** The requirements that can be added. */
export function additionsTo(requirements: readonly Requirement[], basis: RuleBasis): readonly RuleAct[] {
  if (countLeaves(requirements) >= MOST_LEAVES) return [];
  return kindsAt(basis, { bound: false, isDeepest: false }).map((what) => ({
    kind: 'add',
    at: REQUIREMENTS,
    what,
  }));
}

/** The acts that a rule allows where it stands, besides other values of its fields: after each of them, what
 *  was valid still is. */
export function editsAt(
  seat: RuleSeat,
  requirements: readonly Requirement[],
  basis: RuleBasis,
): readonly RuleAct[] {
  const { pointer: at, rule, bound, depth, index, siblings, inList } = seat;
  const mayGrow = isGroup(rule) && depth < MOST_DEPTH && countLeaves(requirements) < MOST_LEAVES;
  const inner = { bound: bound || bindsYears(rule), isDeepest: depth + 1 >= MOST_DEPTH };
  const mayBind = basis.recipient === 'person' && !bound && !flattenRule(rule).some(needsNoYear);
  return [
    ...(mayGrow ? kindsAt(basis, inner).map((what) => ({ kind: 'add' as const, at, what })) : []),
    ...(inList && index > 0 ? [{ kind: 'up' as const, at }] : []),
    ...(inList && index < siblings - 1 ? [{ kind: 'down' as const, at }] : []),
    ...(inList && siblings > 1 ? [{ kind: 'remove' as const, at }] : []),
    ...(isGroup(rule) ? GROUPS : [])
      .filter((what) => what !== ruleKind(rule))
      .map((what) => ({ kind: 'regroup' as const, at, what })),
    ...(depth + heightOf(rule) <= MOST_DEPTH ? AROUND : [])
      .filter((what) => mayBind || isGroupKind(what))
      .map((what) => ({ kind: 'wrap' as const, at, what })),
    ...(canUnwrap(seat) ? [{ kind: 'unwrap' as const, at }] : []),
  ];
}

function canUnwrap({ rule, bound, inList }: RuleSeat): boolean {
  const parts = nestedRules(rule);
  if (parts.length === 0 || (parts.length > 1 && !inList)) return false;
  return bound || !bindsYears(rule) || !parts.some((part) => needsYearInside(part.rule));
}

/** True if a rule inside needs a year, and none inside binds it. */
function needsYearInside(rule: Rule): boolean {
  if (bindsYears(rule)) return false;
  return needsYear(rule) || nestedRules(rule).some((part) => needsYearInside(part.rule));
}

const isGroup = (rule: Rule): boolean => isGroupKind(ruleKind(rule));
const isGroupKind = (kind: RuleKind): boolean => (GROUPS as readonly RuleKind[]).includes(kind);

function heightOf(rule: Rule): number {
  return 1 + Math.max(0, ...nestedRules(rule).map((part) => heightOf(part.rule)));
}

function countLeaves(requirements: readonly Requirement[]): number {
  const rules = requirements.flatMap(({ rule }) => flattenRule(rule));
  return rules.filter((rule) => nestedRules(rule).length === 0).length;
}
