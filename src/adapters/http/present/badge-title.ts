import type { Award } from '../../../domain/award/award-types.ts';
import type { AchievementDefinition } from '../../../domain/criteria/criteria.ts';
import { localDateInParis } from '../../../domain/time/time.ts';
import type { Locale } from '../env.ts';
import { toSlug } from '../slug.ts';

type Awarded = Pick<Award, 'evaluation' | 'grantedAt'>;

/** What an issued badge is called: a team's is about one school year, and says which. */
export function badgeTitle(definition: AchievementDefinition, award: Awarded, locale: Locale): string {
  const { facts } = award.evaluation;
  const name = definition.name[locale];
  return facts.kind === 'person' ? name : `${name} ${facts.schoolYear}-${facts.schoolYear + 1}`;
}

/** Name, without its extension, of a file of an issued badge: in ASCII, in French like the badge, with its year. */
export function badgeFileName(definition: AchievementDefinition, award: Awarded): string {
  const name = toSlug(badgeTitle(definition, award, 'fr'));
  const year = localDateInParis(award.grantedAt).slice(0, 4);
  return award.evaluation.facts.kind === 'person' ? `${name}-${year}` : name;
}
