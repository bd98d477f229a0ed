import type { Thresholds } from '../../domain/criteria/definition.ts';
import { missionsIn } from '../../domain/criteria/nested-rules.ts';
import type { Rule } from '../../domain/criteria/rule.ts';
import type { Mission, MissionFramework } from '../../domain/engagement/mission.ts';

/** The context of a rule's words, besides the rule. */
export interface CriteriaTextContext {
  readonly framework: MissionFramework;
  /** Name of a badge of the same criteria, in the language of the text. */
  readonly achievementName: (code: string) => string;
  /** Where present, a narrative also explains when a year, a mission and a training count. */
  readonly thresholds?: Thresholds;
  /** The words stand inside a named year or window, so a leaf does not repeat the years. */
  readonly bound?: boolean;
  /** True for a screen, whose words may be improved later. Absent for words that are signed with the
   *  badge. */
  readonly onScreen?: boolean;
  /** True for public sentences that stand by themselves: missions and families have their names and no codes. */
  readonly namesOnly?: boolean;
}

/** The missions that rules name, in code order. A credential lists them, so that its reader knows what the
 *  codes mean. */
export function citedMissions(rules: readonly Rule[], framework: MissionFramework): readonly Mission[] {
  return [...new Set(rules.flatMap(missionsIn))]
    .toSorted()
    .flatMap((code) => framework.missions.get(code) ?? []);
}

/** A label without the examples in its final parenthesis, for use inside a sentence. */
export function shortLabel(label: string): string {
  return label.replace(/ \([^()]*\)$/, '');
}

/** A figure rounded to the hundredth, without binary errors: 11.25, not 11.250000000000002. */
export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
