import type { FamilyCode, MissionCode } from '../engagement/mission.ts';
import type { Facts } from '../facts/facts.ts';
import type { ReviewGround } from '../facts/review-years.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { LocalDate } from '../time/time.ts';
import type { Rule } from './rule.ts';

/** The facts that a finding looked at, shown to explain it. */
export interface UsedFacts {
  readonly years?: readonly SchoolYear[];
  readonly events?: readonly string[];
  readonly contributions?: readonly string[];
  readonly families?: readonly FamilyCode[];
  readonly missions?: readonly MissionCode[];
  /** For each ground, the number of the reviewed years, or members, that were reviewed on it. */
  readonly reviewedBy?: Readonly<Partial<Record<ReviewGround, number>>>;
  /** How many of the contributions are declared by the person and validated by nobody. */
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

/** The judgment of one achievement on facts as of a date. It decides nothing: a person grants. */
export interface Evaluation {
  readonly achievement: string;
  /** Version of the criteria that judged. */
  readonly version: number;
  readonly on: LocalDate;
  readonly met: boolean;
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}
