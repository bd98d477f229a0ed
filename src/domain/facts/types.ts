import type { Thresholds } from '../criteria/definition.ts';
import type { FamilyCode, MissionCode, MissionFramework, Role } from '../engagement/mission.ts';
import type { PersonId } from '../ids.ts';
import type { ContributionKind } from '../records.ts';
import type { LocalDate } from '../time/calendar.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Uai } from '../uai.ts';
import type { ReviewGround } from './review-years.ts';

/** The thresholds and missions by which records become facts. */
export interface FactsBasis {
  readonly thresholds: Thresholds;
  readonly framework: MissionFramework;
}

/** The facts of one school year that come from countable engagements, as of a date D. */
export interface YearOfEngagements {
  readonly year: SchoolYear;
  /** Union of countable days in W(Y), ≤ D. */
  readonly days: number;
  /** Missions covered on at least the required days, in code order. It may contain a mission that counts for no
   *  family. */
  readonly covered: readonly MissionCode[];
  /** Missions covered by the engagements that also list the role. */
  readonly coveredWithRole: Readonly<Partial<Record<Role, readonly MissionCode[]>>>;
  readonly families: readonly FamilyCode[];
  /** Schools of the countable engagements with at least one day in W(Y). */
  readonly uais: readonly Uai[];
}

/** A fact that no record tells. It is absent from what is derived, and `asDecided` alone adds it. */
export interface DecidedFact {
  /** The office decided, with a reason, as a badge asks. */
  readonly decided?: true;
}

/** The facts of one person in one school year, as of a date D. */
export interface YearFacts extends YearOfEngagements {
  readonly value: 0 | 0.5 | 1;
  /** Hours of trainings dated in the year that still count at D (proof, not expired). */
  readonly trainingHours: number;
  /** Codes of the `EV-RENC`/`EV-CV` attended with proof. */
  readonly daneEvents: readonly string[];
  readonly reviewed: boolean;
  /** The ground on which the year counts as reviewed. Absent from older stored facts, which have no
   *  ground. */
  readonly reviewedBy?: ReviewGround;
  /** True if a countable segment covers D, or where the days do not reach the first threshold. Shown as
   *  "engagement en cours". */
  readonly underway: boolean;
}

/** A training that a person attended, as a fact. */
export interface TrainingFact {
  readonly code: string;
  readonly year: SchoolYear;
  readonly startsOn: LocalDate;
  readonly hours: number;
  readonly tags: readonly string[];
  /** True for a training older than the criteria allow: it gives no hours, even to an old period. */
  readonly expired: boolean;
}

/** A contribution of a person, as a fact. `linked`: its author gave an address. `validated`: the DANE
 *  validated it. */
export interface ContributionFact {
  readonly reference: string;
  readonly kind: ContributionKind;
  readonly on: LocalDate;
  readonly linked: boolean;
  readonly validated: boolean;
}

/** All facts that rules may look at for one person at one date (docs/rules.md, Facts). Years without any fact
 *  are absent. */
export interface PersonFacts extends DecidedFact {
  readonly kind: 'person';
  readonly personId: PersonId;
  readonly on: LocalDate;
  readonly schoolYear: SchoolYear;
  /** Ascending. */
  readonly years: readonly YearFacts[];
  readonly duration: number;
  readonly families: readonly FamilyCode[];
  readonly reviewYears: readonly SchoolYear[];
  /** Trainings attended with enough proof, dated ≤ D. Expired ones are included and marked. */
  readonly trainings: readonly TrainingFact[];
  readonly contributions: readonly ContributionFact[];
  /** First and last day of the countable engagements, cut at D. Absent if there is none. */
  readonly engagedFrom?: LocalDate;
  readonly engagedTo?: LocalDate;
  /** Whether a countable engagement goes on after D. Absent without an engagement, and from older stored facts
   *  (`isOngoing`). */
  readonly ongoing?: boolean;
  /** The authorities that confirmed the countable engagements. */
  readonly confirmedBy: { readonly principal: boolean; readonly dane: boolean };
}

/** The facts of one member of a school's team, in one school year. */
export interface TeamMemberFacts {
  readonly personId: PersonId;
  readonly families: readonly FamilyCode[];
  readonly trained: boolean;
  readonly reviewed: boolean;
  /** As in `YearFacts`. */
  readonly reviewedBy?: ReviewGround;
}

/** All facts for a school's badge: one school, one school year, as of D. */
export interface TeamFacts extends DecidedFact {
  readonly kind: 'establishment';
  readonly uai: Uai;
  readonly on: LocalDate;
  readonly schoolYear: SchoolYear;
  readonly members: readonly TeamMemberFacts[];
  readonly families: readonly FamilyCode[];
  /** For each role, the number of members who held it on some day of W(Y), and the most on the same day. */
  readonly roles: Readonly<Partial<Record<Role, { readonly holders: number; readonly atOnce: number }>>>;
  /** Codes of the `EV-ETAB` of that school in Y, ≤ D. */
  readonly meetings: readonly string[];
  readonly confirmedBy: { readonly principal: boolean; readonly dane: boolean };
  readonly trainingHours: number;
}

/** The facts of a person, or of a school. */
export type Facts = PersonFacts | TeamFacts;
