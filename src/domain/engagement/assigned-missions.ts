import type { Engagement } from '../records.ts';
import type { LocalDate, Period } from '../time/calendar.ts';
import { intersect, mergeSpans, toDaySpan, toPeriod } from '../time/day-spans.ts';
import type { Mission, MissionFamily, MissionFramework } from './mission.ts';

/** A mission that some of the engagements list, with its periods. */
export interface HeldMission {
  readonly mission: Mission;
  /** Periods that neither overlap nor touch, ascending. */
  readonly periods: readonly Period[];
}

/** A family with those of its missions that are held. */
export interface HeldFamily {
  readonly family: MissionFamily;
  readonly missions: readonly HeldMission[];
}

/** The missions of some engagements by family, in the framework's order; families without any are left out. */
export function deriveHeldMissions(
  engagements: readonly Engagement[],
  framework: MissionFramework,
): readonly HeldFamily[] {
  const families = framework.families.map((family) => ({
    family,
    missions: [...framework.missions.values()]
      .filter((mission) => mission.family === family.code)
      .flatMap((mission) => toHeld(mission, engagements)),
  }));
  return families.filter(({ missions }) => missions.length > 0);
}

function toHeld(mission: Mission, engagements: readonly Engagement[]): readonly HeldMission[] {
  const listing = engagements.filter(({ missions }) => missions.includes(mission.code));
  const spans = mergeSpans(listing.map(({ period }) => toDaySpan(period)));
  return spans.length === 0 ? [] : [{ mission, periods: spans.map(toPeriod) }];
}

/** The period from the first day of any engagement to the last, open where an engagement is open. Undefined without
 *  engagements. */
export function wholePeriod(engagements: readonly Engagement[]): Period | undefined {
  const [first, ...rest] = engagements.map(({ period }) => toDaySpan(period));
  if (first === undefined) return undefined;
  const from = rest.reduce((least, span) => Math.min(least, span.from), first.from);
  return toPeriod({ from, to: rest.reduce((most, span) => Math.max(most, span.to), first.to) });
}

/** The engagements in force on a day. Where there are none: the engagements that begin next, else those that ended
 *  last. */
export function engagementsAround(engagements: readonly Engagement[], on: LocalDate): readonly Engagement[] {
  const day = toDaySpan({ from: on, to: on });
  const lasting = engagements.filter(({ period }) => intersect(toDaySpan(period), day) !== undefined);
  if (lasting.length > 0) return lasting;
  const starts = engagements.map(({ period }) => period.from).filter((from) => from > on);
  const [next] = starts.toSorted();
  if (next !== undefined) return engagements.filter(({ period }) => period.from === next);
  const ends = engagements.map(({ period }) => period.to ?? period.from);
  const last = ends.toSorted().at(-1);
  return engagements.filter(({ period }) => (period.to ?? period.from) === last);
}
