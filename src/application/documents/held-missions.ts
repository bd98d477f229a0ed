import type {
  Mission,
  MissionCode,
  MissionFamily,
  MissionFramework,
} from '../../domain/engagement/mission.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Engagement, isCountable, type PersonRecord } from '../../domain/records.ts';
import { type DaySpan, intersect, mergeSpans, toDaySpan } from '../../domain/time/day-spans.ts';
import { fromDayNumber, type LocalDate, type Period } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';

/** A mission somebody holds at a school, when, and who else holds it there on a common day. */
export interface HeldMission {
  readonly mission: Mission;
  /** Periods that neither overlap nor touch, ascending. */
  readonly periods: readonly Period[];
  readonly sharedWith: readonly PersonId[];
}

export interface HeldFamily {
  readonly family: MissionFamily;
  readonly missions: readonly HeldMission[];
}

/** The confirmed segments of somebody at a school begun by a day, ascending. */
export function countableAt(record: PersonRecord, uai: Uai, on: LocalDate): readonly Engagement[] {
  return record.engagements
    .filter(
      (engagement) =>
        engagement.uai === uai && isCountable(engagement.confirmation) && engagement.period.from <= on,
    )
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
}

/** The missions of some segments by family, in the framework's order; families without any are left out.
 *  `team`: the records of everyone at the school, whose confirmed segments are looked at. */
export function deriveHeldMissions(
  segments: readonly Engagement[],
  team: readonly PersonRecord[],
  framework: MissionFramework,
): readonly HeldFamily[] {
  const families = framework.families.map((family) => ({
    family,
    missions: [...framework.missions.values()]
      .filter((mission) => mission.family === family.code)
      .flatMap((mission) => toHeld(mission, segments, team)),
  }));
  return families.filter(({ missions }) => missions.length > 0);
}

function toHeld(
  mission: Mission,
  segments: readonly Engagement[],
  team: readonly PersonRecord[],
): readonly HeldMission[] {
  const [first] = segments;
  const spans = spansOf(segments, mission.code);
  if (first === undefined || spans.length === 0) return [];
  const others = team.filter(({ personId }) => personId !== first.personId);
  const sharing = others.filter(({ engagements }) => {
    const theirs = engagements.filter(
      ({ uai, confirmation }) => uai === first.uai && isCountable(confirmation),
    );
    return spansOf(theirs, mission.code).some((span) =>
      spans.some((own) => intersect(own, span) !== undefined),
    );
  });
  return [{ mission, periods: spans.map(toPeriod), sharedWith: sharing.map(({ personId }) => personId) }];
}

function spansOf(segments: readonly Engagement[], mission: MissionCode): readonly DaySpan[] {
  const listing = segments.filter(({ missions }) => missions.includes(mission));
  return mergeSpans(listing.map(({ period }) => toDaySpan(period)));
}

function toPeriod({ from, to }: DaySpan): Period {
  const first = fromDayNumber(from);
  return Number.isFinite(to) ? { from: first, to: fromDayNumber(to) } : { from: first };
}

/** The first and last day that segments reach together; open where one of them is. Undefined for no segment. */
export function wholePeriod(segments: readonly Engagement[]): Period | undefined {
  const [first, ...rest] = segments.map(({ period }) => toDaySpan(period));
  if (first === undefined) return undefined;
  const from = rest.reduce((least, span) => Math.min(least, span.from), first.from);
  return toPeriod({ from, to: rest.reduce((most, span) => Math.max(most, span.to), first.to) });
}
