import type { Award } from '../domain/award/award-types.ts';
import type { AchievementDefinition } from '../domain/criteria/criteria.ts';
import { schoolYearLabel } from '../domain/time/school-year.ts';
import type { Locale } from './achievement.ts';

/** The title of an issued badge, in the credential and on every page. A team's title names its school
 *  year. */
export function badgeTitle(
  definition: Pick<AchievementDefinition, 'name'>,
  { recipient, schoolYear }: Pick<Award, 'recipient' | 'schoolYear'>,
  locale: Locale,
): string {
  const name = definition.name[locale];
  return recipient.kind === 'person' ? name : `${name} ${schoolYearLabel(schoolYear)}`;
}
