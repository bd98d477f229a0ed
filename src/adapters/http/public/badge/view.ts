import type { Catalogue } from '../../../../application/ports.ts';
import { retiredSince } from '../../../../domain/criteria/badge-change.ts';
import {
  type AchievementDefinition,
  type Criteria,
  hasEnglish,
} from '../../../../domain/criteria/definition.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import type { BadgeSentences } from '../../../../domain/settings/office.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import type { Locale } from '../../../../issuing/achievement.ts';
import { CREDENTIAL_TEXTS, resultNames } from '../../../../issuing/achievement.ts';
import { achievementUrl } from '../../../../issuing/addresses.ts';
import { toSlug } from '../../responses/url-path.ts';
import type {
  BadgeCardView,
  BadgeView,
  CatalogueView,
  SentencesView,
} from '../../view-models/public-pages.ts';
import { ruleTexts, TEXTS } from '../../view-models/public-texts.ts';
import { pictureAsText } from '../credential/badge-picture.ts';
import { badgeAlignments } from '../framework/alignments.ts';
import { endorsementView } from './endorsement-view.ts';
import type { PublishedBadge } from './versions.ts';

interface Context {
  readonly catalogue: Catalogue;
  readonly origin: string;
  readonly locale: Locale;
  /** The office's short name. */
  readonly office: string;
  /** The version in force today. */
  readonly inForce: Criteria;
}

/** The catalogue: every badge of the version in force. */
export function catalogueView(context: Context): CatalogueView {
  const { inForce } = context;
  return {
    badges: inForce.achievements.map((definition) => badgeCard(definition, context)),
    version: inForce.version,
    inForceFrom: inForce.inForceFrom,
  };
}

/** One badge in a list. */
function badgeCard(definition: AchievementDefinition, context: Context): BadgeCardView {
  const { catalogue, inForce, locale } = context;
  const { requirement } = ruleTexts(catalogue, inForce, locale);
  return compact({
    code: definition.code,
    href: localised(`/badges/${definition.code}`, locale),
    ...(locale === 'en' && !hasEnglish(definition) && { lang: 'fr' as const }),
    name: inLanguage(definition.name, locale),
    description: inLanguage(definition.description, locale),
    imageSrc: `/badges/${definition.code}/v${inForce.version}/image.svg`,
    recipient: definition.recipient,
    validityYears: definition.validityYears,
    rules: definition.requirements.map(({ rule }) => requirement(rule)),
  });
}

/** The page of one badge in one version of the criteria. */
export function badgeView(
  { definition, criteria, endorsements }: PublishedBadge,
  context: Context,
): BadgeView {
  const { catalogue, origin, locale, inForce, office } = context;
  const texts = ruleTexts(catalogue, criteria, locale);
  const base = `/badges/${definition.code}/v${criteria.version}`;
  const name = inLanguage(definition.name, locale);
  const written = hasEnglish(definition) ? locale : 'fr';
  const { labels } = TEXTS[locale];
  const file = toSlug(definition.name.fr);
  const isToCome = criteria.inForceFrom > inForce.inForceFrom;
  const isInForce = inForce.achievements.some(({ code }) => code === definition.code);
  const isPast = inForce.version !== criteria.version && !isToCome;
  return compact({
    code: definition.code,
    ...(written !== locale && { lang: 'fr' as const }),
    name,
    description: inLanguage(definition.description, locale),
    summary: leadOf(inLanguage(definition.description, locale)),
    image: {
      src: `${base}/image.svg?lang=${locale}`,
      alt: pictureAsText({ definition }, { catalogue, office, locale }),
    },
    recipient: definition.recipient,
    validityYears: definition.validityYears,
    version: criteria.version,
    inForceFrom: criteria.inForceFrom,
    isToCome,
    retiredSince: isPast
      ? retiredSince(catalogue.versions(), { code: definition.code, today: inForce.inForceFrom })
      : undefined,
    ...(isToCome &&
      isInForce && {
        inForceNow: { label: labels.version(inForce.version), href: `/badges/${definition.code}` },
      }),
    ...(isPast &&
      isInForce && {
        supersededBy: { label: labels.version(inForce.version), href: `/badges/${definition.code}` },
      }),
    endorsements: endorsements.map(endorsementView),
    sentences: isPast || isToCome ? [] : sentencesView(catalogue.office.badges?.[definition.code], locale),
    requirements: definition.requirements.map(({ rule }) => texts.requirement(rule)),
    countingRules: TEXTS[locale].criteria.countingRules(definition, criteria.thresholds),
    results: resultNames(definition.recipient).map((result) => ({
      name: result,
      label: CREDENTIAL_TEXTS[locale].results[result],
    })),
    ...badgeAlignments(definition, { catalogue, origin, locale }),
    versions: [
      {
        label: labels.version(criteria.version),
        href: pathOf(achievementUrl(origin, { code: definition.code, version: criteria.version }, written)),
        current: true,
      },
    ],
    downloads: [
      { label: 'SVG', href: `${base}/image.svg`, download: `${file}.svg` },
      { label: 'PNG', href: `${base}/image.png`, download: `${file}.png` },
    ],
    documentHref: pathOf(
      achievementUrl(origin, { code: definition.code, version: criteria.version }, written),
    ),
  });
}

function sentencesView(sentences: BadgeSentences | undefined, locale: Locale): SentencesView {
  if (!sentences) return [];
  return (['requires', 'howTo'] as const).map((name) => {
    const { fr, en } = sentences[name];
    if (locale === 'fr') return { name, text: fr };
    return en === undefined ? { name, text: fr, lang: 'fr' } : { name, text: en };
  });
}

/** The part of a description before its colon: a sentence short enough for networks and pictures. */
export function leadOf(description: string): string {
  const lead = /^(.+?)\s?: /u.exec(description)?.[1];
  return lead === undefined ? description : `${lead}.`;
}

/** One of our addresses in a language: English needs a parameter, French is the default. */
export function localised(path: string, locale: Locale): string {
  return locale === 'en' ? `${path}?lang=en` : path;
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
