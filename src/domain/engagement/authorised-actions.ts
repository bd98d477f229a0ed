import type { Authorisation, Engagement } from '../records.ts';
import { intersect, toDaySpan } from '../time/day-spans.ts';

/** Authorisations of the schools of some segments, in force on at least one of their days. They are returned
 *  even where the segments do not list the mission. */
export function actionsDuring(
  segments: readonly Engagement[],
  authorisations: readonly Authorisation[],
): readonly Authorisation[] {
  return authorisations.filter((action) => segments.some((segment) => isDuring(segment, action)));
}

/** Those among them that cover one of the missions of a segment. */
export function authorisedActions(
  segments: readonly Engagement[],
  authorisations: readonly Authorisation[],
): readonly Authorisation[] {
  return authorisations.filter((action) =>
    segments.some((segment) => segment.missions.includes(action.mission) && isDuring(segment, action)),
  );
}

function isDuring(segment: Engagement, { uai, period }: Authorisation): boolean {
  return segment.uai === uai && intersect(toDaySpan(segment.period), toDaySpan(period)) !== undefined;
}
