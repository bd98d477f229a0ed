import type { Authorisation, Engagement } from '../records.ts';
import { intersect, toDaySpan } from '../time/day-spans.ts';

/** Authorisations of the schools of some engagements, in force on at least one of their days. They are returned
 *  even where the engagements do not list the mission. */
export function actionsDuring(
  engagements: readonly Engagement[],
  authorisations: readonly Authorisation[],
): readonly Authorisation[] {
  return authorisations.filter((action) => engagements.some((engagement) => isDuring(engagement, action)));
}

/** Those among them that cover one of the missions of an engagement. */
export function authorisedActions(
  engagements: readonly Engagement[],
  authorisations: readonly Authorisation[],
): readonly Authorisation[] {
  return authorisations.filter((action) =>
    engagements.some(
      (engagement) => engagement.missions.includes(action.mission) && isDuring(engagement, action),
    ),
  );
}

function isDuring(engagement: Engagement, { uai, period }: Authorisation): boolean {
  return engagement.uai === uai && intersect(toDaySpan(engagement.period), toDaySpan(period)) !== undefined;
}
