import type { PersonId } from '../ids.ts';
import { type Authorisation, type Engagement, isCountable } from '../records.ts';
import { type DaySpan, intersect, toDaySpan } from '../time/day-spans.ts';
import { firstDayOf, lastDayOf, type SchoolYear } from '../time/school-year.ts';
import type { Period } from '../time/time.ts';
import { type FamilyCode, type MissionCode, type MissionFramework, ROLES, type Role } from './mission.ts';
import { findClashes, type SingleRoleClash } from './single-role-clash.ts';

/** How a person holds a mission or a role: the best state among their segments of the year. */
export type Holding = 'held' | 'requested' | 'contested' | 'none';

export interface SplitCell {
  readonly holding: Holding;
  /** True for a conditional mission without an authorisation on any day of the segment. */
  readonly unauthorised: boolean;
}

interface SplitRow {
  /** One cell for each person, in the order of `people`. */
  readonly cells: readonly SplitCell[];
  readonly nobody: boolean;
}

export interface MissionRow extends SplitRow {
  readonly code: MissionCode;
  readonly family: FamilyCode;
  /** Needs an authorisation of the local authority. `authorised` says whether one exists this year. */
  readonly conditional: boolean;
  readonly authorised: boolean;
  /** True where a person is expected to hold the mission, and no person holds or asks for it. The mission
   *  belongs to the counts and, if it is conditional, is authorised this year. */
  readonly gap: boolean;
}

export interface RoleRow extends SplitRow {
  readonly role: Role;
  readonly clashes: readonly SingleRoleClash[];
  /** The people in the clash, in the order of `people`. */
  readonly rivals: readonly PersonId[];
  /** The segments that clash. A request comes first where there is one, because deciding it settles the
   *  clash. */
  readonly clashing: readonly Engagement[];
}

/** Which person does what in a school in one school year. */
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

/** The segments that have a day in the school year. */
export function engagementsOfYear<Item extends Pick<Engagement, 'period'>>(
  engagements: readonly Item[],
  year: SchoolYear,
): readonly Item[] {
  return engagements.filter(({ period }) => lasts(period, year));
}

/** The split of missions of one school, from its segments. People are in the order of their first segment. */
export function deriveMissionSplit(facts: SchoolFacts, year: SchoolYear): MissionSplit {
  const segments = engagementsOfYear(facts.engagements, year);
  const people = [...new Set(segments.map(({ personId }) => personId))];
  const authorised = facts.authorisations.filter(({ period }) => lasts(period, year));
  const missions = [...facts.framework.missions.values()].map((mission) => {
    const { code, family, conditional, elementary } = mission;
    const allowed = authorised.filter((one) => one.mission === code);
    const row = makeRow(people, segments, {
      lists: ({ missions: listed }) => listed.includes(code),
      isAuthorised: (segment) => !conditional || allowed.some((one) => overlap(one, segment)),
    });
    const isAllowed = allowed.length > 0;
    const gap = row.nobody && elementary && (!conditional || isAllowed);
    return { ...row, code, family, conditional, authorised: isAllowed, gap };
  });
  return { people, missions, roles: ROLES.map((role) => makeRoleRow(people, segments, role)) };
}

/** Missions that a person is expected to hold, and that no person holds or asks for. */
export function findGaps({ missions }: MissionSplit): readonly MissionRow[] {
  return missions.filter(({ gap }) => gap);
}

/** A mission of a person, with the number of other people who share it. */
export interface MissionShare {
  readonly mission: MissionCode;
  readonly others: number;
}

/** The missions that a person holds, confirmed, on a day of a period, in code order. `others` counts the
 *  people who hold the same mission on one of these days. `team` holds the segments of everyone at one
 *  school. */
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

function makeRoleRow(people: readonly PersonId[], segments: readonly Engagement[], role: Role): RoleRow {
  const standing = segments.filter(({ confirmation }) => confirmation !== 'contested');
  const pairs = standing.flatMap((segment, index) =>
    findClashes(segment, standing.slice(index + 1))
      .filter((clash) => clash.role === role)
      .map((clash) => ({ segment, clash })),
  );
  const clashing = [...new Set(pairs.flatMap(({ segment, clash }) => [segment, clash.holder]))];
  const lists = ({ roles }: Engagement) => roles.includes(role);
  return {
    ...makeRow(people, segments, { lists, isAuthorised: () => true }),
    role,
    clashes: pairs.map(({ clash }) => clash),
    rivals: people.filter((id) => clashing.some(({ personId }) => personId === id)),
    clashing: clashing.toSorted(
      (a, b) => Number(isCountable(a.confirmation)) - Number(isCountable(b.confirmation)),
    ),
  };
}

interface RowRule {
  readonly lists: (engagement: Engagement) => boolean;
  readonly isAuthorised: (engagement: Engagement) => boolean;
}

function makeRow(
  people: readonly PersonId[],
  segments: readonly Engagement[],
  { lists, isAuthorised }: RowRule,
): SplitRow {
  const listing = segments.filter(lists);
  const cells = people.map((id) => {
    const own = listing.filter(({ personId }) => personId === id);
    return { holding: bestOf(own), unauthorised: own.some((segment) => !isAuthorised(segment)) };
  });
  return { cells, nobody: cells.every(({ holding }) => holding === 'none' || holding === 'contested') };
}

function bestOf(segments: readonly Engagement[]): Holding {
  if (segments.some(({ confirmation }) => isCountable(confirmation))) return 'held';
  if (segments.some(({ confirmation }) => confirmation === 'requested')) return 'requested';
  return segments.length > 0 ? 'contested' : 'none';
}

function lasts(period: Engagement['period'], year: SchoolYear): boolean {
  return overlap({ period }, { period: { from: firstDayOf(year), to: lastDayOf(year) } });
}

function overlap(one: Pick<Engagement, 'period'>, other: Pick<Engagement, 'period'>): boolean {
  return intersect(toDaySpan(one.period), toDaySpan(other.period)) !== undefined;
}
