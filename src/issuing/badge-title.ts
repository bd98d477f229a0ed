import { textOf } from '#open-badges/parsing';
import type { Award, FormChoice, HolderChoice, IssuedCredential } from '../domain/award/types.ts';
import type { AchievementDefinition } from '../domain/criteria/definition.ts';
import { inLanguage } from '../domain/engagement/mission.ts';
import { schoolYearLabel } from '../domain/time/school-year.ts';
import type { Locale } from './achievement.ts';

type Titled = Pick<AchievementDefinition, 'name' | 'titles'>;
interface Issued {
  readonly award: OfAward;
  readonly credential: Pick<IssuedCredential, 'document'>;
}
type OfAward = Pick<Award, 'recipient' | 'schoolYear'>;

/** The title of a badge of this award. A team's title names its school year. A badge that shows its holder's
 *  full name has the grammatical form that the holder chose, in French only. */
export function badgeTitle(
  definition: Titled,
  { recipient, schoolYear }: OfAward,
  locale: Locale,
  choice?: Pick<HolderChoice, 'name' | 'form'>,
): string {
  if (recipient.kind === 'establishment')
    return `${inLanguage(definition.name, locale)} ${schoolYearLabel(schoolYear)}`;
  return titleInForm(definition, locale, choice?.name === 'full' ? choice.form : undefined);
}

/** The title of a badge for a person who has chosen a grammatical form, in French only. */
export function titleInForm({ titles, name }: Titled, locale: Locale, form: FormChoice | undefined): string {
  if (locale !== 'fr' || form === undefined || form === 'inclusive') return inLanguage(name, locale);
  return titles?.[form] ?? name.fr;
}

/** The title that an issued badge shows. In French, the language of credentials, it is the title in the
 *  served document. */
export function servedTitle(
  definition: Titled,
  { award, credential: { document } }: Issued,
  locale: Locale,
): string {
  const served = locale === 'fr' && document !== '' ? textOf(JSON.parse(document), 'name') : undefined;
  return served ?? badgeTitle(definition, award, locale);
}
