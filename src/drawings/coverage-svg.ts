import { INK, STONE_EDGE, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';

export interface CoverageCell {
  /** Share of the schools, from 0 to 1. */
  readonly share: number;
  /** The figure, e.g. `42`, and the share in words, e.g. `67 %`. */
  readonly count: string;
  readonly shareLabel: string;
}

export interface CoverageRow {
  readonly label: string;
  /** One cell for each column. */
  readonly cells: readonly CoverageCell[];
  /** The sum of all rows, drawn apart from them. */
  readonly total?: boolean;
}

export interface CoverageSvg {
  readonly title: string;
  readonly description: string;
  readonly columns: readonly string[];
  /** A word below the title of each column, or nothing. */
  readonly notes?: readonly (string | undefined)[] | undefined;
  readonly rows: readonly CoverageRow[];
}

const HEAD = 26;
/** Height of a line of notes below the titles. */
const NOTE = 16;
const GAUGE = { width: 14, height: 38 } as const;
// A page defines the colours of its theme. Elsewhere the drawing uses its own.
const FILL = `var(--jalon-action, ${TEAL})`;
const EDGE = `var(--jalon-edge, ${STONE_EDGE})`;
const TEXT = `var(--jalon-ink, ${INK})`;

/** The two layouts. On a narrow screen the label of a row stands above its cells, else before them. */
const LAYOUTS = {
  narrow: { row: 82, before: 0, cell: 66, labelAt: 22, cellsAt: 30 },
  wide: { row: 58, before: 300, cell: 150, labelAt: 36, cellsAt: 6 },
} as const;
type Layout = (typeof LAYOUTS)[keyof typeof LAYOUTS];

/** A table with départements as rows and families as columns. Each cell shows its count, its share, and a
 *  gauge that gets fuller and darker with the share. */
export function coverageSvg(
  { title, description, columns, notes = [], rows }: CoverageSvg,
  wanted: keyof typeof LAYOUTS = 'narrow',
): string {
  const layout = LAYOUTS[wanted];
  const width = layout.before + layout.cell * Math.max(1, columns.length);
  const head = HEAD + (notes.some((note) => note !== undefined) ? NOTE : 0);
  const height = head + layout.row * rows.length + 4;
  const xOf = (at: number) => layout.before + at * layout.cell;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` role="img" font-family="'Source Sans 3 Variable', sans-serif" class="coverage ${wanted}">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    ...columns.map(
      (column, at) =>
        `<text x="${xOf(at)}" y="18" fill="${TEXT}" font-size="18" font-weight="700">${escapeXml(column)}</text>`,
    ),
    ...notes.map((note, at) =>
      note === undefined
        ? ''
        : `<text x="${xOf(at)}" y="${18 + NOTE}" fill="${TEXT}" font-size="14">${escapeXml(note)}</text>`,
    ),
    ...rows.map(
      (row, at) => `<g transform="translate(0 ${head + at * layout.row})">${drawRow(row, width, layout)}</g>`,
    ),
    '</svg>',
  ].join('');
}

function drawRow({ label, cells, total }: CoverageRow, width: number, layout: Layout): string {
  return [
    `<path d="M0 1H${width}" stroke="${total ? TEXT : EDGE}" stroke-width="${total ? 2 : 1}"/>`,
    `<text x="0" y="${layout.labelAt}" fill="${TEXT}" font-size="16" font-weight="700">${escapeXml(label)}</text>`,
    ...cells.map(
      (cell, at) =>
        `<g transform="translate(${layout.before + at * layout.cell} ${layout.cellsAt})">${drawCell(cell)}</g>`,
    ),
  ].join('');
}

function drawCell({ share, count, shareLabel }: CoverageCell): string {
  const part = Math.min(1, Math.max(0, share));
  const filled = GAUGE.height * part;
  const text = `x="${GAUGE.width + 6}" fill="${TEXT}"`;
  return [
    `<rect x="0" y="${coordinate(GAUGE.height - filled + 4)}" width="${GAUGE.width}" height="${coordinate(filled)}" fill="${FILL}" fill-opacity="${coordinate(0.4 + 0.6 * part)}"/>`,
    `<rect x="0.75" y="4" width="${GAUGE.width - 1.5}" height="${GAUGE.height}" fill="none" stroke="${EDGE}" stroke-width="1.5"/>`,
    `<text ${text} y="19" font-size="17" font-weight="700">${escapeXml(count)}</text>`,
    `<text ${text} y="38" font-size="15">${escapeXml(shareLabel)}</text>`,
  ].join('');
}
