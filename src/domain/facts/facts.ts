import type { Thresholds } from '../criteria/criteria.ts';
import type { FamilyCode, MissionCode, MissionFramework, Role } from '../engagement/mission.ts';
import type { PersonId } from '../ids.ts';
import type { ContributionKind } from '../records.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { LocalDate } from '../time/time.ts';
import type { Uai } from '../uai.ts';
import type { ReviewGround } from './review-years.ts';

/** What turns records into facts besides the date: the figures of a criteria version and the missions it speaks of. */
export interface FactsBasis {
  readonly thresholds: Thresholds;
  readonly framework: MissionFramework;
}

/** What is known of one person in one school year, as of a date D. */
export interface YearFacts {
  readonly year: SchoolYear;
  /** Union of countable days in W(Y), ≤ D. */
  readonly days: number;
  readonly value: 0 | 0.5 | 1;
  /** Missions covered (≥ the threshold of days), in code order. C9 may stand here; it belongs to no family count. */
  readonly covered: readonly MissionCode[];
  /** Missions covered by the segments that also list the role. */
  readonly coveredWithRole: Readonly<Partial<Record<Role, readonly MissionCode[]>>>;
  readonly families: readonly FamilyCode[];
  /** Hours of trainings dated in the year that still count at D (proof, not expired). */
  readonly trainingHours: number;
  /** Codes of the `EV-RENC`/`EV-CV` attended with proof. */
  readonly daneEvents: readonly string[];
  readonly reviewed: boolean;
  /** Where it is reviewed, by what; absent from facts that were kept before this was noted. */
  readonly reviewedBy?: ReviewGround;
  /** Schools of the countable segments with at least one day in W(Y). */
  readonly uais: readonly Uai[];
  /** A countable segment covers D, or the days do not reach the first threshold: shown as "engagement en cours". */
  readonly underway: boolean;
}

export interface TrainingFact {
  readonly code: string;
  readonly year: SchoolYear;
  readonly startsOn: LocalDate;
  readonly hours: number;
  readonly tags: readonly string[];
  /** Older than the criteria allow: gives no hours, even to an old period. */
  readonly expired: boolean;
}

export interface ContributionFact {
  readonly reference: string;
  readonly kind: ContributionKind;
  readonly on: LocalDate;
  readonly linked: boolean;
  readonly validated: boolean;
}

/** All that rules may look at for one person at one date (docs/rules.md, Facts). Years without any fact are absent. */
export interface PersonFacts {
  readonly kind: 'person';
  readonly personId: PersonId;
  readonly on: LocalDate;
  readonly schoolYear: SchoolYear;
  /** Ascending. */
  readonly years: readonly YearFacts[];
  readonly duration: number;
  readonly families: readonly FamilyCode[];
  readonly reviewYears: readonly SchoolYear[];
  /** Attended with enough proof, dated ≤ D, expired ones included and marked. */
  readonly trainings: readonly TrainingFact[];
  readonly contributions: readonly ContributionFact[];
  /** First and last day of the countable segments, cut at D. Absent where there is none. */
  readonly engagedFrom?: LocalDate;
  readonly engagedTo?: LocalDate;
  /** Who confirmed the countable segments. */
  readonly confirmedBy: { readonly principal: boolean; readonly dane: boolean };
}

export interface TeamMemberFacts {
  readonly personId: PersonId;
  readonly families: readonly FamilyCode[];
  readonly trained: boolean;
  readonly reviewed: boolean;
  /** As in `YearFacts`. */
  readonly reviewedBy?: ReviewGround;
}

/** All that the establishment's badge looks at: one school, one school year, as of D. */
export interface TeamFacts {
  readonly kind: 'establishment';
  readonly uai: Uai;
  readonly on: LocalDate;
  readonly schoolYear: SchoolYear;
  readonly members: readonly TeamMemberFacts[];
  readonly families: readonly FamilyCode[];
  /** How many members held the role on some day of W(Y), and the most on one day. */
  readonly roles: Readonly<Partial<Record<Role, { readonly holders: number; readonly atOnce: number }>>>;
  /** Codes of the `EV-ETAB` of that school in Y, ≤ D. */
  readonly meetings: readonly string[];
  readonly confirmedBy: { readonly principal: boolean; readonly dane: boolean };
  readonly trainingHours: number;
}

export type Facts = PersonFacts | TeamFacts;
