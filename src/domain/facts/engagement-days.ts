import { type FamilyCode, familiesWhere, type MissionCode, ROLES, type Role } from '../engagement/mission.ts';
import { type Authorisation, type Engagement, isCountable } from '../records.ts';
import type { Whole } from '../text/omit-undefined.ts';
import { type LocalDate, toDayNumber } from '../time/calendar.ts';
import { countDays, type DaySpan, intersect, toDaySpan } from '../time/day-spans.ts';
import { lastDayOf, referenceWindow, type SchoolYear } from '../time/school-year.ts';
import type { Facts, FactsBasis, YearOfEngagements } from './types.ts';

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
  const segments: CountableEngagement[] = [];
  for (const engagement of engagements) {
    if (!isCountable(engagement.confirmation)) continue;
    const span = intersect(toDaySpan(engagement.period), upToD);
    if (span !== undefined) segments.push({ engagement, span });
  }
  return segments;
}

/** The engagements' days inside W(Y). Engagements without any are left out. */
export function cutToYear(
  segments: readonly CountableEngagement[],
  year: SchoolYear,
): readonly CountableEngagement[] {
  const window = referenceWindow(year);
  const inYear: CountableEngagement[] = [];
  for (const { engagement, span } of segments) {
    const cut = intersect(span, window);
    if (cut !== undefined) inYear.push({ engagement, span: cut });
  }
  return inYear;
}

/** The authorities that confirmed these engagements: the principal (with or without reservation), the DANE on
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
  // Whole: a new fact does not compile before it is derived here, though older stored facts lack it.
  const whole: Whole<YearOfEngagements> = {
    year,
    days: countDays(cut.map(({ span }) => span)),
    covered,
    coveredWithRole: coveredWithRoles(cut, authorisations, { basis, covered }),
    families: familiesOf(covered, basis),
    uais: [...new Set(cut.map(({ engagement }) => engagement.uai))].toSorted(),
  };
  return whole;
}

/** For each role, the missions covered by the engagements that list it. `covered` are those of all engagements. */
function coveredWithRoles(
  cut: readonly CountableEngagement[],
  authorisations: readonly Authorisation[],
  { basis, covered }: { readonly basis: FactsBasis; readonly covered: readonly MissionCode[] },
): YearOfEngagements['coveredWithRole'] {
  const withRole: Partial<Record<Role, readonly MissionCode[]>> = {};
  // Most engagements have no role.
  if (cut.every(({ engagement }) => engagement.roles.length === 0)) return withRole;
  for (const role of ROLES) {
    const listing = cut.filter(({ engagement }) => engagement.roles.includes(role));
    if (listing.length === 0) continue;
    const all = listing.length === cut.length;
    const missions = all ? covered : coveredMissions(listing, authorisations, basis);
    if (missions.length > 0) withRole[role] = missions;
  }
  return withRole;
}

/** Families of the elementary missions among these, in the framework's order. */
function familiesOf(missions: readonly MissionCode[], { framework }: FactsBasis): readonly FamilyCode[] {
  const found = new Set<FamilyCode>();
  for (const code of missions) {
    const mission = framework.missions.get(code);
    if (mission?.elementary) found.add(mission.family);
  }
  return familiesWhere(framework, (family) => found.has(family));
}

function coveredMissions(
  segments: readonly CountableEngagement[],
  authorisations: readonly Authorisation[],
  { framework, thresholds }: FactsBasis,
): readonly MissionCode[] {
  const covered: MissionCode[] = [];
  for (const { engagement } of segments) {
    for (const code of engagement.missions) {
      if (covered.includes(code)) continue;
      const mission = framework.missions.get(code);
      if (mission === undefined) continue;
      const listing = segments.filter((segment) => segment.engagement.missions.includes(code));
      const spans = mission.conditional
        ? listing.flatMap((segment) => authorisedSpans(segment, code, authorisations))
        : listing.map(({ span }) => span);
      if (countDays(spans) >= thresholds.coveredMissionDays) covered.push(code);
    }
  }
  return covered.sort();
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

/** Whether the engagement, or the school year of a team, goes on after the judged day. Older stored facts of a
 *  person do not state it: an engagement that covers the judged day is then taken to go on. */
export function isOngoing(facts: Facts): boolean {
  if (facts.kind === 'establishment') return facts.on < lastDayOf(facts.schoolYear);
  return facts.ongoing ?? facts.engagedTo === facts.on;
}
