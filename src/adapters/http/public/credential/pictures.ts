import { publicFactsOf } from '#open-badges/credential';
import type { Rasteriser } from '../../../../application/ports.ts';
import type { Ports } from '../../../../application/service-ports.ts';
import type { FormChoice, IssuedCredential } from '../../../../domain/award/types.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { awardedWhen } from '../../../../domain/holder/awarded-date.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { type BadgePicture, type BadgeStyle, badgeStyleOf } from '../../../../drawings/badge-picture.ts';
import { badgeSvg, emblemFamilies } from '../../../../drawings/badge-svg.ts';
import type { CardProof } from '../../../../drawings/card-proof.ts';
import { CARD_SIZES, type CardShape, ogCardSvg } from '../../../../drawings/og-card-svg.ts';
import { CREDENTIAL_TEXTS, type Locale } from '../../../../issuing/achievement.ts';
import { credentialUrl } from '../../../../issuing/addresses.ts';
import { servedTitle } from '../../../../issuing/badge-title.ts';
import { qrCells } from '../../components/qr-code.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import { leadOf } from '../badge/view.ts';
import { type DrawnBadge, pictureAsText, pictureOf, setAside } from './badge-picture.ts';
import { servedFigures } from './served-figures.ts';
import { readShownSchools, schoolsStated } from './shown-schools.ts';

/** A certificate has it 5.4 cm wide: 282 dots an inch. */
export const BADGE_WIDTH = 600;
/** The width of a record's picture, in which its badges can be told apart, on paper too. */
const RECORD_WIDTH = 1080;
/** Twice the width in a mail signature. */
const SMALL_WIDTH = 128;
const MAX_CACHED_IMAGES = 300;

/** A no-break space, which keeps a date on one line. */
const NO_BREAK = '\u00a0';

export interface DrawnAs {
  readonly locale: Locale;
  /** Width in pixels; 600 by default. */
  readonly size?: number | undefined;
  /** False draws the outline of a badge that is not earned. */
  readonly earned?: boolean | undefined;
}

/** The sign of the service, a drawing that belongs to no badge. */
const SIGN = { kind: 'rings', rings: 3 } as const;

type SchoolReader = Pick<Ports['store'], 'readSchoolsByUai'>;

export interface PicturePorts {
  readonly rasteriser: Rasteriser;
  readonly ports: Pick<Ports, 'catalogue' | 'issuer' | 'origin'> & { readonly store: SchoolReader };
}

/** The pictures that the service gives: a badge's emblem, a holder's own image, a preview card. */
export function makePictures({ rasteriser, ports }: PicturePorts) {
  const { catalogue, issuer, origin, store } = ports;
  const sign = () => signOf(issuer.code, badgeStyleOf(catalogue));
  const cached = makeImageCache(MAX_CACHED_IMAGES);
  const toPng = (svg: string, width: number) => cached(`${width} ${svg}`, () => rasteriser.toPng(svg, width));
  const contextOf = (locale: Locale) => ({ catalogue, office: issuer.code, locale });

  const svgOf = (badge: DrawnBadge, { locale, size = BADGE_WIDTH, earned = true }: DrawnAs) =>
    badgeSvg({
      ...pictureOf(badge, contextOf(locale)),
      title: badge.issued
        ? servedTitle(badge.definition, badge.issued, locale)
        : inLanguage(badge.definition.name, locale),
      description: pictureAsText(badge, contextOf(locale)),
      size,
      earned,
    });

  const cardOf = async (badge: DrawnBadge, { locale, shape }: { locale: Locale; shape: CardShape }) => {
    const schoolNames = badge.issued ? await readShownSchools(store, badge.issued) : new Map();
    return ogCardSvg(
      {
        ...cardTextsOf(badge, { locale, origin, schoolNames }),
        issuer: TEXTS[locale].labels.card.issuedBy(issuer.name),
        badge: pictureOf(badge, contextOf(locale)),
      },
      shape,
    );
  };

  return {
    /** The badge itself: the address in an Achievement's `image`. */
    emblemSvg: (definition: AchievementDefinition, drawnAs: DrawnAs) => svgOf({ definition }, drawnAs),
    /** The holder's image, with their families and years. It is issued in French, like the credential. */
    holderSvg: (
      definition: AchievementDefinition,
      issued: NonNullable<DrawnBadge['issued']>,
      size?: number | undefined,
    ) => svgOf({ definition, issued }, { locale: 'fr', size }),
    /** The same as a PNG, for mails. */
    holderPng: (
      definition: AchievementDefinition,
      issued: NonNullable<DrawnBadge['issued']>,
      width = SMALL_WIDTH,
    ) => toPng(svgOf({ definition, issued }, { locale: 'fr', size: width }), width),
    badgePng: (svg: string) => toPng(svg, BADGE_WIDTH),
    recordPng: (svg: string) => toPng(svg, RECORD_WIDTH),
    /** Preview card: 1200 × 630, or 1080 × 1080 where it is square. */
    cardPng: async (badge: DrawnBadge, { locale, shape = 'wide' }: { locale: Locale; shape?: CardShape }) =>
      toPng(await cardOf(badge, { locale, shape }), CARD_SIZES[shape].width),
    homeCardPng: (locale: Locale) => {
      const { card } = TEXTS[locale].labels;
      const svg = ogCardSvg({
        title: card.homeTitle,
        subtitle: card.homeSubtitle,
        issuer: card.issuedBy(issuer.name),
        footer: new URL(origin).host,
        badge: sign(),
      });
      return toPng(svg, CARD_SIZES.wide.width);
    },
    /** The icon of the site. */
    iconSvg: () => badgeSvg({ ...sign(), title: issuer.code, description: issuer.code, size: 64 }),
    iconPng: (size: number) =>
      toPng(badgeSvg({ ...sign(), title: issuer.code, description: issuer.code, size }), size),
  };
}

export type Pictures = ReturnType<typeof makePictures>;

function signOf(office: string, look: BadgeStyle): BadgePicture {
  return { drawing: SIGN, look, lit: emblemFamilies(SIGN, look), office };
}

/** The words of a card, and its foot. The name comes from the served document; a revoked or suspended badge
 *  shows only the title. */
function cardTextsOf(badge: DrawnBadge, { locale, origin, schoolNames }: CardContext) {
  const { definition, issued } = badge;
  const { labels, pages } = TEXTS[locale];
  if (!issued) {
    const subtitle = leadOf(inLanguage(definition.description, locale));
    return { title: inLanguage(definition.name, locale), subtitle, footer: new URL(origin).host };
  }
  const { award, credential } = issued;
  const title = servedTitle(definition, issued, locale);
  const proofOf = (texts: string) => proofAt(credentialUrl(origin, credential.id), texts);
  const aside = setAside(badge, locale);
  if (aside) {
    const subtitle = labels.card[aside.state](aside.day.replaceAll(' ', NO_BREAK));
    return { title, subtitle, footer: proofOf(labels.card.verify) };
  }
  const facts = publicFactsOf(JSON.parse(credential.document));
  const schools = schoolsStated(award, facts, schoolNames);
  const dayOf = (at: string) => pages.day(at).replaceAll(' ', NO_BREAK);
  const awarded = pages.awarded(awardedWhen(award, credential.choice)).replaceAll(' ', NO_BREAK);
  return {
    title,
    holder: facts.holderName,
    mission: award.recipient.kind === 'person' ? labels.card.mission(formShown(credential)) : undefined,
    figures: servedFigures(facts, { locale }),
    subtitle: schools.length > 0 ? CREDENTIAL_TEXTS[locale].schools(schools) : undefined,
    footer: proofOf(labels.card.awarded(awarded, award.validUntil && dayOf(award.validUntil))),
  };
}

interface CardContext {
  readonly locale: Locale;
  readonly origin: string;
  /** The names of the schools that the badge shows. */
  readonly schoolNames: ReadonlyMap<Uai, string>;
}

/** The grammatical form that the holder chose, where the badge shows their full name. */
function formShown({ choice }: IssuedCredential): FormChoice | undefined {
  return choice.name === 'full' ? choice.form : undefined;
}

/** The address without its scheme, which people need not type, and the code with the whole of it. */
function proofAt(address: string, words: string): CardProof {
  return { words, address: address.replace(/^https?:\/\//, ''), code: qrCells(address) };
}

/** Keeps the most recently drawn pictures, so that they are not drawn again. */
function makeImageCache(limit: number) {
  const saved = new Map<string, Promise<Uint8Array>>();
  return (key: string, render: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const known = saved.get(key);
    if (known) return known;
    const drawing = render();
    drawing.catch(() => saved.delete(key));
    saved.set(key, drawing);
    const oldest = saved.keys().next().value;
    if (saved.size > limit && oldest !== undefined) saved.delete(oldest);
    return drawing;
  };
}
