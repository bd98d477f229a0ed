import type { Finding } from '../../domain/criteria/evaluation.ts';
import type { Rule, YearRange } from '../../domain/criteria/rule.ts';
import { type LeafKind, type RuleOf, ruleKind } from '../../domain/criteria/rule-kind.ts';
import type { FamilyCode, MissionCode, Role } from '../../domain/engagement/mission.ts';

/** Words that the walker gives to a phrase about a requirement. */
export interface RequirementPhraseInput {
  /** The phrase stands inside a named year or window, so it does not repeat the years. */
  readonly bound: boolean;
  /** The years looked at, after a space; empty if a year or window is already named. */
  readonly over: (years: YearRange | undefined) => string;
  /** « la mission M4 (Administrer…) », « les missions M1 et M2 ». */
  readonly missions: (codes: readonly MissionCode[]) => string;
  /** Each mission by its name and its code on a screen, by its name alone in public sentences, and by its code
   *  alone in published criteria. */
  readonly each: (codes: readonly MissionCode[]) => readonly string[];
  /** Each family by its name alone in public sentences, otherwise by its code. */
  readonly eachFamily: (codes: readonly FamilyCode[]) => readonly string[];
  readonly families: (codes: readonly FamilyCode[]) => string;
  /** « le rôle » is not repeated: the name of the role in quotation marks. */
  readonly role: (role: Role) => string;
}

/** Words given to a phrase about what is missing. */
export interface MissingPhraseInput extends RequirementPhraseInput {
  readonly finding: Finding;
  /** The difference between the figure required and the figure found. */
  readonly gap: number;
}

/** Words given to a phrase about how a requirement is met. */
export interface MetPhraseInput {
  readonly bound: boolean;
  readonly finding: Finding;
  readonly role: RequirementPhraseInput['role'];
  /** Each mission, and each family, by its name alone in public sentences, otherwise by its code. */
  readonly eachMission: RequirementPhraseInput['each'];
  readonly eachFamily: RequirementPhraseInput['eachFamily'];
  /** The years used, in words; empty if a year or window is already named. */
  readonly years: string;
  /** The codes of the events used, in brackets after a space; empty without events. */
  readonly codes: string;
  /** Counts of reviews, self-reports and waived years, in which `one` and `many` name a year or a member. */
  readonly reviewed: (one: string, many: string) => string;
}

/** Three phrases for each leaf, without an initial capital: the requirement, how it is met, and what is
 *  missing. */
export type LeafPhrases<Kinds extends LeafKind = LeafKind> = {
  readonly [Kind in Kinds]: LeafPhrase<RuleOf<Kind>>;
};

interface LeafPhrase<R> {
  readonly asked: (rule: R, texts: RequirementPhraseInput) => string;
  readonly found: (rule: R, texts: MetPhraseInput) => string;
  readonly lacking: (rule: R, texts: MissingPhraseInput) => string;
}

/** The phrases for the kind of a leaf. */
export function phraseOf(phrases: LeafPhrases, leaf: Rule): LeafPhrase<Rule> {
  // The table pairs each kind with its own rule type, which an indexed look-up cannot express.
  return phrases[ruleKind(leaf) as LeafKind] as LeafPhrase<never> as LeafPhrase<Rule>;
}

/** Required missions, with one of some roles. Without roles, any role is accepted. */
export interface RequiredMissions {
  readonly of: readonly MissionCode[];
  readonly atLeast: number;
  readonly roles: readonly Role[];
}

/** Required missions, some of which were not found. */
export interface LackingMissions {
  readonly left: readonly MissionCode[];
  readonly count: number;
  readonly roles: readonly Role[];
}

/** The role of a leaf as a list, which is empty without a role. */
export function rolesOf(role: Role | undefined): readonly Role[] {
  return role === undefined ? [] : [role];
}

/** The required items that were not found, in the order required. */
export function without<T>(requested: readonly T[], found: readonly T[] | undefined): readonly T[] {
  return requested.filter((one) => !found?.includes(one));
}

/** The text in brackets, after a space; empty for an empty text. */
export function inBrackets(text: string): string {
  return text && ` (${text})`;
}
