import type { Award } from '../../../../domain/award/award-types.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/criteria.ts';
import type { FamilyCode } from '../../../../domain/engagement/mission.ts';
import { badgeSvg, emblemFamilies } from '../../../../drawings/badge-svg.ts';
import { OG_CARD_WIDTH, ogCardSvg } from '../../../../drawings/og-card-svg.ts';
import { badgeTitle } from '../../../../openbadges/badge-title.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { WORDS } from '../../shell/words.ts';
import { leadOf } from '../badge/badge-view.ts';
import { makeImageCache } from './image-cache.ts';

/** Wide enough for a print of 5 cm. */
const BADGE_WIDTH = 600;
const KEPT_IMAGES = 300;

/** A no-break space, which keeps a date on one line. */
const NO_BREAK = '\u00a0';

interface CardOptions {
  /** The award of an issued badge; absent for the badge itself. */
  readonly award?: Award;
  readonly locale: Locale;
}

/** The pictures that the service gives: a badge's emblem, a holder's own image, a preview card. */
export function makePictures({ rasteriser, ports }: AppDeps) {
  const cached = makeImageCache(KEPT_IMAGES);
  const toPng = (svg: string, width: number) => cached(svg, () => rasteriser.toPng(svg, width));

  const svgOf = (definition: AchievementDefinition, lit: readonly FamilyCode[], locale: Locale) => {
    const { labels } = WORDS[locale];
    return badgeSvg({
      drawing: definition.drawing,
      lit,
      title: definition.name[locale],
      description: labels.badgeImage(definition.name[locale], lit),
      size: BADGE_WIDTH,
    });
  };

  const cardOf = (definition: AchievementDefinition, { award, locale }: CardOptions) => {
    const { labels, pages } = WORDS[locale];
    return ogCardSvg({
      title: award ? badgeTitle(definition, award, locale) : definition.name[locale],
      subtitle: award
        ? labels.card.awarded(pages.day(award.grantedAt).replaceAll(' ', NO_BREAK))
        : leadOf(definition.description[locale]),
      issuer: labels.card.issuedBy(ports.issuer.name),
      footer: new URL(ports.origin).host,
      badge: {
        drawing: definition.drawing,
        lit: award?.evaluation.facts.families ?? emblemFamilies(definition.drawing),
      },
    });
  };

  return {
    /** The badge itself: the address in an Achievement's `image`. */
    emblemSvg: (definition: AchievementDefinition, locale: Locale) =>
      svgOf(definition, emblemFamilies(definition.drawing), locale),
    /** The holder's image, in which the covered families are lit. It is issued in French, like the
     *  credential. */
    holderSvg: (definition: AchievementDefinition, award: Award) =>
      svgOf(definition, award.evaluation.facts.families, 'fr'),
    badgePng: (svg: string) => toPng(svg, BADGE_WIDTH),
    /** Preview card, 1200 × 630. */
    cardPng: (definition: AchievementDefinition, options: CardOptions) =>
      toPng(cardOf(definition, options), OG_CARD_WIDTH),
    homeCardPng: (locale: Locale) => {
      const { labels } = WORDS[locale];
      const badge = {
        drawing: { kind: 'rings' as const, rings: 3 },
        lit: emblemFamilies({ kind: 'rings', rings: 3 }),
      };
      const svg = ogCardSvg({
        title: labels.card.homeTitle,
        subtitle: labels.card.homeSubtitle,
        issuer: labels.card.issuedBy(ports.issuer.name),
        footer: new URL(ports.origin).host,
        badge,
      });
      return toPng(svg, OG_CARD_WIDTH);
    },
  };
}

export type Pictures = ReturnType<typeof makePictures>;
