import { type MatrixSign, matrixSign, signShape } from './matrix-signs.ts';
import { INK, STONE_EDGE } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { wrapText } from './wrap-text.ts';

export interface MatrixCell {
  readonly holding: 'held' | 'requested' | 'contested' | 'none';
  /** True where the local authority does not authorise the mission on those days. */
  readonly locked: boolean;
  /** The days of the holding, in short lines below the sign. */
  readonly days: readonly string[];
}

export interface MatrixRow {
  readonly label: string;
  readonly cells: readonly MatrixCell[];
  readonly nobody: boolean;
  /** True where no person holds the mission and the local authority has not authorised it yet. It is not a
   *  gap. */
  readonly closed: boolean;
  /** True where two people hold, on one day, a role that only one may hold. */
  readonly clash: boolean;
}

export interface MissionMatrix {
  readonly title: string;
  readonly description: string;
  /** The headings of the columns. */
  readonly people: readonly string[];
  readonly groups: readonly { readonly label: string; readonly rows: readonly MatrixRow[] }[];
}

/** The width of a page's column. */
const WIDTH = 1180;
const LABEL = { least: 400, most: 640 } as const;
const COLUMN = { least: 132, most: 180 } as const;
const SIZE = 17;
const LINE_HEIGHT = 21;
const DAYS = { size: 14, height: 17 } as const;
/** Labels and names never need so many lines, so none is cut. */
const ENOUGH_LINES = 12;
const GROUP = 44;
const SIGN = 28;
const TEXT = `var(--jalon-ink, ${INK})`;
const LINE = `var(--jalon-edge, ${STONE_EDGE})`;

interface Grid {
  readonly label: number;
  readonly column: number;
  readonly width: number;
}

/** A table with missions as rows and people as columns. All meanings are shown by shape: a disc is held, a
 *  ring is requested, a broken ring is contested. A striped row has no holder. A full lock means held without
 *  authorisation, an empty lock means not authorised yet, a lightning means a clash. */
export function missionMatrixSvg({ title, description, people, groups }: MissionMatrix): string {
  const grid = layOut(people.length);
  const head = drawHead(people, grid);
  const parts: string[] = [head.drawing];
  let y = head.height;
  for (const { label, rows } of groups) {
    parts.push(text(label, { x: 0, y: y + 30, bold: true }));
    y += GROUP;
    for (const row of rows) {
      const { drawing, height } = drawRow(row, grid);
      parts.push(`<g transform="translate(0 ${y})">${drawing}</g>`);
      y += height;
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${grid.width} ${y + 2}" width="${grid.width}" height="${y + 2}"`,
    ` role="img" font-family="'Source Sans 3 Variable', sans-serif" class="matrix">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** One sign of 28 pixels, for a legend or a list that gives its meaning in words beside it. */
export function legendSign(sign: MatrixSign): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">${signShape(sign)}</svg>`;
}

/** The columns share the width beside the labels. With many people, the drawing is wider than the page. */
function layOut(people: number): Grid {
  const count = Math.max(1, people);
  const column = clamp((WIDTH - LABEL.least) / count, COLUMN);
  const label = clamp(WIDTH - column * count, LABEL);
  return { label, column, width: label + column * count };
}

function clamp(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.floor(Math.min(most, Math.max(least, value)));
}

function wrap(words: string, width: number): readonly string[] {
  return wrapText(words, { fontSize: SIZE, width, maxLines: ENOUGH_LINES });
}

function drawHead(people: readonly string[], { label, column }: Grid) {
  const names = people.map((name) => wrap(name, column - 8));
  const height = 16 + LINE_HEIGHT * Math.max(1, ...names.map((lines) => lines.length));
  const drawing = names.flatMap((lines, index) =>
    lines.map((line, row) => {
      const y = height - 10 - (lines.length - 1 - row) * LINE_HEIGHT;
      return text(line, { x: label + (index + 0.5) * column, y, middle: true });
    }),
  );
  return { height, drawing: drawing.join('') };
}

function drawRow({ label, cells, nobody, closed, clash }: MatrixRow, grid: Grid) {
  const sign = clash ? 'clash' : closed ? 'closed' : undefined;
  const lines = wrap(label, grid.label - (sign ? SIGN + 24 : 16));
  const most = Math.max(0, ...cells.map(({ days }) => days.length));
  const labelled = Math.round(20 + LINE_HEIGHT * Math.max(lines.length, 1.4));
  const height = Math.max(labelled, 18 + SIGN + DAYS.height * most);
  const top = height / 2 + 6 - ((lines.length - 1) * LINE_HEIGHT) / 2;
  const signTop = height / 2 - SIGN / 2;
  const drawing = [
    `<path d="M0 0H${grid.width}" stroke="${LINE}"/>`,
    ...lines.map((line, index) => text(line, { x: 0, y: top + index * LINE_HEIGHT })),
    sign ? matrixSign(sign, grid.label - SIGN - 12, signTop) : '',
    nobody && !closed ? stripes(grid.label, grid.width, height) : '',
    ...cells.map((cell, index) => drawCell(cell, grid.label + (index + 0.5) * grid.column, height)),
  ];
  return { height, drawing: drawing.join('') };
}

function drawCell({ holding, locked, days }: MatrixCell, middle: number, height: number): string {
  if (holding === 'none') return '';
  const top = (height - SIGN - DAYS.height * days.length) / 2;
  return [
    matrixSign(holding, middle - 14, top),
    locked ? matrixSign('lock', middle + 13, top) : '',
    ...days.map((line, index) =>
      text(line, { x: middle, y: top + SIGN + 13 + index * DAYS.height, middle: true, size: DAYS.size }),
    ),
  ].join('');
}

/** Slanting lines across a row. An SVG pattern would need an id, which may already exist in the page. */
function stripes(left: number, right: number, height: number): string {
  let path = '';
  for (let x = left + 2; x < right - 1; x += 13) {
    path += `M${coordinate(x)} ${coordinate(height - 11)}L${coordinate(Math.min(right, x + 13))} 11`;
  }
  return `<path d="${path}" stroke="${LINE}" stroke-width="1.5"/>`;
}

interface Placing {
  readonly x: number;
  readonly y: number;
  readonly bold?: boolean;
  readonly middle?: boolean;
  readonly size?: number;
}

function text(words: string, { x, y, bold, middle, size = SIZE }: Placing): string {
  const weight = bold ? ' font-weight="700"' : '';
  const anchor = middle ? ' text-anchor="middle"' : '';
  return `<text x="${coordinate(x)}" y="${coordinate(y)}" font-size="${size}" fill="${TEXT}"${weight}${anchor}>${escapeXml(words)}</text>`;
}
