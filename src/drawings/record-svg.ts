import type { BadgePicture } from './badge-picture.ts';
import { badgeShapes } from './badge-svg.ts';
import { HEART, INK, OCHRE, PAPER, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { wrapText } from './wrap-text.ts';

/** The picture of a record of badges: the badges side by side, the holder and the issuer. */
export interface RecordPicture {
  readonly title: string;
  readonly description: string;
  /** The name in the first line. */
  readonly issuer: string;
  /** The holder's name, or the words used where the holder shows none. */
  readonly heading: string;
  /** The number of badges, and the day of the record. */
  readonly words: string;
  /** The address at which the record is verified. */
  readonly footer: string;
  readonly badges: readonly BadgePicture[];
}

const SIDE = 1080;
const BAND = 84;
const HEAD = 250;
const MARGIN = 48;
const WIDE = SIDE - 2 * MARGIN;
/** The most badges that are drawn. With more, each would be too small; the words give the whole number. */
const MOST_DRAWN = 16;

/** The picture of a record as SVG. It is square because it is shown in the place of a badge image. */
export function recordSvg({ title, description, badges, ...words }: RecordPicture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    `<rect width="${SIDE}" height="${SIDE}" fill="${HEART}"/>`,
    `<rect width="${SIDE}" height="${HEAD}" fill="${PAPER}"/>`,
    `<rect y="${SIDE - BAND}" width="${SIDE}" height="${BAND}" fill="${TEAL}"/>`,
    textLine(words.issuer, { y: 66, size: 32, weight: 700, fill: OCHRE }),
    textLine(words.heading, { y: 144, size: 64, weight: 700, fill: INK }),
    textLine(words.words, { y: 206, size: 34, weight: 400, fill: INK }),
    grid(badges, { top: HEAD, bottom: SIDE - BAND }),
    textLine(words.footer, { y: SIDE - BAND / 2 + 11, size: 32, weight: 400, fill: PAPER }),
    '</svg>',
  ].join('');
}

/** Only the badges, for a printed paper that has the words in its text. */
export function recordBadgesSvg({
  title,
  description,
  badges,
}: Pick<RecordPicture, 'title' | 'description' | 'badges'>): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    grid(badges, { top: 0, bottom: SIDE }),
    '</svg>',
  ].join('');
}

interface Room {
  readonly top: number;
  readonly bottom: number;
}

/** The badges in as many columns as make them largest. The last row is centred. */
function grid(all: readonly BadgePicture[], { top: from, bottom }: Room): string {
  const badges = all.slice(0, MOST_DRAWN);
  const columns = Math.ceil(Math.sqrt(badges.length)) || 1;
  const rows = Math.ceil(badges.length / columns);
  const room = bottom - from;
  const cell = Math.min(WIDE / columns, (room - 24) / rows);
  const side = cell * 0.94;
  const top = from + (room - cell * rows) / 2 + (cell - side) / 2;
  return badges
    .map((badge, at) => {
      const row = Math.floor(at / columns);
      const inRow = Math.min(columns, badges.length - row * columns);
      const left = (SIDE - cell * inRow) / 2 + (cell - side) / 2;
      const place = `${coordinate(left + (at % columns) * cell)} ${coordinate(top + row * cell)}`;
      return `<g transform="translate(${place}) scale(${(side / 512).toFixed(4)})">${badgeShapes(badge)}</g>`;
    })
    .join('');
}

interface LinePlace {
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 700;
  readonly fill: string;
}

/** A centred line, in smaller letters where it is long. */
function textLine(text: string, { y, size, weight, fill }: LinePlace): string {
  const fits = (fontSize: number) => wrapText(text, { fontSize, width: WIDE, maxLines: 2 }).length === 1;
  const fontSize = [1, 0.85, 0.7, 0.55].map((share) => size * share).find(fits) ?? size * 0.45;
  const [shown = ''] = wrapText(text, { fontSize, width: WIDE, maxLines: 1 });
  return `<text font-family="'Source Sans 3', sans-serif" font-size="${coordinate(fontSize)}" font-weight="${weight}" fill="${fill}" x="${SIDE / 2}" y="${y}" text-anchor="middle">${escapeXml(shown)}</text>`;
}
