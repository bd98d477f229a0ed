import type { FactList, Table, TableColumn, TableGroup } from '../../application/papers/content-types.ts';
import { heightOf } from './draw-text.ts';
import { COLOUR, CONTENT_BOTTOM, CONTENT_WIDTH, MARGIN, mm, STYLES, type TextStyle } from './page-layout.ts';
import {
  drawArtifact,
  ensureRoom,
  leaveSpace,
  type PaperCanvas,
  type Tag,
  useStyle,
} from './paper-canvas.ts';

/** Space between a cell's edge and its text, on each side. */
const PADDING_X = 6;
const SPACE = { above: 4, below: 6 };

const FACT_COLUMNS = [
  { label: '', share: 2.7 },
  { label: '', share: 7.3 },
];
/** A higher list of facts may break, so that it leaves no hole in a page. */
const HIGHEST_WHOLE = mm(120);

/** `under` is the height that must fit below its last row on the page. */
export function drawFacts(canvas: PaperCanvas, facts: FactList, under: number): void {
  drawRows(canvas, { columns: FACT_COLUMNS, groups: [toGroup(facts)] }, { head: undefined, under });
}

/** The height that a list of facts needs to begin on a page: all of it where it stays whole, or its first rows.
 *  `under` is what it keeps below itself. */
export function factsHeight(canvas: PaperCanvas, facts: FactList, under: number): number {
  const rows = rowsOf(canvas, toGroup(facts), { columns: FACT_COLUMNS, named: true });
  const height = SPACE.above + sumOfHeights(rows) + SPACE.below + under;
  return facts.whole && height <= HIGHEST_WHOLE ? height : heightOfOpening(rows, 1);
}

function toGroup({ rows }: FactList): TableGroup {
  return { rows: rows.map(([name, value]) => [name, value]) };
}

function sumOfHeights(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** Draws a table whose header row is repeated on every page that it reaches. */
export function drawTable(canvas: PaperCanvas, { columns, groups }: Table): void {
  drawRows(canvas, { columns, groups }, { head: headOf(canvas, columns), under: 0 });
}

/** Rows that must fit under the header where a table begins: a single row at the foot of a page is easily
 *  missed. A list of facts, whose rows may be high, begins with one. */
const OPENING_ROWS = 2;

/** The height that a table needs to begin on a page: its header and first rows, under the label of their
 *  group. */
export function openingHeight(canvas: PaperCanvas, { columns, groups }: Table): number {
  const rows = groups.flatMap((group) => rowsOf(canvas, group, { columns, named: false }));
  return headOf(canvas, columns).height + heightOfOpening(rows);
}

function heightOfOpening(rows: readonly Row[], wanted = OPENING_ROWS): number {
  const bodies = rows.flatMap(({ look }, index) => (look === 'body' ? [index] : []));
  const last = bodies[Math.min(wanted, bodies.length) - 1] ?? -1;
  return sumOfHeights(rows.slice(0, last + 1));
}

function drawRows(
  canvas: PaperCanvas,
  { columns, groups }: Pick<Table, 'columns' | 'groups'>,
  { head, under }: { readonly head: Row | undefined; readonly under: number },
): void {
  const { pdf, root } = canvas;
  leaveSpace(canvas, SPACE.above);
  const table = pdf.struct('Table');
  root.add(table);
  const rows = groups.flatMap((group) => rowsOf(canvas, group, { columns, named: head === undefined }));
  ensureRoom(canvas, head ? head.height + heightOfOpening(rows) : heightOfOpening(rows, 1));
  if (head !== undefined) addRow(canvas, table, head);
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (!fits(canvas, row.height + reservedBelow(row, next, under))) {
      pdf.addPage();
      if (head !== undefined) drawArtifact(canvas, 'Pagination', () => drawRow(canvas, head));
    }
    addRow(canvas, table, row);
  }
  table.end();
  pdf.y += SPACE.below;
}

/** The label of a group keeps its first row, the last row what comes below the whole. */
function reservedBelow({ look }: Row, next: Row | undefined, under: number): number {
  if (next === undefined) return under === 0 ? 0 : SPACE.below + under;
  return look === 'group' ? next.height : 0;
}

function fits({ pdf }: PaperCanvas, height: number): boolean {
  return pdf.y + height <= CONTENT_BOTTOM;
}

function addRow(canvas: PaperCanvas, table: Tag, row: Row): void {
  const { pdf } = canvas;
  drawArtifact(canvas, 'Layout', () => drawFrame(canvas, row));
  const tag = pdf.struct('TR');
  table.add(tag);
  const top = pdf.y;
  for (const cell of row.cells) {
    const { scope, columnSpan } = cell;
    const options = scope === undefined ? {} : { scope };
    const type = scope === undefined ? 'TD' : 'TH';
    const element = pdf.struct(type, options as PDFKit.Mixins.StructureElementOptions, [
      () => drawCell(canvas, cell, { top, height: row.height }),
    ]);
    if (columnSpan !== undefined) spanColumns(element, columnSpan);
    tag.add(element);
  }
  tag.end();
  pdf.x = MARGIN.left;
  pdf.y = top + row.height;
}

// The library writes `Scope` among the attributes, but its user must write `ColSpan`, into a dictionary that
// its types do not show.
function spanColumns(element: Tag, columns: number): void {
  const { dictionary } = element as unknown as { dictionary: { data: { A?: Record<string, unknown> } } };
  dictionary.data.A = { ...dictionary.data.A, O: 'Table', ColSpan: columns };
}

function drawRow(canvas: PaperCanvas, row: Row): void {
  const { pdf } = canvas;
  const top = pdf.y;
  drawFrame(canvas, row);
  for (const cell of row.cells) drawCell(canvas, cell, { top, height: row.height });
  pdf.x = MARGIN.left;
  pdf.y = top + row.height;
}

function drawFrame({ pdf }: PaperCanvas, { look, height }: Row): void {
  const top = pdf.y;
  const bottom = top + height;
  if (look === 'group') pdf.rect(MARGIN.left, top, CONTENT_WIDTH, height).fill(COLOUR.band);
  pdf
    .moveTo(MARGIN.left, bottom)
    .lineTo(MARGIN.left + CONTENT_WIDTH, bottom)
    .lineWidth(look === 'head' ? 1 : 0.35)
    .stroke(look === 'head' ? COLOUR.text : COLOUR.rule);
}

function drawCell(
  canvas: PaperCanvas,
  { text, x, width, style }: Cell,
  { top, height }: { readonly top: number; readonly height: number },
): void {
  useStyle(canvas, style);
  canvas.pdf.text(canvas.print(text), x + PADDING_X, top + canvas.density.row, {
    width: width - 2 * PADDING_X,
    // One point more than was measured: rounding must not push out the last line.
    height: height - 2 * canvas.density.row + 1,
    ellipsis: true,
    lineGap: style.lineGap,
  });
}

/** A cell with its place on the page. */
interface Cell {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly style: TextStyle;
  readonly scope?: 'Row' | 'Column';
  readonly columnSpan?: number;
}

/** A row whose height is known. */
interface Row {
  readonly cells: readonly Cell[];
  readonly height: number;
  readonly look: 'head' | 'group' | 'body';
}

/** The row of column headers. */
function headOf(canvas: PaperCanvas, columns: readonly TableColumn[]): Row {
  const places = placesOf(columns);
  const cells = columns.map(
    ({ label }, index): Cell => ({
      text: label,
      ...placeAt(places, index),
      style: STYLES.columnHead,
      scope: 'Column',
    }),
  );
  return measure(canvas, cells, 'head');
}

/** The rows of a group under its label. With `named`, the first cells are short names in bold. */
function rowsOf(
  canvas: PaperCanvas,
  group: TableGroup,
  { columns, named }: { readonly columns: readonly TableColumn[]; readonly named: boolean },
): readonly Row[] {
  const places = placesOf(columns);
  const rows = group.rows.map((texts) => {
    const cells = texts.map(
      (text, index): Cell => ({
        text,
        ...placeAt(places, index),
        style: index === 0 && named ? canvas.density.name : canvas.density.cell,
        ...(index === 0 ? { scope: 'Row' as const } : {}),
      }),
    );
    return measure(canvas, cells, 'body');
  });
  if (group.label === undefined) return rows;
  const label: Cell = {
    text: group.label,
    x: MARGIN.left,
    width: CONTENT_WIDTH,
    style: canvas.density.name,
    scope: 'Column',
    columnSpan: columns.length,
  };
  return [measure(canvas, [label], 'group'), ...rows];
}

interface Place {
  readonly x: number;
  readonly width: number;
}

function placesOf(columns: readonly TableColumn[]): readonly Place[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  let x = MARGIN.left;
  return columns.map(({ share }) => {
    const place = { x, width: (CONTENT_WIDTH * share) / total };
    x += place.width;
    return place;
  });
}

function placeAt(places: readonly Place[], index: number): Place {
  return places[index] ?? { x: MARGIN.left, width: CONTENT_WIDTH };
}

/** A row is as high as its highest cell, and never higher than a page can show below a header. */
function measure(canvas: PaperCanvas, cells: readonly Cell[], look: Row['look']): Row {
  const heights = cells.map(({ text, style, width }) =>
    heightOf(canvas, { text, style, width: width - 2 * PADDING_X }),
  );
  const highest = CONTENT_BOTTOM - MARGIN.top - 48;
  return { cells, look, height: Math.min(Math.max(...heights) + 2 * canvas.density.row, highest) };
}
