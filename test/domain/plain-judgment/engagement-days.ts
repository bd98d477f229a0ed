import {
  type FamilyCode,
  type MissionCode,
  ROLES,
  type Role,
} from '../../../src/domain/engagement/mission.ts';
import type { FactsBasis, YearOfEngagements } from '../../../src/domain/facts/types.ts';
import { type Authorisation, type Engagement, isCountable } from '../../../src/domain/records.ts';
import type { Whole } from '../../../src/domain/text/omit-undefined.ts';
import { FAMILY_CODES } from '../../support/office.ts';
import { countDays, type DaySpan, intersect, toDaySpan } from './day-spans.ts';
import { referenceWindow, type SchoolYear } from './school-year.ts';
import { type LocalDate, toDayNumber } from './time.ts';

/** A countable engagement and its days ≤ D. */
export interface CountableEngagement {
  readonly engagement: Engagement;
  readonly span: DaySpan;
}

/** The countable engagements, cut at D. An engagement that begins after D is left out. */
export function cutCountable(
  engagements: readonly Engagement[],
  on: LocalDate,
): readonly CountableEngagement[] {
  const upToD: DaySpan = { from: Number.NEGATIVE_INFINITY, to: toDayNumber(on) };
  return engagements.flatMap((engagement) => {
    if (!isCountable(engagement.confirmation)) return [];
    const span = intersect(toDaySpan(engagement.period), upToD);
    return span === undefined ? [] : [{ engagement, span }];
  });
}

/** The engagements' days inside W(Y). Engagements without any are left out. */
export function cutToYear(
  segments: readonly CountableEngagement[],
  year: SchoolYear,
): readonly CountableEngagement[] {
  const window = referenceWindow(year);
  return segments.flatMap(({ engagement, span }) => {
    const cut = intersect(span, window);
    return cut === undefined ? [] : [{ engagement, span: cut }];
  });
}

/** Which authorities confirmed these engagements: the principal (with or without reservation), the DANE on
 *  documents, or both. */
export function confirmersOf(segments: readonly CountableEngagement[]): {
  readonly principal: boolean;
  readonly dane: boolean;
} {
  const states = segments.map(({ engagement }) => engagement.confirmation);
  return {
    principal: states.some((state) => state !== 'confirmed-by-dane'),
    dane: states.includes('confirmed-by-dane'),
  };
}

/** Days, covered missions and families of W(Y), from engagements already cut at D (docs/rules.md, Engaged
 *  days). */
export function deriveYearOfEngagements(
  cut: readonly CountableEngagement[],
  year: SchoolYear,
  {
    authorisations,
    basis,
  }: { readonly authorisations: readonly Authorisation[]; readonly basis: FactsBasis },
): YearOfEngagements {
  const covered = coveredMissions(cut, authorisations, basis);
  const held = new Set(cut.flatMap(({ engagement }) => engagement.roles));
  const withRole: [Role, readonly MissionCode[]][] = ROLES.filter((role) => held.has(role)).map((role) => {
    const listing = cut.filter(({ engagement }) => engagement.roles.includes(role));
    return [role, coveredMissions(listing, authorisations, basis)];
  });
  const whole: Whole<YearOfEngagements> = {
    year,
    days: countDays(cut.map(({ span }) => span)),
    covered,
    coveredWithRole: Object.fromEntries(withRole.filter(([, missions]) => missions.length > 0)),
    families: familiesOf(covered, basis),
    uais: [...new Set(cut.map(({ engagement }) => engagement.uai))].toSorted(),
  };
  return whole;
}

/** Families of the elementary missions among these, in code order. C9 is not elementary and counts for
 *  none. */
function familiesOf(missions: readonly MissionCode[], { framework }: FactsBasis): readonly FamilyCode[] {
  const found = new Set<FamilyCode>();
  for (const code of missions) {
    const mission = framework.missions.get(code);
    if (mission?.elementary) found.add(mission.family);
  }
  return FAMILY_CODES.filter((family) => found.has(family));
}

function coveredMissions(
  segments: readonly CountableEngagement[],
  authorisations: readonly Authorisation[],
  { framework, thresholds }: FactsBasis,
): readonly MissionCode[] {
  const spans = new Map<MissionCode, DaySpan[]>();
  for (const segment of segments) {
    for (const code of segment.engagement.missions) {
      const mission = framework.missions.get(code);
      if (mission === undefined) continue;
      const counted = mission.conditional ? authorisedSpans(segment, code, authorisations) : [segment.span];
      const known = spans.get(code);
      if (known === undefined) spans.set(code, [...counted]);
      else known.push(...counted);
    }
  }
  return [...spans]
    .filter(([, days]) => countDays(days) >= thresholds.coveredMissionDays)
    .map(([code]) => code)
    .toSorted();
}

/** The days inside an authorisation of the same school and mission. Overlapping authorisations add up. */
function authorisedSpans(
  { engagement, span }: CountableEngagement,
  mission: MissionCode,
  authorisations: readonly Authorisation[],
): readonly DaySpan[] {
  return authorisations.flatMap((authorisation) => {
    if (authorisation.uai !== engagement.uai || authorisation.mission !== mission) return [];
    return intersect(span, toDaySpan(authorisation.period)) ?? [];
  });
}
