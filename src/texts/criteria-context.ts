import type { Thresholds } from '../domain/criteria/criteria.ts';
import type { Finding } from '../domain/criteria/evaluation.ts';
import type { Rule } from '../domain/criteria/rule.ts';
import { isComposite } from '../domain/criteria/rule-kind.ts';
import { flattenRule } from '../domain/criteria/rule-parts.ts';
import type { Mission, MissionCode, MissionFramework, Role } from '../domain/engagement/mission.ts';

/** What the words of a rule need besides the rule. */
export interface CriteriaTextContext {
  readonly framework: MissionFramework;
  /** Name of a badge of the same criteria, in the language of the text. */
  readonly achievementName: (code: string) => string;
  /** Where given, a narrative also says what a counted year, a covered mission and a training that counts are. */
  readonly thresholds?: Thresholds;
  /** The words stand inside a named year or window: a leaf does not say which years. */
  readonly bound?: boolean;
  /** For a screen, which may say it better tomorrow; absent where the words are signed with the badge. */
  readonly onScreen?: boolean;
}

/** A rule as it is being put into words: inside a named year or window, a leaf does not say which years. */
export interface RuleWordsContext extends CriteriaTextContext {
  readonly bound: boolean;
}

/** A finding as it is being put into words, beside its rule. */
export interface FindingWordsContext extends RuleWordsContext {
  readonly finding: Finding;
}

/** True where the rules inside are about one year or window. */
export function bindsYears(rule: Rule): boolean {
  return 'someYear' in rule || 'someWindow' in rule;
}

/** The missions that rules name, in code order: a reader of a credential must know what the codes mean. */
export function citedMissions(rules: readonly Rule[], framework: MissionFramework): readonly Mission[] {
  const codes = rules.flatMap(flattenRule).flatMap((rule) => ('missions' in rule ? rule.missions.of : []));
  return [...new Set(codes)].toSorted().flatMap((code) => framework.missions.get(code) ?? []);
}

/** True where a rule asks for missions alone: each in some year of a window, and none in all of its years. */
export function asksForMissionsOnly(rule: Rule): boolean {
  return flattenRule(rule).every((one) => 'missions' in one || isComposite(one));
}

/** Those that were asked and not found, in the order asked. */
export function without<T>(asked: readonly T[], found: readonly T[] | undefined): readonly T[] {
  return asked.filter((one) => !found?.includes(one));
}

/** A label without its closing parenthesis of examples, for use inside a sentence. */
export function shortLabel(label: string): string {
  return label.replace(/ \([^()]*\)$/, '');
}

/** Missions asked for, with one of some roles (none: whatever the role). */
export interface AskedMissions {
  readonly of: readonly MissionCode[];
  readonly atLeast: number;
  readonly roles: readonly Role[];
}

/** A leaf's one role, or none. */
export function rolesOf(role: Role | undefined): readonly Role[] {
  return role === undefined ? [] : [role];
}

/** The same missions with one role or another, when that is what alternatives come to: said once, not twice. */
export function sameMissionsByRole(rules: readonly Rule[]): AskedMissions | undefined {
  const asked = rules.flatMap((rule) => ('missions' in rule ? [rule.missions] : []));
  const roles = asked.flatMap(({ role }) => role ?? []);
  const [first] = asked;
  const same = asked.every(({ of, atLeast }) => `${of}/${atLeast}` === `${first?.of}/${first?.atLeast}`);
  if (first === undefined || !same || roles.length !== rules.length) return undefined;
  return { of: first.of, atLeast: first.atLeast, roles };
}

/** A figure without the traces of binary arithmetic, to the hundredth: 11.25, not 11.250000000000002. */
export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
