import type { Thresholds } from '../../domain/criteria/criteria.ts';
import type { Rule } from '../../domain/criteria/rule.ts';
import { missionsIn } from '../../domain/criteria/rule-parts.ts';
import type { Mission, MissionFramework } from '../../domain/engagement/mission.ts';

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

/** The missions that rules name, in code order: a reader of a credential must know what the codes mean. */
export function citedMissions(rules: readonly Rule[], framework: MissionFramework): readonly Mission[] {
  return [...new Set(rules.flatMap(missionsIn))]
    .toSorted()
    .flatMap((code) => framework.missions.get(code) ?? []);
}

/** A label without its closing parenthesis of examples, for use inside a sentence. */
export function shortLabel(label: string): string {
  return label.replace(/ \([^()]*\)$/, '');
}

/** A figure without the traces of binary arithmetic, to the hundredth: 11.25, not 11.250000000000002. */
export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
