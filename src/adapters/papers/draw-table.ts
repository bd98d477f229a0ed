import type { FactList, Table } from '../../application/papers/paper-blocks.ts';
import { COLOUR, CONTENT_BOTTOM, CONTENT_WIDTH, MARGIN } from './layout.ts';
import { drawArtifact, ensureRoom, leaveSpace, type Sheet, type Tag, useStyle } from './sheet.ts';
import { type Cell, headOf, PADDING, type Row, rowsOf } from './table-rows.ts';

export function drawFacts(sheet: Sheet, { rows }: FactList): void {
  const columns = [
    { label: '', share: 3 },
    { label: '', share: 7 },
  ];
  drawRows(sheet, { columns, groups: [{ rows }] }, undefined);
}

/** Draws a table whose header row is repeated on every page that it reaches. */
export function drawTable(sheet: Sheet, { columns, groups }: Table): void {
  drawRows(sheet, { columns, groups }, headOf(sheet, columns));
}

/** Rows that must fit under the header where a table begins: a single row at the foot of a page is easily
 *  missed. */
const OPENING_ROWS = 2;

/** The height that a table needs to begin on a page: its header and first rows, under the label of their
 *  group. */
export function openingHeight(sheet: Sheet, { columns, groups }: Table): number {
  const rows = groups.flatMap((group) => rowsOf(sheet, group, { columns, named: false }));
  return headOf(sheet, columns).height + heightOfOpening(rows);
}

function heightOfOpening(rows: readonly Row[]): number {
  const bodies = rows.flatMap(({ look }, index) => (look === 'body' ? [index] : []));
  const last = bodies[Math.min(OPENING_ROWS, bodies.length) - 1] ?? -1;
  return rows.slice(0, last + 1).reduce((sum, { height }) => sum + height, 0);
}

function drawRows(
  sheet: Sheet,
  { columns, groups }: Pick<Table, 'columns' | 'groups'>,
  head: Row | undefined,
): void {
  const { pdf, root } = sheet;
  leaveSpace(sheet, 4);
  const table = pdf.struct('Table');
  root.add(table);
  const rows = groups.flatMap((group) => rowsOf(sheet, group, { columns, named: head === undefined }));
  ensureRoom(sheet, (head?.height ?? 0) + heightOfOpening(rows));
  if (head !== undefined) addRow(sheet, table, head);
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const needed = row.look === 'group' ? row.height + (next?.height ?? 0) : row.height;
    if (!fits(sheet, needed)) {
      pdf.addPage();
      if (head !== undefined) drawArtifact(sheet, 'Pagination', () => drawRow(sheet, head));
    }
    addRow(sheet, table, row);
  }
  table.end();
  pdf.y += 6;
}

function fits({ pdf }: Sheet, height: number): boolean {
  return pdf.y + height <= CONTENT_BOTTOM;
}

function addRow(sheet: Sheet, table: Tag, row: Row): void {
  const { pdf } = sheet;
  drawArtifact(sheet, 'Layout', () => drawFrame(sheet, row));
  const tag = pdf.struct('TR');
  table.add(tag);
  const top = pdf.y;
  for (const cell of row.cells) {
    const { scope, columnSpan } = cell;
    const options = scope === undefined ? {} : { scope };
    const type = scope === undefined ? 'TD' : 'TH';
    const element = pdf.struct(type, options as PDFKit.Mixins.StructureElementOptions, [
      () => drawCell(sheet, cell, { top, height: row.height }),
    ]);
    if (columnSpan !== undefined) spanColumns(element, columnSpan);
    tag.add(element);
  }
  tag.end();
  pdf.x = MARGIN.left;
  pdf.y = top + row.height;
}

// The library writes `Scope` among the attributes, but its user must write `ColSpan`.
function spanColumns(element: Tag, columns: number): void {
  const { dictionary } = element as unknown as { dictionary: { data: { A?: Record<string, unknown> } } };
  dictionary.data.A = { ...dictionary.data.A, O: 'Table', ColSpan: columns };
}

function drawRow(sheet: Sheet, row: Row): void {
  const { pdf } = sheet;
  const top = pdf.y;
  drawFrame(sheet, row);
  for (const cell of row.cells) drawCell(sheet, cell, { top, height: row.height });
  pdf.x = MARGIN.left;
  pdf.y = top + row.height;
}

function drawFrame({ pdf }: Sheet, { look, height }: Row): void {
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
  sheet: Sheet,
  { text, x, width, style }: Cell,
  { top, height }: { readonly top: number; readonly height: number },
): void {
  useStyle(sheet, style);
  sheet.pdf.text(sheet.print(text), x + PADDING.x, top + PADDING.y, {
    width: width - 2 * PADDING.x,
    // One point more than was measured: rounding must not push out the last line.
    height: height - 2 * PADDING.y + 1,
    ellipsis: true,
    lineGap: style.lineGap,
  });
}
