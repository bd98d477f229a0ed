import type { Authorisation, Engagement } from '../records.ts';
import { intersect, toDaySpan } from '../time/day-spans.ts';

/** Authorisations that cover one of the missions of some segments on at least one of their days. */
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
