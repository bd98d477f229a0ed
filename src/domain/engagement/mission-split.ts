import type { PersonId } from '../ids.ts';
import { type Authorisation, type Engagement, isCountable } from '../records.ts';
import type { Period } from '../time/calendar.ts';
import { type DaySpan, intersect, mergeSpans, toDaySpan, toPeriod } from '../time/day-spans.ts';
import { type SchoolYear, wholeYear } from '../time/school-year.ts';
import { type FamilyCode, type MissionCode, type MissionFramework, ROLES, type Role } from './mission.ts';
import { type MissionSharing, sharingsOfMission } from './mission-sharing.ts';
import { findConflicts, type RoleConflict } from './role-conflict.ts';

/** How a person holds a mission or a role: the best state among their engagements of the days looked at. */
export type Holding = 'held' | 'requested' | 'contested' | 'none';

/** How one person holds one mission or role. */
export interface SplitCell {
  readonly holding: Holding;
  /** True for a conditional mission without an authorisation on any day of the engagement. */
  readonly unauthorised: boolean;
  /** The days of this holding, ascending and not cut to the days looked at; engagements that follow one another
   *  make one period. */
  readonly periods: readonly Period[];
  /** How the person shares the mission with others; absent if no sharing was noted. */
  readonly sharing?: readonly MissionSharing[];
}

interface SplitRow {
  /** One cell for each person, in the order of `people`. */
  readonly cells: readonly SplitCell[];
  readonly nobody: boolean;
}

/** A mission, with one cell for each person. */
export interface MissionRow extends SplitRow {
  readonly code: MissionCode;
  readonly family: FamilyCode;
  /** Needs an authorisation of the local authority. `authorised` says whether one exists on
   *  one of the days looked at. */
  readonly conditional: boolean;
  readonly authorised: boolean;
  /** True if no one holds the mission or asks for it, although someone should: the mission counts and, if
   *  it is conditional, is authorised on one of these days. */
  readonly gap: boolean;
}

/** A role, with one cell for each person, and the clashes where only one person may hold it. */
export interface RoleRow extends SplitRow {
  readonly role: Role;
  readonly clashes: readonly RoleConflict[];
  /** The people in the clash, in the order of `people`. */
  readonly rivals: readonly PersonId[];
  /** The engagements that clash. A requested engagement comes first, because the decision on it settles the
   *  clash. */
  readonly clashing: readonly Engagement[];
}

/** The missions and roles of each person at a school on some days. */
export interface MissionSplit {
  readonly people: readonly PersonId[];
  readonly missions: readonly MissionRow[];
  readonly roles: readonly RoleRow[];
}

interface SchoolFacts {
  readonly engagements: readonly Engagement[];
  readonly authorisations: readonly Authorisation[];
  readonly framework: MissionFramework;
}

/** The engagements that have a day in the school year. */
export function engagementsOfYear<Item extends Pick<Engagement, 'period'>>(
  engagements: readonly Item[],
  year: SchoolYear,
): readonly Item[] {
  return engagements.filter(({ period }) => shareDays(period, wholeYear(year)));
}

/** The split of missions of one school on a day, or over a longer period such as a school year, from all its
 *  engagements. People are in the order of their first engagement. */
export function deriveMissionSplit(facts: SchoolFacts, within: Period): MissionSplit {
  const { engagements: all } = facts;
  const segments = all.filter(({ period }) => shareDays(period, within));
  const people = [...new Set(segments.map(({ personId }) => personId))];
  const team = { people, all, within };
  const authorised = facts.authorisations.filter(({ period }) => shareDays(period, within));
  const missions = [...facts.framework.missions.values()].map((mission) => {
    const { code, family, conditional, elementary } = mission;
    const allowed = authorised.filter((one) => one.mission === code);
    const row = makeRow(team, {
      mission: code,
      lists: ({ missions: listed }) => listed.includes(code),
      isAuthorised: (segment) =>
        !conditional || allowed.some(({ period }) => shareDays(period, segment.period)),
    });
    const isAllowed = allowed.length > 0;
    const gap = row.nobody && elementary && (!conditional || isAllowed);
    return { ...row, code, family, conditional, authorised: isAllowed, gap };
  });
  return { people, missions, roles: ROLES.map((role) => makeRoleRow(team, segments, role)) };
}

/** Missions without a holder, as `gap` defines them. */
export function findGaps({ missions }: MissionSplit): readonly MissionRow[] {
  return missions.filter(({ gap }) => gap);
}

/** A mission of a person, with the number of other people who also hold it. */
export interface MissionShare {
  readonly mission: MissionCode;
  readonly others: number;
}

/** The missions that a person holds, confirmed, on a day of a period, in code order. `team` holds the
 *  engagements of everyone at one school. `others` counts the people who hold the same mission on one of the
 *  days. */
export function countShares(
  personId: PersonId,
  team: readonly Engagement[],
  period: Period,
): readonly MissionShare[] {
  const within = toDaySpan(period);
  const held = team.filter(({ confirmation }) => isCountable(confirmation));
  const spansOf = (mission: MissionCode, isOwn: boolean) =>
    held
      .filter((one) => (one.personId === personId) === isOwn && one.missions.includes(mission))
      .flatMap((one) => {
        const span = intersect(toDaySpan(one.period), within);
        return span ? [{ personId: one.personId, span }] : [];
      });
  const codes = new Set(held.flatMap((one) => (one.personId === personId ? one.missions : [])));
  return [...codes].toSorted().flatMap((mission) => {
    const own = spansOf(mission, true).map(({ span }) => span);
    const sharing = spansOf(mission, false).filter(({ span }) => isTouched(span, own));
    const others = new Set(sharing.map((one) => one.personId)).size;
    return own.length > 0 ? [{ mission, others }] : [];
  });
}

function isTouched(span: DaySpan, spans: readonly DaySpan[]): boolean {
  return spans.some((one) => intersect(one, span) !== undefined);
}

function makeRoleRow(team: Team, segments: readonly Engagement[], role: Role): RoleRow {
  const standing = segments.filter(({ confirmation }) => confirmation !== 'contested');
  const pairs = standing.flatMap((segment, index) =>
    findConflicts(segment, standing.slice(index + 1))
      .filter((conflict) => conflict.role === role)
      .map((clash) => ({ segment, clash })),
  );
  const clashing = [...new Set(pairs.flatMap(({ segment, clash }) => [segment, clash.holder]))];
  const lists = ({ roles }: Engagement) => roles.includes(role);
  return {
    ...makeRow(team, { lists, isAuthorised: () => true }),
    role,
    clashes: pairs.map(({ clash }) => clash),
    rivals: team.people.filter((id) => clashing.some(({ personId }) => personId === id)),
    clashing: clashing.toSorted(
      (a, b) => Number(isCountable(a.confirmation)) - Number(isCountable(b.confirmation)),
    ),
  };
}

interface Team {
  readonly people: readonly PersonId[];
  /** Every engagement of the school. */
  readonly all: readonly Engagement[];
  readonly within: Period;
}

interface RowRule {
  /** The mission of the row; absent for a role. */
  readonly mission?: MissionCode;
  readonly lists: (engagement: Engagement) => boolean;
  readonly isAuthorised: (engagement: Engagement) => boolean;
}

function makeRow({ people, all, within }: Team, { mission, lists, isAuthorised }: RowRule): SplitRow {
  const listing = all.filter(lists);
  const cells = people.map((id) => {
    const own = listing.filter(({ personId }) => personId === id);
    const present = own.filter(({ period }) => shareDays(period, within));
    const holding = bestOf(present);
    const sharing = mission ? sharingsOfMission(mission, present) : [];
    const alike = own.filter((segment) => bestOf([segment]) === holding);
    return {
      holding,
      unauthorised: present.some((segment) => !isAuthorised(segment)),
      periods: mergeSpans(alike.map(({ period }) => toDaySpan(period)))
        .map(toPeriod)
        .filter((period) => shareDays(period, within)),
      ...(sharing.length > 0 && { sharing }),
    };
  });
  return { cells, nobody: cells.every(({ holding }) => holding === 'none' || holding === 'contested') };
}

function bestOf(segments: readonly Engagement[]): Holding {
  if (segments.some(({ confirmation }) => isCountable(confirmation))) return 'held';
  if (segments.some(({ confirmation }) => confirmation === 'requested')) return 'requested';
  return segments.length > 0 ? 'contested' : 'none';
}

function shareDays(one: Period, other: Period): boolean {
  return intersect(toDaySpan(one), toDaySpan(other)) !== undefined;
}
