import type { Award } from '../../../domain/award-types.ts';
import type { AchievementDefinition } from '../../../domain/criteria.ts';
import type { FamilyCode } from '../../../domain/mission.ts';
import { badgeSvg, emblemFamilies } from '../../../drawings/badge-svg.ts';
import { OG_CARD_WIDTH, ogCardSvg } from '../../../drawings/og-card-svg.ts';
import { pageTexts as en } from '../../../texts/en/pages.ts';
import { pageTexts as fr } from '../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../env.ts';
import { makeImageCache } from '../image-cache.ts';

/** Wide enough for a print of 5 cm. */
const BADGE_WIDTH = 600;
const KEPT_IMAGES = 300;

/** The pictures the service serves: a badge's emblem, a holder's own image, a preview card. */
export function makePictures({ rasteriser, ports }: AppDeps) {
  const cached = makeImageCache(KEPT_IMAGES);
  const toPng = (svg: string, width: number) => cached(svg, () => rasteriser.toPng(svg, width));

  const svgOf = (definition: AchievementDefinition, lit: readonly FamilyCode[], locale: Locale) => {
    const texts = locale === 'fr' ? fr : en;
    return badgeSvg({
      drawing: definition.drawing,
      lit,
      title: definition.name[locale],
      description: texts.badgeImage.description(definition.name[locale], lit),
      size: BADGE_WIDTH,
    });
  };

  const cardOf = (definition: AchievementDefinition, lit: readonly FamilyCode[], locale: Locale) => {
    const texts = locale === 'fr' ? fr : en;
    return ogCardSvg({
      title: definition.name[locale],
      subtitle: texts.openGraph.badgeSubtitle(definition.description[locale]),
      issuer: texts.openGraph.issuedBy(ports.issuer.name),
      footer: new URL(ports.origin).host,
      badge: { drawing: definition.drawing, lit },
    });
  };

  return {
    /** The badge itself: what an Achievement's `image` points to. */
    emblemSvg: (definition: AchievementDefinition, locale: Locale) =>
      svgOf(definition, emblemFamilies(definition.drawing), locale),
    /** The holder's image: the families that were covered are lit. Issued in French, like the credential. */
    holderSvg: (definition: AchievementDefinition, award: Award) =>
      svgOf(definition, award.evaluation.facts.families, 'fr'),
    badgePng: (svg: string) => toPng(svg, BADGE_WIDTH),
    /** Preview card, 1200 × 630. */
    cardPng: (
      definition: AchievementDefinition,
      options: { readonly award?: Award; readonly locale: Locale },
    ) => {
      const lit = options.award?.evaluation.facts.families ?? emblemFamilies(definition.drawing);
      return toPng(cardOf(definition, lit, options.locale), OG_CARD_WIDTH);
    },
    homeCardPng: (locale: Locale) => {
      const texts = locale === 'fr' ? fr : en;
      const badge = {
        drawing: { kind: 'rings' as const, rings: 3 },
        lit: emblemFamilies({ kind: 'rings', rings: 3 }),
      };
      const svg = ogCardSvg({
        title: texts.openGraph.homeTitle,
        subtitle: texts.openGraph.homeSubtitle,
        issuer: texts.openGraph.issuedBy(ports.issuer.name),
        footer: new URL(ports.origin).host,
        badge,
      });
      return toPng(svg, OG_CARD_WIDTH);
    },
  };
}

export type Pictures = ReturnType<typeof makePictures>;
