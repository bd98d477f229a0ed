import type { Holding, MatrixDrawing, MatrixRow } from '../../application/papers/content-types.ts';
import { drawLegend, legendHeight, legendOf, marksOf } from './draw-legend.ts';
import { shorten } from './draw-running-heads.ts';
import { heightOf } from './draw-text.ts';
import { drawHolding, drawMark, drawStripes } from './matrix-marks.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, STYLES, type TextStyle } from './page-layout.ts';
import { ensureRoom, leaveSpace, type PaperCanvas, useStyle } from './paper-canvas.ts';

const STYLE: TextStyle = STYLES.small;

const NARROWEST_LABEL = 232;
const WIDEST_LABEL = 372;
const MARKS_WIDTH = 32;
/** A longer name has two lines. */
const LONGEST_NAME = 72;
const NAME: TextStyle = { ...STYLES.small, lineGap: -1.5 };
const WIDEST_COLUMN = 26;

interface Grid {
  readonly namesHeight: number;
  readonly labelWidth: number;
  readonly columnsX: number;
  readonly columnWidth: number;
  readonly right: number;
}

/** Draws missions × people as one figure, over two pages where one has no room for it. Shapes carry the meaning;
 *  colours only repeat it. */
export function drawMatrix(canvas: PaperCanvas, matrix: MatrixDrawing): void {
  const { pdf, root } = canvas;
  const grid = gridOf(canvas, matrix);
  leaveSpace(canvas, 4);
  ensureRoom(canvas, matrixOpening(canvas, matrix));
  const top = pdf.y;
  const bottom = Math.min(top + matrixHeight(canvas, matrix, grid), pdf.page.maxY());
  const bbox = [MARGIN.left, top, MARGIN.left + CONTENT_WIDTH, bottom];
  const options = { alt: matrix.alternative, bbox } as PDFKit.Mixins.StructureElementOptions;
  root.add(pdf.struct('Figure', options, [() => drawGrid(canvas, matrix, grid)]));
  pdf.x = MARGIN.left;
  pdf.y += 8;
}

/** Rows that must fit under the names where a drawing begins. */
const OPENING_ROWS = 6;

/** The height that a drawing needs to begin on a page. */
export function matrixOpening(canvas: PaperCanvas, matrix: MatrixDrawing): number {
  return gridOf(canvas, matrix).namesHeight + OPENING_ROWS * canvas.density.drawnRow;
}

function matrixHeight(canvas: PaperCanvas, matrix: MatrixDrawing, grid: Grid): number {
  const rows = matrix.groups.flatMap((group) => group.rows.map((row) => rowHeight(canvas, row, grid)));
  const bands = matrix.groups.length * canvas.density.drawnRow;
  const legend = legendHeight(legendOf(canvas, matrix));
  return grid.namesHeight + bands + rows.reduce((sum, height) => sum + height, 0) + legend;
}

/** The text of a row of one line is in its middle. */
function textTop({ density }: PaperCanvas): number {
  return (density.drawnRow - STYLE.size - 1) / 2;
}

/** A label is never cut: a long one makes its row higher. */
function rowHeight(canvas: PaperCanvas, { label }: MatrixRow, { labelWidth }: Grid): number {
  const height = heightOf(canvas, { text: label, style: STYLE, width: labelWidth - 6 });
  return Math.max(canvas.density.drawnRow, height + 0.5);
}

/** With fewer people, the names of missions have more room. */
function gridOf(canvas: PaperCanvas, { columns }: MatrixDrawing): Grid {
  useStyle(canvas, NAME);
  const longest = Math.max(...columns.map((name) => canvas.pdf.widthOfString(canvas.print(name))));
  const free = CONTENT_WIDTH - MARKS_WIDTH - columns.length * WIDEST_COLUMN;
  const labelWidth = Math.min(WIDEST_LABEL, Math.max(NARROWEST_LABEL, free));
  const columnsX = MARGIN.left + labelWidth + MARKS_WIDTH;
  const room = MARGIN.left + CONTENT_WIDTH - columnsX;
  const columnWidth = Math.min(WIDEST_COLUMN, room / columns.length);
  return {
    namesHeight: Math.min(LONGEST_NAME, longest + 2) + 8,
    labelWidth,
    columnsX,
    columnWidth,
    right: columnsX + columnWidth * columns.length,
  };
}

function drawGrid(canvas: PaperCanvas, matrix: MatrixDrawing, grid: Grid): void {
  const { pdf, density } = canvas;
  drawNames(canvas, matrix, grid);
  for (const { label, rows } of matrix.groups) {
    const heights = rows.map((row) => rowHeight(canvas, row, grid));
    makeRoom(canvas, matrix, { grid, height: density.drawnRow + (heights[0] ?? 0) });
    drawGroup(canvas, label, { y: pdf.y, right: grid.right });
    let y = pdf.y + density.drawnRow;
    for (const [index, row] of rows.entries()) {
      const height = heights[index] ?? 0;
      pdf.y = y;
      makeRoom(canvas, matrix, { grid, height });
      y = pdf.y;
      drawMatrixRow(canvas, row, { y, height, grid });
      y += height;
    }
    pdf.y = y;
  }
  const signs = legendOf(canvas, matrix);
  const top = pdf.y;
  drawLegend(canvas, signs, top + 8);
  pdf.y = top + legendHeight(signs);
}

/** Continues the drawing on a new page, under the names, where less than `height` is left on this one. */
function makeRoom(
  canvas: PaperCanvas,
  matrix: MatrixDrawing,
  { grid, height }: { readonly grid: Grid; readonly height: number },
): void {
  const { pdf } = canvas;
  if (pdf.y + height <= pdf.page.maxY()) return;
  (pdf as unknown as Continued).continueOnNewPage();
  pdf.y = MARGIN.top;
  drawNames(canvas, matrix, grid);
}

// The library's types do not show how it goes to a new page inside one element.
interface Continued {
  continueOnNewPage(): void;
}

function drawNames(canvas: PaperCanvas, { columns }: MatrixDrawing, grid: Grid): void {
  const { pdf } = canvas;
  const bottom = pdf.y + grid.namesHeight;
  for (const [index, name] of columns.entries()) {
    drawName(canvas, name, { x: grid.columnsX + (index + 0.5) * grid.columnWidth, bottom: bottom - 4 });
  }
  pdf.y = bottom;
}

/** Writes a name upwards from the foot of its column, on two lines at most. */
function drawName(
  canvas: PaperCanvas,
  name: string,
  { x, bottom }: { readonly x: number; readonly bottom: number },
): void {
  const { pdf } = canvas;
  const place = { text: name, style: NAME, width: LONGEST_NAME };
  const twoLines = heightOf(canvas, { ...place, text: 'A\nA' });
  const height = Math.min(heightOf(canvas, place), twoLines);
  pdf.save();
  pdf.rotate(-90, { origin: [x, bottom] });
  pdf.text(canvas.print(name), x, bottom - height / 2, {
    width: LONGEST_NAME,
    // One point more than was measured: rounding must not push out the last line.
    height: twoLines + 1,
    ellipsis: true,
    lineGap: NAME.lineGap,
  });
  pdf.restore();
}

function drawGroup(
  canvas: PaperCanvas,
  label: string,
  { y, right }: { readonly y: number; readonly right: number },
): void {
  const { pdf, density } = canvas;
  pdf.rect(MARGIN.left, y, right - MARGIN.left, density.drawnRow).fill(COLOUR.band);
  useStyle(canvas, STYLES.smallBold);
  const width = right - MARGIN.left - 8;
  pdf.text(shorten(canvas, label, width), MARGIN.left + 4, y + textTop(canvas), { lineBreak: false });
}

function drawMatrixRow(
  canvas: PaperCanvas,
  row: MatrixRow,
  { y, height, grid }: { readonly y: number; readonly height: number; readonly grid: Grid },
): void {
  const { pdf } = canvas;
  const { labelWidth, columnsX, columnWidth, right } = grid;
  if (row.nobody) drawStripes(pdf, { x: columnsX, y, width: right - columnsX, height });
  useStyle(canvas, STYLES.small);
  const { lineGap } = STYLE;
  pdf.text(canvas.print(row.label), MARGIN.left + 2, y + textTop(canvas), { width: labelWidth - 6, lineGap });
  const middle = y + height / 2;
  for (const [index, mark] of marksOf(row).entries()) {
    drawMark(pdf, mark, { x: MARGIN.left + labelWidth + 8 + index * 16, y: middle });
  }
  for (const [index, holding] of row.holdings.entries()) {
    drawCellHolding(canvas, holding, { x: columnsX + (index + 0.5) * columnWidth, y: middle });
  }
  const bottom = y + height;
  pdf.moveTo(MARGIN.left, bottom).lineTo(right, bottom).lineWidth(0.4).stroke(COLOUR.rule);
}

function drawCellHolding(
  { pdf }: PaperCanvas,
  holding: Holding,
  place: { readonly x: number; readonly y: number },
): void {
  if (holding !== 'none') drawHolding(pdf, holding, place);
}
