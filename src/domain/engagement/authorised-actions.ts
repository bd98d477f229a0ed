import type { Authorisation, Engagement } from '../records.ts';
import { intersect, toDaySpan } from '../time/day-spans.ts';

/** What the local authority allows of the missions that some segments list, on some of their days. */
export function authorisedActions(
  segments: readonly Engagement[],
  authorisations: readonly Authorisation[],
): readonly Authorisation[] {
  return authorisations.filter(({ uai, mission, period }) =>
    segments.some(
      (segment) =>
        segment.uai === uai &&
        segment.missions.includes(mission) &&
        intersect(toDaySpan(segment.period), toDaySpan(period)) !== undefined,
    ),
  );
}
