import type { BadgePicture } from './badge-picture.ts';
import { badgeShapes } from './badge-svg.ts';
import { type CardProof, proofBand } from './card-proof.ts';
import { type CardTexts, cardTextsSvg, type TextBox } from './card-texts.ts';
import { HEART, PAPER, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { wrapText } from './wrap-text.ts';

export interface OgCard extends CardTexts {
  /** The foot: the name of the site, or how this badge can be verified. */
  readonly footer: string | CardProof;
  readonly badge: BadgePicture;
}

/** The two shapes of card that social networks show, in pixels. */
export type CardShape = 'wide' | 'square';
export const CARD_SIZES: Readonly<Record<CardShape, { readonly width: number; readonly height: number }>> = {
  wide: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
};

interface CardLayout {
  readonly band: number;
  /** The pale ground of the badge. */
  readonly ground: { readonly width: number; readonly height: number };
  readonly badge: { readonly x: number; readonly y: number; readonly side: number };
  readonly words: TextBox;
}

const LAYOUTS: Readonly<Record<CardShape, CardLayout>> = {
  wide: {
    band: 80,
    ground: { width: 500, height: 550 },
    badge: { x: 36, y: 61, side: 428 },
    words: { left: 548, width: 600, top: 16, bottom: 534, anchor: 'start' },
  },
  square: {
    band: 92,
    ground: { width: 1080, height: 500 },
    badge: { x: 310, y: 20, side: 460 },
    words: { left: 70, width: 940, top: 512, bottom: 976, anchor: 'middle' },
  },
};

/** With a code at the foot, which takes more room. */
const PROVED: Readonly<Record<CardShape, CardLayout>> = {
  wide: {
    band: 188,
    ground: { width: 470, height: 442 },
    badge: { x: 30, y: 16, side: 410 },
    words: { left: 506, width: 656, top: 8, bottom: 436, anchor: 'start' },
  },
  square: {
    band: 216,
    ground: { width: 1080, height: 424 },
    badge: { x: 335, y: 8, side: 410 },
    words: { left: 60, width: 960, top: 432, bottom: 856, anchor: 'middle' },
  },
};

/** The preview image of a page, wide or square. It must be converted to PNG, because social networks do not
 *  accept SVG. */
export function ogCardSvg({ footer, badge, ...words }: OgCard, shape: CardShape = 'wide'): string {
  const { width, height } = CARD_SIZES[shape];
  const isProved = typeof footer !== 'string';
  const { band, ground, badge: place, words: box } = (isProved ? PROVED : LAYOUTS)[shape];
  const scale = (place.side / 512).toFixed(4);
  const described = [words.issuer, words.holder, words.mission, words.subtitle].filter(Boolean).join('. ');
  const foot = { width, top: height - band, height: band };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(words.title)}</title><desc>${escapeXml(described)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<rect width="${ground.width}" height="${ground.height}" fill="${HEART}"/>`,
    `<rect y="${foot.top}" width="${width}" height="${band}" fill="${TEAL}"/>`,
    `<g transform="translate(${place.x} ${place.y}) scale(${scale})">${badgeShapes(badge)}</g>`,
    cardTextsSvg(words, box),
    isProved ? proofBand(footer, foot) : footerLine(footer, { ...foot, middle: shape === 'square' }),
    '</svg>',
  ].join('');
}

interface Foot {
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly middle: boolean;
}

function footerLine(footer: string, { width, top, height, middle }: Foot): string {
  const [line = ''] = wrapText(footer, { fontSize: 30, width: width - 120, maxLines: 1 });
  const y = coordinate(top + height / 2 + 10);
  const place = `x="${middle ? width / 2 : 60}" y="${y}" text-anchor="${middle ? 'middle' : 'start'}"`;
  return `<text font-family="'Source Sans 3', sans-serif" font-size="30" fill="${PAPER}" ${place}>${escapeXml(line)}</text>`;
}
