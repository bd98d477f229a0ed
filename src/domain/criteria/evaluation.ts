import type { FamilyCode, MissionCode } from '../engagement/mission.ts';
import type { ReviewGround } from '../facts/review-years.ts';
import type { Facts } from '../facts/types.ts';
import type { LocalDate } from '../time/calendar.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Rule } from './rule.ts';

/** The facts that a finding looked at, shown to explain it. */
export interface UsedFacts {
  readonly years?: readonly SchoolYear[];
  readonly events?: readonly string[];
  readonly contributions?: readonly string[];
  readonly families?: readonly FamilyCode[];
  readonly missions?: readonly MissionCode[];
  /** For each ground, the number of years (or members) that were reviewed on it. */
  readonly reviewedBy?: Readonly<Partial<Record<ReviewGround, number>>>;
  /** Number of the contributions that the person declared and no one validated. */
  readonly declared?: number;
}

/** The judgment of one requirement: the figure found, the figure required and the facts used. */
export interface Finding {
  /** Name of the requirement inside its achievement, e.g. `duration`; for a part, the kind of its rule. */
  readonly rule: string;
  readonly met: boolean;
  /** The figure found; for a composite rule, the number of its parts that are met. `someYear` and
   *  `someWindow` give the figures of the rule inside, in the year or window that came nearest (`used.years`
   *  names it). */
  readonly actual: number;
  readonly required: number;
  readonly used: UsedFacts;
  /** The rule that was judged, kept so that the finding can be put into words without the criteria. */
  readonly requirement: Rule;
  /** Findings of a composite rule's parts, in the year or window that came nearest. */
  readonly parts: readonly Finding[];
}

/** The judgment of one badge on facts as of a date. It is a proposal: a person grants the badge. */
export interface Evaluation {
  readonly achievement: string;
  /** Version of the criteria by which it was judged. */
  readonly version: number;
  readonly on: LocalDate;
  readonly met: boolean;
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}
