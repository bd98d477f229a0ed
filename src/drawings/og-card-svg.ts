import { type BadgePicture, badgeShapes } from './badge-svg.ts';
import { HEART, INK, OCHRE, PAPER, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { wrapText } from './wrap-text.ts';

export interface OgCard {
  readonly title: string;
  /** One or two lines under the title, e.g. the issuer and the date. */
  readonly subtitle: string;
  /** Stands above the title. */
  readonly issuer: string;
  /** Stands in the band at the foot, e.g. the address where the badge can be checked. */
  readonly footer: string;
  readonly badge: BadgePicture;
}

export const OG_CARD_WIDTH = 1200;
const OG_CARD_HEIGHT = 630;

const LEFT = 560;
const WIDTH = 580;
const BAND = 88;
const FONT = `font-family="'Atkinson Hyperlegible Next', sans-serif"`;

/** The preview image of a page: 1200 × 630. It must be converted to PNG, because social networks do not
 *  accept SVG. */
export function ogCardSvg({ title, subtitle, issuer, footer, badge }: OgCard): string {
  const middle = (OG_CARD_HEIGHT - BAND) / 2;
  const size = `viewBox="0 0 ${OG_CARD_WIDTH} ${OG_CARD_HEIGHT}" width="${OG_CARD_WIDTH}" height="${OG_CARD_HEIGHT}"`;
  const bandTop = OG_CARD_HEIGHT - BAND;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"><title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(`${issuer}. ${subtitle}`)}</desc>`,
    `<rect width="${OG_CARD_WIDTH}" height="${OG_CARD_HEIGHT}" fill="${PAPER}"/>`,
    `<rect width="480" height="${bandTop}" fill="${HEART}"/>`,
    `<rect y="${bandTop}" width="${OG_CARD_WIDTH}" height="${BAND}" fill="${TEAL}"/>`,
    `<g transform="translate(44 ${coordinate(middle - 196)}) scale(0.766)">${badgeShapes(badge)}</g>`,
    words({ title, subtitle, issuer }, middle),
    `<text ${FONT} font-size="28" fill="${PAPER}" x="60" y="${bandTop + 54}">${escapeXml(cutLine(footer))}</text>`,
    '</svg>',
  ].join('');
}

function cutLine(text: string): string {
  return wrapText(text, { fontSize: 28, width: OG_CARD_WIDTH - 120, maxLines: 1 })[0] ?? '';
}

const TITLE_SIZES = [72, 62, 52, 44] as const;

/** A long sentence is written whole, in smaller letters. */
const SUBTITLE_FITS = [
  { size: 32, lines: 3 },
  { size: 28, lines: 4 },
  { size: 24, lines: 6 },
] as const;

/** Whether the text fits into `maximum` lines without being cut. */
function fitsWhole(text: string, fontSize: number, maximum: number): boolean {
  const lines = wrapText(text, { fontSize, width: WIDTH, maxLines: 99 });
  return lines.length <= maximum && !lines.some((line) => line.endsWith('…'));
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 700;
  readonly fill: string;
  /** Space above the line, in addition to its own height. */
  readonly before: number;
}

function words(
  { title, subtitle, issuer }: Pick<OgCard, 'title' | 'subtitle' | 'issuer'>,
  middle: number,
): string {
  const titleSize = TITLE_SIZES.find((size) => fitsWhole(title, size, 2)) ?? TITLE_SIZES.at(-1) ?? 0;
  const fit = SUBTITLE_FITS.find(({ size, lines }) => fitsWhole(subtitle, size, lines)) ?? SUBTITLE_FITS[2];
  const lines: readonly Line[] = [
    ...toLines(issuer, { size: 30, weight: 700, fill: OCHRE, before: 0 }, 2),
    ...toLines(title, { size: titleSize, weight: 700, fill: INK, before: 26 }, 3),
    ...toLines(subtitle, { size: fit.size, weight: 400, fill: INK, before: 24 }, fit.lines),
  ];
  const height = lines.reduce((sum, line) => sum + line.before + line.size * 1.18, 0);
  let y = middle - height / 2;
  return lines
    .map(({ text, size, weight, fill, before }) => {
      y += before + size * 1.18;
      const place = `x="${LEFT}" y="${coordinate(y - size * 0.28)}"`;
      return `<text ${FONT} font-size="${size}" font-weight="${weight}" fill="${fill}" ${place}>${escapeXml(text)}</text>`;
    })
    .join('');
}

function toLines(text: string, style: Omit<Line, 'text'>, maxLines: number): readonly Line[] {
  const wrapped = wrapText(text, { fontSize: style.size, width: WIDTH, maxLines });
  return wrapped.map((line, index) => ({ ...style, text: line, before: index === 0 ? style.before : 0 }));
}
