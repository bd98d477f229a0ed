import type { MissionCode } from '../engagement/mission.ts';
import type { AchievementDefinition } from './definition.ts';
import { traitsOf } from './leaf.ts';
import type { Rule } from './rule.ts';

/** A rule directly inside another, and its place in it (JSON Pointer, RFC 6901). */
export interface NestedRule {
  readonly pointer: string;
  readonly rule: Rule;
}

/** The rules directly inside a rule. A leaf has none; nor has `meets`, which only names another badge. */
export function nestedRules(rule: Rule): readonly NestedRule[] {
  if ('all' in rule) return listed('/all', rule.all);
  if ('any' in rule) return listed('/any', rule.any);
  if ('of' in rule) return listed('/of', rule.of);
  if ('someYear' in rule) return [{ pointer: '/someYear', rule: rule.someYear }];
  if ('someWindow' in rule) return [{ pointer: '/someWindow/rule', rule: rule.someWindow.rule }];
  return [];
}

/** The same rule around other rules; a binding takes the first. A count of rules that are fewer than before is
 *  never above their number. */
export function withNestedRules(rule: Rule, parts: readonly Rule[]): Rule {
  const [first] = parts;
  if ('all' in rule) return { all: parts };
  if ('any' in rule) return { any: parts };
  if ('of' in rule) {
    const isFewer = parts.length < rule.of.length;
    return { atLeast: isFewer ? Math.min(rule.atLeast, parts.length) : rule.atLeast, of: parts };
  }
  if (first === undefined) return rule;
  if ('someYear' in rule) return { someYear: first };
  return 'someWindow' in rule ? { someWindow: { ...rule.someWindow, rule: first } } : rule;
}

/** The rule and all rules inside it, at any depth. */
export function flattenRule(rule: Rule): readonly Rule[] {
  return [rule, ...nestedRules(rule).flatMap((part) => flattenRule(part.rule))];
}

/** True if a requirement of the badge, or a part of one, is a decision (docs/rules.md, By decision). */
export function requiresDecision({ requirements }: AchievementDefinition): boolean {
  return requirements.some(({ rule }) => flattenRule(rule).some((one) => 'decision' in one));
}

/** The missions named by the rule and by the rules inside it. */
export function missionsIn(rule: Rule): readonly MissionCode[] {
  return flattenRule(rule).flatMap((one) => traitsOf(one)?.missions(one) ?? []);
}

function listed(pointer: string, rules: readonly Rule[]): readonly NestedRule[] {
  return rules.map((rule, index) => ({ pointer: `${pointer}/${index}`, rule }));
}
