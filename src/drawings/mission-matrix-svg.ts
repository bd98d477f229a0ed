import { matrixSign, signShape } from './matrix-signs.ts';
import { INK, STONE_EDGE } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { wrapText } from './wrap-text.ts';

export interface MatrixCell {
  readonly holding: 'held' | 'requested' | 'contested' | 'none';
  /** A mission that the local authority does not allow there. */
  readonly locked: boolean;
}

export interface MatrixRow {
  readonly label: string;
  readonly cells: readonly MatrixCell[];
  readonly nobody: boolean;
  /** Two people hold on one day what only one may. */
  readonly clash: boolean;
}

export interface MissionMatrix {
  readonly title: string;
  readonly description: string;
  /** Over the columns. */
  readonly people: readonly string[];
  readonly groups: readonly { readonly label: string; readonly rows: readonly MatrixRow[] }[];
}

// Narrow labels: on a phone the first people are seen beside them.
const LABEL = { width: 214, fontSize: 14 } as const;
const COLUMN = 78;
const ROW = 54;
const HEAD = 52;
const GROUP = 34;
const SIGN_TOP = ROW / 2 - 14;
const TEXT = `var(--jalon-ink, ${INK})`;
const LINE = `var(--jalon-edge, ${STONE_EDGE})`;

/** Missions × people. Shape says all of it: a disc is held, a ring asked for, a broken ring contested, a striped row is
 *  nobody's, a lock waits for the local authority, a lightning is two holders of what only one may hold. */
export function missionMatrixSvg({ title, description, people, groups }: MissionMatrix): string {
  const width = LABEL.width + COLUMN * Math.max(1, people.length);
  const parts: string[] = people.map((name, index) => columnHead(name, index));
  let y = HEAD;
  for (const { label, rows } of groups) {
    parts.push(text(label, { x: 0, y: y + 23, size: 15, bold: true }));
    y += GROUP;
    for (const row of rows) {
      parts.push(`<g transform="translate(0 ${y})">${drawRow(row, width)}</g>`);
      y += ROW;
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 2}" width="${width}" height="${y + 2}"`,
    ` role="img" font-family="'Atkinson Hyperlegible Next Variable', sans-serif" class="matrix">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** One sign alone, for the legend: 28 pixels, said by the words beside it. */
export function legendSign(sign: Parameters<typeof signShape>[0]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">${signShape(sign)}</svg>`;
}

function columnHead(name: string, index: number): string {
  const x = LABEL.width + index * COLUMN + COLUMN / 2;
  const lines = wrapText(name, { fontSize: 14, width: COLUMN - 6, maxLines: 2 });
  return lines
    .map((line, row) =>
      text(line, { x, y: HEAD - 10 - (lines.length - 1 - row) * 17, size: 14, middle: true }),
    )
    .join('');
}

function drawRow({ label, cells, nobody, clash }: MatrixRow, width: number): string {
  const lines = wrapText(label, { ...LABEL, width: LABEL.width - (clash ? 42 : 12), maxLines: 3 });
  const top = ROW / 2 + 5 - (lines.length - 1) * 8;
  return [
    `<path d="M0 0H${width}" stroke="${LINE}"/>`,
    ...lines.map((line, index) => text(line, { x: 0, y: top + index * 16, size: LABEL.fontSize })),
    clash ? matrixSign('clash', LABEL.width - 38, SIGN_TOP) : '',
    ...cells.map((cell, index) => drawCell(cell, LABEL.width + index * COLUMN, nobody)),
  ].join('');
}

function drawCell({ holding, locked }: MatrixCell, left: number, nobody: boolean): string {
  const middle = left + COLUMN / 2;
  if (holding === 'none') return nobody ? stripes(left, left + COLUMN) : '';
  return (
    matrixSign(holding, middle - 14, SIGN_TOP) + (locked ? matrixSign('lock', middle + 11, SIGN_TOP) : '')
  );
}

/** Slanting lines across a cell; a pattern would need an id that may clash in a page. */
function stripes(left: number, right: number): string {
  let path = '';
  for (let x = left + 2; x < right - 1; x += 13) {
    path += `M${coordinate(x)} ${ROW - 13}L${coordinate(Math.min(right, x + 13))} 13`;
  }
  return `<path d="${path}" stroke="${LINE}" stroke-width="1.5"/>`;
}

interface Placing {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly middle?: boolean;
}

function text(words: string, { x, y, size, bold, middle }: Placing): string {
  const weight = bold ? ' font-weight="700"' : '';
  const anchor = middle ? ' text-anchor="middle"' : '';
  return `<text x="${coordinate(x)}" y="${y}" font-size="${size}" fill="${TEXT}"${weight}${anchor}>${escapeXml(words)}</text>`;
}
