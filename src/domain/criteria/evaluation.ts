import type { FamilyCode, MissionCode } from '../engagement/mission.ts';
import type { Facts } from '../facts/facts.ts';
import type { ReviewGround } from '../facts/review-years.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { LocalDate } from '../time/time.ts';
import type { Rule } from './rule.ts';

/** Which facts a finding looked at, so that a person can see why. */
export interface UsedFacts {
  readonly years?: readonly SchoolYear[];
  readonly events?: readonly string[];
  readonly contributions?: readonly string[];
  readonly families?: readonly FamilyCode[];
  readonly missions?: readonly MissionCode[];
  /** How many of the reviewed years, or members, were reviewed by what. */
  readonly reviewedBy?: Readonly<Partial<Record<ReviewGround, number>>>;
  /** How many of the contributions nobody has validated: the person declared them. */
  readonly declared?: number;
}

/** The judgment of one requirement: what was found, what is required, which facts were used. */
export interface Finding {
  /** Name of the requirement inside its achievement, e.g. `duration`; for a part, the kind of its rule. */
  readonly rule: string;
  readonly met: boolean;
  /** The figure found; for a composite rule the number of its parts that are met. `someYear` and `someWindow` give
   *  the figures of the rule inside, in the year or window that came nearest (named by `used.years`). */
  readonly actual: number;
  readonly required: number;
  readonly used: UsedFacts;
  /** The rule that was judged, so that the finding can be put into words later without the criteria at hand. */
  readonly requirement: Rule;
  /** Findings of a composite rule's parts, in the year or window that came nearest. */
  readonly parts: readonly Finding[];
}

/** One achievement judged on facts as of a date: nothing is decided by it, a person grants. */
export interface Evaluation {
  readonly achievement: string;
  /** Version of the criteria that judged. */
  readonly version: number;
  readonly on: LocalDate;
  readonly met: boolean;
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}
