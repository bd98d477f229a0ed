import type { FactList, Table, TableColumn, TableGroup } from '../../application/papers/paper-blocks.ts';
import { heightOf } from './draw-text.ts';
import { COLOUR, CONTENT_BOTTOM, CONTENT_WIDTH, MARGIN, STYLES, type TextStyle } from './layout.ts';
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

export function drawFacts(canvas: PaperCanvas, { rows }: FactList): void {
  const columns = [
    { label: '', share: 3 },
    { label: '', share: 7 },
  ];
  drawRows(canvas, { columns, groups: [{ rows }] }, undefined);
}

/** Draws a table whose header row is repeated on every page that it reaches. */
export function drawTable(canvas: PaperCanvas, { columns, groups }: Table): void {
  drawRows(canvas, { columns, groups }, headOf(canvas, columns));
}

/** Rows that must fit under the header where a table begins: a single row at the foot of a page is easily
 *  missed. */
const OPENING_ROWS = 2;

/** The height that a table needs to begin on a page: its header and first rows, under the label of their
 *  group. */
export function openingHeight(canvas: PaperCanvas, { columns, groups }: Table): number {
  const rows = groups.flatMap((group) => rowsOf(canvas, group, { columns, named: false }));
  return headOf(canvas, columns).height + heightOfOpening(rows);
}

function heightOfOpening(rows: readonly Row[]): number {
  const bodies = rows.flatMap(({ look }, index) => (look === 'body' ? [index] : []));
  const last = bodies[Math.min(OPENING_ROWS, bodies.length) - 1] ?? -1;
  return rows.slice(0, last + 1).reduce((sum, { height }) => sum + height, 0);
}

function drawRows(
  canvas: PaperCanvas,
  { columns, groups }: Pick<Table, 'columns' | 'groups'>,
  head: Row | undefined,
): void {
  const { pdf, root } = canvas;
  leaveSpace(canvas, 4);
  const table = pdf.struct('Table');
  root.add(table);
  const rows = groups.flatMap((group) => rowsOf(canvas, group, { columns, named: head === undefined }));
  ensureRoom(canvas, (head?.height ?? 0) + heightOfOpening(rows));
  if (head !== undefined) addRow(canvas, table, head);
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const needed = row.look === 'group' ? row.height + (next?.height ?? 0) : row.height;
    if (!fits(canvas, needed)) {
      pdf.addPage();
      if (head !== undefined) drawArtifact(canvas, 'Pagination', () => drawRow(canvas, head));
    }
    addRow(canvas, table, row);
  }
  table.end();
  pdf.y += 6;
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
        style: index === 0 && named ? STYLES.name : STYLES.cell,
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
    style: STYLES.name,
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
