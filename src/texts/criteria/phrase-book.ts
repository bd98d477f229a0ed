import type { Finding } from '../../domain/criteria/evaluation.ts';
import type { Rule, YearRange } from '../../domain/criteria/rule.ts';
import { type LeafKind, type RuleOf, ruleKind } from '../../domain/criteria/rule-kind.ts';
import type { FamilyCode, MissionCode, Role } from '../../domain/engagement/mission.ts';

/** What the walker knows and a phrase about a requirement may say. */
export interface AskedWords {
  /** The phrase stands inside a named year or window: it does not say which years. */
  readonly bound: boolean;
  /** The years looked at, after a space; nothing where a year or window is named already. */
  readonly over: (years: YearRange | undefined) => string;
  /** « la mission C4 (Administrer…) », « les missions A1 et A2 ». */
  readonly missions: (codes: readonly MissionCode[]) => string;
  readonly families: (codes: readonly FamilyCode[]) => string;
}

/** What a phrase about what is missing may say besides. */
export interface LackingWords extends AskedWords {
  readonly finding: Finding;
  /** The figure that is missing to reach what is asked. */
  readonly gap: number;
}

/** What a phrase about how a requirement is met may say. */
export interface FoundWords {
  readonly bound: boolean;
  readonly finding: Finding;
  /** The years that were used, in words; empty where a year or window is named already. */
  readonly years: string;
  /** The codes of the events that were used, in brackets after a space; empty where there are none. */
  readonly codes: string;
  /** Reviews and what stands in for them; what was waived is counted in the years or members given. */
  readonly reviewed: (one: string, many: string) => string;
}

/** Three phrases for each leaf, none with a capital: what is asked, how it is met, and what is missing. */
export type LeafPhrases<Kinds extends LeafKind = LeafKind> = {
  readonly [Kind in Kinds]: LeafPhrase<RuleOf<Kind>>;
};

interface LeafPhrase<R> {
  readonly asked: (rule: R, words: AskedWords) => string;
  readonly found: (rule: R, words: FoundWords) => string;
  readonly lacking: (rule: R, words: LackingWords) => string;
}

/** The phrases of a leaf's kind. */
export function phraseOf(phrases: LeafPhrases, leaf: Rule): LeafPhrase<Rule> {
  // The table pairs each kind with its own rule type, which an indexed look-up cannot express.
  return phrases[ruleKind(leaf) as LeafKind] as LeafPhrase<never> as LeafPhrase<Rule>;
}

/** Missions asked for, with one of some roles (none: whatever the role). */
export interface AskedMissions {
  readonly of: readonly MissionCode[];
  readonly atLeast: number;
  readonly roles: readonly Role[];
}

/** Missions of which some were not found. */
export interface LackingMissions {
  readonly left: readonly MissionCode[];
  readonly count: number;
  readonly roles: readonly Role[];
}

/** A leaf's one role, or none. */
export function rolesOf(role: Role | undefined): readonly Role[] {
  return role === undefined ? [] : [role];
}

/** Those that were asked and not found, in the order asked. */
export function without<T>(asked: readonly T[], found: readonly T[] | undefined): readonly T[] {
  return asked.filter((one) => !found?.includes(one));
}

/** The text in brackets, after a space; nothing for an empty text. */
export function inBrackets(text: string): string {
  return text && ` (${text})`;
}
