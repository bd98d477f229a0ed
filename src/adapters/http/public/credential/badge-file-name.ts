import type { Award, IssuedCredential } from '../../../../domain/award/types.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import { awardedWhen } from '../../../../domain/holder/awarded-date.ts';
import { localDateInParis } from '../../../../domain/time/calendar.ts';
import { servedTitle } from '../../../../issuing/badge-title.ts';
import { toSlug } from '../../responses/url-path.ts';

/** The file name of an issued badge, without extension: in ASCII, in French like the badge, with its year. */
export function badgeFileName(
  definition: AchievementDefinition,
  issued: { readonly award: Award; readonly credential: IssuedCredential },
): string {
  const { award, credential } = issued;
  const name = toSlug(servedTitle(definition, issued, 'fr'));
  const awarded = awardedWhen(award, credential.choice);
  const year = awarded.kind === 'day' ? localDateInParis(awarded.at).slice(0, 4) : awarded.year;
  return award.recipient.kind === 'person' ? `${name}-${year}` : name;
}
