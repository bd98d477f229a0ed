import type { Achievement, Profile, ResultDescription } from '#open-badges/credential';
import { type AchievementDefinition, type Criteria, hasEnglish } from '../domain/criteria/definition.ts';
import { inLanguage, type MissionFramework } from '../domain/engagement/mission.ts';
import type { CriteriaTextContext } from '../texts/criteria/context.ts';
import { credentialTexts as en } from '../texts/en/public/credential.ts';
import { credentialTexts as fr } from '../texts/fr/public/credential.ts';
import { achievementUrl, type BadgeVersion } from './addresses.ts';
import { alignmentsOf } from './alignment.ts';

/** The two languages of the service. */
export type Locale = 'fr' | 'en';
/** The words that are written into badges, in each language. */
export const CREDENTIAL_TEXTS: Readonly<Record<Locale, typeof fr>> = { fr, en };

/** Puts the rules of a badge into words. `texts` implements it as `achievementNarrative`. */
export type AchievementNarrative = (
  definition: AchievementDefinition,
  context: CriteriaTextContext,
) => string;

/** The input of `achievement`: the badge to publish, and the words for it. */
export interface AchievementInput {
  readonly definition: AchievementDefinition;
  /** The version that defines the badge. */
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
  readonly origin: string;
  readonly locale: Locale;
  /** In the same language as `locale`. */
  readonly narrative: AchievementNarrative;
  /** Present where the achievement is a document of its own. Inside a credential, the issuer already names
   *  its author. */
  readonly creator?: Profile;
}

/** The published Achievement of one badge, criteria version and language (Open Badges 3.0, Achievement). */
export function achievement(input: AchievementInput): Achievement {
  const { definition, criteria, origin, framework, locale } = input;
  const badge = { code: definition.code, version: criteria.version };
  const id = achievementUrl(origin, badge, locale);
  const other = locale === 'fr' ? 'en' : 'fr';
  const version = String(criteria.version);
  return {
    id,
    type: ['Achievement'],
    achievementType: definition.achievementType,
    ...(input.creator && { creator: input.creator }),
    name: inLanguage(definition.name, locale),
    description: inLanguage(definition.description, locale),
    humanCode: definition.code,
    criteria: { id: `${id}#criteria`, narrative: criteriaNarrative(input) },
    image: {
      id: `${achievementUrl(origin, badge, 'fr')}/image.png`,
      type: 'Image',
      caption: CREDENTIAL_TEXTS[locale].imageCaption(inLanguage(definition.name, locale)),
    },
    alignment: alignmentsOf(definition, { framework, origin, locale }),
    resultDescription: resultDescriptions(definition, badge, { origin, locale }),
    inLanguage: locale,
    ...(hasEnglish(definition) && {
      related: [{ id: achievementUrl(origin, badge, other), type: ['Related'], inLanguage: other, version }],
    }),
    version,
  };
}

/** A figure that a badge states as a Result. */
export type ResultName = 'duration' | 'families' | 'hours';

const RESULT_TYPES: Readonly<Record<ResultName, string>> = {
  duration: 'ext:SchoolYears',
  families: 'ext:MissionFamilies',
  hours: 'ext:TrainingHours',
};

/** The results that a badge states. A school's badge does not state the length of an engagement. */
export function resultNames(recipient: AchievementDefinition['recipient']): readonly ResultName[] {
  return recipient === 'person' ? ['duration', 'families', 'hours'] : ['families', 'hours'];
}

/** Id of a result description. It is the same in both languages, because it names the same quantity. */
export function resultUrl(origin: string, badge: BadgeVersion, name: ResultName): string {
  return `${achievementUrl(origin, badge, 'fr')}#${name}`;
}

function resultDescriptions(
  { recipient }: AchievementDefinition,
  badge: BadgeVersion,
  { origin, locale }: { readonly origin: string; readonly locale: Locale },
): readonly ResultDescription[] {
  return resultNames(recipient).map((name) => ({
    id: resultUrl(origin, badge, name),
    type: ['ResultDescription'],
    name: CREDENTIAL_TEXTS[locale].results[name],
    resultType: RESULT_TYPES[name],
  }));
}

function criteriaNarrative({ definition, criteria, framework, locale, narrative }: AchievementInput): string {
  const names = new Map(criteria.achievements.map(({ code, name }) => [code, inLanguage(name, locale)]));
  const achievementName = (code: string) => names.get(code) ?? code;
  return narrative(definition, { framework, achievementName, thresholds: criteria.thresholds });
}
