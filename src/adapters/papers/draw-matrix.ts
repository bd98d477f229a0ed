import type { Holding, MatrixDrawing, MatrixRow } from '../../application/papers/paper-blocks.ts';
import { shorten } from './draw-running-heads.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, STYLES } from './layout.ts';
import { drawLegend } from './matrix-legend.ts';
import { drawHolding, drawMark, drawStripes, type MatrixMark } from './matrix-marks.ts';
import { ensureRoom, leaveSpace, type Sheet, useStyle } from './sheet.ts';

const NARROWEST_LABEL = 232;
const WIDEST_LABEL = 340;
const MARKS_WIDTH = 32;
const ROW_HEIGHT = 14.5;
const HIGHEST_NAMES = 110;
const LEGEND_HEIGHT = 34;
const WIDEST_COLUMN = 26;

interface Grid {
  readonly namesHeight: number;
  readonly labelWidth: number;
  readonly columnsX: number;
  readonly columnWidth: number;
  readonly right: number;
}

/** Draws missions × people as one figure. Shapes carry the meaning; colours only repeat it. */
export function drawMatrix(sheet: Sheet, matrix: MatrixDrawing): void {
  const { pdf, root } = sheet;
  const grid = gridOf(sheet, matrix);
  const height = matrixHeight(sheet, matrix);
  leaveSpace(sheet, 4);
  ensureRoom(sheet, height);
  const top = pdf.y;
  const bbox = [MARGIN.left, top, MARGIN.left + CONTENT_WIDTH, top + height];
  const options = { alt: matrix.alternative, bbox } as PDFKit.Mixins.StructureElementOptions;
  root.add(pdf.struct('Figure', options, [() => drawGrid(sheet, matrix, { grid, top })]));
  pdf.x = MARGIN.left;
  pdf.y = top + height + 8;
}

/** The height of the whole figure. */
export function matrixHeight(sheet: Sheet, matrix: MatrixDrawing): number {
  const lines = matrix.groups.reduce((sum, { rows }) => sum + rows.length + 1, 0);
  return gridOf(sheet, matrix).namesHeight + lines * ROW_HEIGHT + LEGEND_HEIGHT;
}

/** With fewer people, the names of missions have more room. */
function gridOf(sheet: Sheet, { columns }: MatrixDrawing): Grid {
  useStyle(sheet, STYLES.small);
  const longest = Math.max(...columns.map((name) => sheet.pdf.widthOfString(sheet.print(name))));
  const free = CONTENT_WIDTH - MARKS_WIDTH - columns.length * WIDEST_COLUMN;
  const labelWidth = Math.min(WIDEST_LABEL, Math.max(NARROWEST_LABEL, free));
  const columnsX = MARGIN.left + labelWidth + MARKS_WIDTH;
  const room = MARGIN.left + CONTENT_WIDTH - columnsX;
  const columnWidth = Math.min(WIDEST_COLUMN, room / columns.length);
  return {
    namesHeight: Math.min(HIGHEST_NAMES, longest + 14),
    labelWidth,
    columnsX,
    columnWidth,
    right: columnsX + columnWidth * columns.length,
  };
}

function drawGrid(
  sheet: Sheet,
  { columns, groups, legend }: MatrixDrawing,
  { grid, top }: { readonly grid: Grid; readonly top: number },
): void {
  const { columnsX, columnWidth, namesHeight } = grid;
  for (const [index, name] of columns.entries()) {
    drawName(sheet, name, { x: columnsX + (index + 0.5) * columnWidth, bottom: top + namesHeight - 4 });
  }
  let y = top + namesHeight;
  for (const { label, rows } of groups) {
    drawGroup(sheet, label, { y, right: grid.right });
    y += ROW_HEIGHT;
    for (const row of rows) {
      drawMatrixRow(sheet, row, { y, grid });
      y += ROW_HEIGHT;
    }
  }
  drawLegend(sheet, legend, y + 8);
}

/** Writes a name upwards from the foot of its column. */
function drawName(
  sheet: Sheet,
  name: string,
  { x, bottom }: { readonly x: number; readonly bottom: number },
): void {
  const { pdf } = sheet;
  useStyle(sheet, STYLES.small);
  pdf.save();
  pdf.rotate(-90, { origin: [x, bottom] });
  pdf.text(shorten(sheet, name, HIGHEST_NAMES - 8), x, bottom - STYLES.small.size * 0.6, {
    lineBreak: false,
  });
  pdf.restore();
}

function drawGroup(
  sheet: Sheet,
  label: string,
  { y, right }: { readonly y: number; readonly right: number },
): void {
  const { pdf } = sheet;
  pdf.rect(MARGIN.left, y, right - MARGIN.left, ROW_HEIGHT).fill(COLOUR.band);
  useStyle(sheet, STYLES.smallBold);
  const width = right - MARGIN.left - 8;
  pdf.text(shorten(sheet, label, width), MARGIN.left + 4, y + 2.5, { lineBreak: false });
}

function drawMatrixRow(
  sheet: Sheet,
  row: MatrixRow,
  { y, grid }: { readonly y: number; readonly grid: Grid },
): void {
  const { pdf } = sheet;
  const { labelWidth, columnsX, columnWidth, right } = grid;
  if (row.nobody) drawStripes(pdf, { x: columnsX, y, width: right - columnsX, height: ROW_HEIGHT });
  useStyle(sheet, STYLES.small);
  pdf.text(shorten(sheet, row.label, labelWidth - 6), MARGIN.left + 2, y + 2.5, { lineBreak: false });
  const middle = y + ROW_HEIGHT / 2;
  for (const [index, mark] of marksOf(row).entries()) {
    drawMark(pdf, mark, { x: MARGIN.left + labelWidth + 8 + index * 16, y: middle });
  }
  for (const [index, holding] of row.holdings.entries()) {
    drawCellHolding(sheet, holding, { x: columnsX + (index + 0.5) * columnWidth, y: middle });
  }
  const bottom = y + ROW_HEIGHT;
  pdf.moveTo(MARGIN.left, bottom).lineTo(right, bottom).lineWidth(0.4).stroke(COLOUR.rule);
}

function marksOf({ authorisationMissing, clash }: MatrixRow): readonly MatrixMark[] {
  return [...(authorisationMissing ? (['lock'] as const) : []), ...(clash ? (['lightning'] as const) : [])];
}

function drawCellHolding(
  { pdf }: Sheet,
  holding: Holding,
  place: { readonly x: number; readonly y: number },
): void {
  if (holding !== 'none') drawHolding(pdf, holding, place);
}
