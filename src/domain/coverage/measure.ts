import {
  type FamilyCode,
  familiesWhere,
  type MissionFramework,
  SINGLE_ROLES,
} from '../engagement/mission.ts';
import { isConfirmedIn } from '../engagement/renewal.ts';
import { type Authorisation, type Engagement, isCountable } from '../records.ts';
import { type Instant, type LocalDate, toDayNumber } from '../time/calendar.ts';
import { countAtOnce, type DaySpan, intersect, toDaySpan } from '../time/day-spans.ts';
import { firstDayOf, lastDayOf, type SchoolYear, schoolYearOf } from '../time/school-year.ts';
import type { Uai } from '../uai.ts';

/** The coverage of a school, in the school year that contains one day. */
export interface MeasuredCoverage {
  readonly uai: Uai;
  readonly schoolYear: SchoolYear;
  /** People with a confirmed engagement between the first day of the year and that day. */
  readonly rupn: number;
  /** Those of them whom no one confirmed in this year: each of their engagements goes on from an earlier year.
   *  Absent from a measure made before they were counted apart. */
  readonly carriedOver?: number;
  /** Engagements with a day in the year that wait for the principal; `contested` counts the contested ones. */
  readonly requested: number;
  readonly contested: number;
  /** Single roles that two people hold, or ask to hold, on a common day of the year. */
  readonly clashes: number;
  readonly families: readonly FamilyCode[];
}

/** The states of a school in a year, in their order of precedence: the first that applies is its state.
 *  - `confirmed`: a person whose engagement was confirmed for this year (`isConfirmedIn`);
 *  - `carried-over`: a person with a confirmed engagement that goes on from an earlier year;
 *  - `waiting`: a request that its principal has not answered;
 *  - `contested`: a contested engagement;
 *  - `nobody`: no RUPN is known. */
export const COVERAGE_STATES = ['confirmed', 'carried-over', 'waiting', 'contested', 'nobody'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export function coverageStateOf({
  rupn,
  carriedOver = 0,
  requested,
  contested,
}: Pick<MeasuredCoverage, 'rupn' | 'carriedOver' | 'requested' | 'contested'>): CoverageState {
  if (rupn > carriedOver) return 'confirmed';
  if (rupn > 0) return 'carried-over';
  if (requested > 0) return 'waiting';
  return contested > 0 ? 'contested' : 'nobody';
}

/** The records of one school on which its coverage depends. */
export interface CoverageRecord {
  readonly uai: Uai;
  readonly engagements: readonly Engagement[];
  readonly authorisations: readonly Authorisation[];
}

interface Segment {
  readonly engagement: Engagement;
  readonly span: DaySpan;
}

/** Measures one school as of a day. A family is covered where a confirmed engagement lists one of its missions
 *  on some day of the school year up to that day. A mission that is not elementary never counts;
 *  a conditional one counts only on authorised days. */
export function measureCoverage(
  { uai, engagements, authorisations }: CoverageRecord,
  on: LocalDate,
  framework: MissionFramework,
): MeasuredCoverage {
  const schoolYear = schoolYearOf(on);
  const first = toDayNumber(firstDayOf(schoolYear));
  const ofYear = cut(engagements, { from: first, to: toDayNumber(lastDayOf(schoolYear)) });
  const inForce = cut(engagements, { from: first, to: toDayNumber(on) }).filter(({ engagement }) =>
    isCountable(engagement.confirmation),
  );
  const inState = (state: Engagement['confirmation']) =>
    ofYear.filter(({ engagement }) => engagement.confirmation === state).length;
  const people = (ofPeople: readonly Segment[]) =>
    new Set(ofPeople.map(({ engagement }) => engagement.personId)).size;
  const rupn = people(inForce);
  return {
    uai,
    schoolYear,
    rupn,
    carriedOver: rupn - people(inForce.filter(({ engagement }) => isConfirmedIn(engagement, schoolYear))),
    requested: inState('requested'),
    contested: inState('contested'),
    clashes: countConflicts(ofYear),
    families: coveredFamilies(inForce, authorisations, framework),
  };
}

function cut(engagements: readonly Engagement[], days: DaySpan): readonly Segment[] {
  return engagements.flatMap((engagement) => {
    const span = intersect(toDaySpan(engagement.period), days);
    return span === undefined ? [] : [{ engagement, span }];
  });
}

function countConflicts(segments: readonly Segment[]): number {
  const standing = segments.filter(({ engagement }) => engagement.confirmation !== 'contested');
  return SINGLE_ROLES.filter((role) => {
    const holding = standing.filter(({ engagement }) => engagement.roles.includes(role));
    const holders = Map.groupBy(holding, ({ engagement }) => engagement.personId);
    return countAtOnce([...holders.values()].map((held) => held.map(({ span }) => span))) > 1;
  }).length;
}

function coveredFamilies(
  segments: readonly Segment[],
  authorisations: readonly Authorisation[],
  framework: MissionFramework,
): readonly FamilyCode[] {
  const found = new Set<FamilyCode>();
  for (const { engagement, span } of segments) {
    for (const code of engagement.missions) {
      const mission = framework.missions.get(code);
      if (!mission?.elementary) continue;
      const counts =
        !mission.conditional ||
        authorisations.some(
          (one) =>
            one.uai === engagement.uai &&
            one.mission === code &&
            intersect(span, toDaySpan(one.period)) !== undefined,
        );
      if (counts) found.add(mission.family);
    }
  }
  return familiesWhere(framework, (family) => found.has(family));
}

export type CoverageChange =
  /** Replaces the earlier coverage of these schools in the same school year, or on the same chosen day. A measure
   *  that was made while its school year ran is never replaced after that year. */
  | {
      readonly kind: 'coverage-measured';
      readonly coverages: readonly MeasuredCoverage[];
      readonly at: Instant;
      /** A day that someone chose; absent for the present coverage of the school year. */
      readonly on?: LocalDate;
    }
  /** Deletes the measures of chosen days that were made before this instant. */
  | { readonly kind: 'coverage-days-forgotten'; readonly before: Instant };
