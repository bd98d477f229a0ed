import type { BadgeDrawing, BadgeStyle } from './badge-picture.ts';
import { badgeMark } from './badge-svg.ts';
import { INK, STONE_EDGE, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { wrapText } from './wrap-text.ts';

/** One badge of the path: its name, and the day on which it was granted or the part that is missing. */
export interface PathStop {
  readonly name: string;
  readonly words: string;
  readonly drawing: BadgeDrawing;
  /** Whether the person holds the badge. A badge that is held is drawn solid, any other as an outline. */
  readonly held: boolean;
  /** Where the badge is told in full; the name then is a link. */
  readonly href?: string;
}

export interface BadgePathSvg {
  readonly title: string;
  readonly description: string;
  readonly look: BadgeStyle;
  /** The levels, which follow one another, and the themes next to them, each group with its heading. */
  readonly ladder: { readonly heading: string; readonly stops: readonly PathStop[] };
  readonly themes: { readonly heading: string; readonly stops: readonly PathStop[] };
  /** Width in pixels; from 800 on the themes stand next to the ladder, otherwise below it. */
  readonly width: number;
}

const BESIDE_FROM = 800;
const MARK = 72;
const GAP = 20;
const NAME = { fontSize: 17, line: 22 };
const TEXT_SIZE = { fontSize: 15.5, line: 20 };
const MOST_LINES = 6;
/** Widths are measured for bold letters. The words below a name are lighter, so that more of them fit. */
const LIGHTER = 1.12;
const HEADING = 34;
const TEXT = `var(--jalon-ink, ${INK})`;
const SOFT = `var(--jalon-ink-soft, ${INK})`;
const DONE = `var(--jalon-action, ${TEAL})`;
const OPEN = `var(--jalon-edge, ${STONE_EDGE})`;

/** The levels as a ladder, joined by a line that is solid up to the last badge held, with the themes next to
 *  it. */
export function badgePathSvg({ title, description, look, ladder, themes, width }: BadgePathSvg): string {
  const beside = width >= BESIDE_FROM;
  // The parts of an image are not announced, so a drawing with links is a group.
  const hasLinks = [...ladder.stops, ...themes.stops].some(({ href }) => href !== undefined);
  const column = beside ? width / 2 - 16 : width;
  const left = drawColumn(ladder, { look, width: column, joined: true });
  const right = drawColumn(themes, { look, width: column, joined: false });
  const height = beside ? Math.max(left.height, right.height) : left.height + right.height;
  const place = beside ? `${coordinate(width / 2 + 16)} 0` : `0 ${coordinate(left.height)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${coordinate(height)}" width="${width}" height="${coordinate(height)}"`,
    ` role="${hasLinks ? 'group' : 'img'}" font-family="'Source Sans 3 Variable', sans-serif" class="badge-path">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    left.svg,
    `<g transform="translate(${place})">${right.svg}</g>`,
    '</svg>',
  ].join('');
}

interface Drawn {
  readonly svg: string;
  readonly height: number;
}

interface Column {
  readonly look: BadgeStyle;
  readonly width: number;
  readonly joined: boolean;
}

function drawColumn({ heading, stops }: BadgePathSvg['ladder'], { look, width, joined }: Column): Drawn {
  const parts = [
    textElement(0, 18, heading, ` font-weight="700" font-size="${NAME.fontSize}" fill="${SOFT}"`),
  ];
  let y = HEADING;
  for (const [index, stop] of stops.entries()) {
    const { svg, height } = drawStop(stop, { look, width });
    const next = stops[index + 1];
    if (joined && next) parts.push(joint(y, height, stop.held && next.held));
    parts.push(`<g transform="translate(0 ${coordinate(y)})">${svg}</g>`);
    y += height + GAP;
  }
  return { svg: parts.join(''), height: y };
}

/** The line between two levels. */
function joint(y: number, height: number, done: boolean): string {
  const path = `M${MARK / 2} ${coordinate(y + MARK + 3)}V${coordinate(y + height + GAP - 3)}`;
  const line = done
    ? `stroke="${DONE}" stroke-width="5"`
    : `stroke="${OPEN}" stroke-width="3" stroke-dasharray="3 5"`;
  return `<path d="${path}" ${line} fill="none"/>`;
}

function drawStop(
  { name, words: stated, drawing, held, href }: PathStop,
  { look, width }: Omit<Column, 'joined'>,
): Drawn {
  const room = width - MARK - 16;
  const names = wrapText(name, { fontSize: NAME.fontSize, width: room, maxLines: 2 });
  const lines = wrapText(stated, {
    fontSize: TEXT_SIZE.fontSize,
    width: room * LIGHTER,
    maxLines: MOST_LINES,
  });
  const x = MARK + 16;
  let y = 6;
  const parts = [badgeMark(drawing, { held, size: MARK, look })];
  const colour = href === undefined ? `fill="${TEXT}"` : `fill="${DONE}" text-decoration="underline"`;
  const title = names.map((line) => {
    y += NAME.line;
    return textElement(x, y - 6, line, ` font-weight="700" font-size="${NAME.fontSize}" ${colour}`);
  });
  parts.push(href === undefined ? title.join('') : `<a href="${escapeXml(href)}">${title.join('')}</a>`);
  for (const line of lines) {
    y += TEXT_SIZE.line;
    parts.push(textElement(x, y - 4, line, ` font-size="${TEXT_SIZE.fontSize}" fill="${TEXT}"`));
  }
  return { svg: parts.join(''), height: Math.max(MARK, y + 4) };
}

function textElement(x: number, y: number, text: string, more: string): string {
  return `<text x="${coordinate(x)}" y="${coordinate(y)}"${more}>${escapeXml(text)}</text>`;
}
