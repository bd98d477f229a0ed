import { INK, OCHRE, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { wrapText } from './wrap-text.ts';

/** A figure of the engagement and its unit, e.g. `3` and `années d’engagement`. */
export interface CardFigure {
  readonly figure: string;
  readonly unit: string;
}

/** The words next to the drawing of the badge on a card. */
export interface CardTexts {
  readonly title: string;
  /** What the title means, e.g. `Référente numérique de son établissement`. */
  readonly mission?: string | undefined;
  /** One or two lines below the title and the figures: what the badge recognises, or the schools that it shows. */
  readonly subtitle?: string | undefined;
  /** The name in the first line. */
  readonly issuer: string;
  /** The holder's name, if the holder chose to show it. */
  readonly holder?: string | undefined;
  /** At most three. */
  readonly figures?: readonly CardFigure[] | undefined;
}

/** The area of the words, which are centred between `top` and `bottom`. */
export interface TextBox {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly anchor: 'start' | 'middle';
}

const FONT = `font-family="'Source Sans 3', sans-serif"`;
const ISSUER_SIZES = [31, 28, 25] as const;
const TITLE_SIZES = [80, 72, 62, 52, 44] as const;
const HOLDER_SIZES = [68, 60, 54, 46, 40] as const;
const MISSION_SIZES = [34, 31, 28] as const;
const SUBTITLE_SIZES = [34, 29, 25] as const;
const FIGURE_SIZE = 68;
const UNIT_SIZE = 25;
const LINE = 1.18;

/** Factors by which all letters are made smaller until the words fit into the area. */
const SHRINKING = [1, 0.9, 0.8, 0.7, 0.6] as const;

/** A part of the column: its height and a function that draws it below a given height. */
interface Block {
  readonly before: number;
  readonly height: number;
  readonly draw: (top: number) => string;
}

/** The words of a card as SVG. Long words are not cut; the letters get smaller. */
export function cardTextsSvg(texts: CardTexts, box: TextBox): string {
  const room = box.bottom - box.top;
  const columns = SHRINKING.map((share) => blocksOf(texts, { box, share }));
  const blocks = columns.find((one) => heightOf(one) <= room) ?? columns.at(-1) ?? [];
  let y = (box.top + box.bottom - heightOf(blocks)) / 2;
  return blocks
    .map(({ before, height, draw }) => {
      const drawn = draw(y + before);
      y += before + height;
      return drawn;
    })
    .join('');
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { before, height }) => sum + before + height, 0);
}

interface Column {
  readonly box: TextBox;
  readonly share: number;
}

function blocksOf(
  { title, mission, subtitle, issuer, holder, figures = [] }: CardTexts,
  column: Column,
): readonly Block[] {
  const bold = { weight: 700, most: 3 } as const;
  const plain = { weight: 400, most: 6, fill: INK } as const;
  const titleStyle = holder
    ? { ...bold, sizes: TITLE_SIZES, lines: 2, fill: TEAL, before: 8 }
    : { ...bold, sizes: TITLE_SIZES, lines: 2, fill: INK, before: 24 };
  const sizes = figures.length > 0 ? [27] : SUBTITLE_SIZES;
  return [
    paragraph(issuer, { ...bold, sizes: ISSUER_SIZES, lines: 1, fill: OCHRE, before: 0 }, column),
    ...(holder
      ? [paragraph(holder, { ...bold, sizes: HOLDER_SIZES, lines: 2, fill: INK, before: 22 }, column)]
      : []),
    paragraph(title, titleStyle, column),
    ...(mission ? [paragraph(mission, { ...plain, sizes: MISSION_SIZES, lines: 1, before: 4 }, column)] : []),
    ...(figures.length > 0 ? [figureRow(figures, column)] : []),
    ...(subtitle ? [paragraph(subtitle, { ...plain, sizes, lines: 3, before: 24 }, column)] : []),
  ];
}

interface Style {
  /** Sizes from the largest on. The first size at which the text fits on `lines` lines is used. */
  readonly sizes: readonly number[];
  readonly lines: number;
  /** Lines after which the text is cut. */
  readonly most: number;
  readonly weight: 400 | 700;
  readonly fill: string;
  readonly before: number;
}

function paragraph(text: string, style: Style, { box, share }: Column): Block {
  const { sizes, lines, most, weight, fill, before } = style;
  const wrap = (size: number) => wrapText(text, { fontSize: size * share, width: box.width, maxLines: most });
  const fits = (wrapped: readonly string[]) =>
    wrapped.length <= lines && !wrapped.some((line) => line.endsWith('…'));
  const size = (sizes.find((one) => fits(wrap(one))) ?? sizes.at(-1) ?? 0) * share;
  const wrapped = wrapText(text, { fontSize: size, width: box.width, maxLines: most });
  const x = box.anchor === 'start' ? box.left : box.left + box.width / 2;
  const place = { size, weight, fill, x, anchor: box.anchor };
  return {
    before: before * share,
    height: wrapped.length * size * LINE,
    draw: (top) =>
      wrapped.map((line, index) => textLine(line, { ...place, top: top + index * size * LINE })).join(''),
  };
}

/** The figures side by side, each with its unit in at most two lines. */
function figureRow(figures: readonly CardFigure[], { box, share }: Column): Block {
  const width = box.width / figures.length;
  const [large, small] = [FIGURE_SIZE * share, UNIT_SIZE * share];
  const units = figures.map(({ unit }) =>
    wrapText(unit, { fontSize: small, width: width - 16, maxLines: 2 }),
  );
  const most = Math.max(...units.map((lines) => lines.length));
  return {
    before: 26 * share,
    height: large * LINE + most * small * LINE,
    draw: (top) =>
      figures
        .map(({ figure }, index) => {
          const x = box.left + index * width + (box.anchor === 'middle' ? width / 2 : 0);
          const place = { x, anchor: box.anchor };
          const under = (units[index] ?? []).map((line, at) => {
            const lineTop = top + large * LINE * 0.94 + at * small * LINE;
            return textLine(line, { ...place, fill: INK, size: small, weight: 400, top: lineTop });
          });
          return textLine(figure, { ...place, fill: TEAL, size: large, weight: 700, top }) + under.join('');
        })
        .join(''),
  };
}

interface LinePlace {
  readonly x: number;
  readonly top: number;
  readonly size: number;
  readonly weight: 400 | 700;
  readonly fill: string;
  readonly anchor: TextBox['anchor'];
}

function textLine(text: string, { x, top, size, weight, fill, anchor }: LinePlace): string {
  const place = `x="${coordinate(x)}" y="${coordinate(top + size * 0.9)}" text-anchor="${anchor}"`;
  return `<text ${FONT} font-size="${coordinate(size)}" font-weight="${weight}" fill="${fill}" ${place}>${escapeXml(text)}</text>`;
}
