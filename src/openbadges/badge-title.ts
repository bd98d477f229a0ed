import type { Award } from '../domain/award/award-types.ts';
import type { AchievementDefinition } from '../domain/criteria/criteria.ts';
import { schoolYearLabel } from '../domain/time/school-year.ts';
import type { Locale } from './achievement.ts';

/** What an issued badge is called, in the credential as on every page: a team's is about one school year, and says which. */
export function badgeTitle(
  definition: Pick<AchievementDefinition, 'name'>,
  { recipient, schoolYear }: Pick<Award, 'recipient' | 'schoolYear'>,
  locale: Locale,
): string {
  const name = definition.name[locale];
  return recipient.kind === 'person' ? name : `${name} ${schoolYearLabel(schoolYear)}`;
}
