import type {
  Holding,
  MatrixDrawing,
  MatrixLegend,
  MatrixRow,
} from '../../application/papers/paper-blocks.ts';
import { shorten } from './draw-running-heads.ts';
import { heightOf } from './draw-text.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, STYLES, type TextStyle } from './layout.ts';
import { drawHolding, drawMark, drawStripes, type MatrixMark } from './matrix-marks.ts';
import { ensureRoom, leaveSpace, type PaperCanvas, useStyle } from './paper-canvas.ts';

const SIGN_WIDTH = 16;

const GAP = 14;

const LINE_HEIGHT = 13;

const STYLE: TextStyle = STYLES.small;

const NARROWEST_LABEL = 232;
const WIDEST_LABEL = 372;
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
export function drawMatrix(canvas: PaperCanvas, matrix: MatrixDrawing): void {
  const { pdf, root } = canvas;
  const grid = gridOf(canvas, matrix);
  const height = matrixHeight(canvas, matrix);
  leaveSpace(canvas, 4);
  ensureRoom(canvas, height);
  const top = pdf.y;
  const bbox = [MARGIN.left, top, MARGIN.left + CONTENT_WIDTH, top + height];
  const options = { alt: matrix.alternative, bbox } as PDFKit.Mixins.StructureElementOptions;
  root.add(pdf.struct('Figure', options, [() => drawGrid(canvas, matrix, { grid, top })]));
  pdf.x = MARGIN.left;
  pdf.y = top + height + 8;
}

/** The height of the whole figure. */
export function matrixHeight(canvas: PaperCanvas, matrix: MatrixDrawing): number {
  const grid = gridOf(canvas, matrix);
  const rows = matrix.groups.flatMap((group) => group.rows.map((row) => rowHeight(canvas, row, grid)));
  const bands = matrix.groups.length * ROW_HEIGHT;
  return grid.namesHeight + bands + rows.reduce((sum, height) => sum + height, 0) + LEGEND_HEIGHT;
}

/** A label is never cut: a long one makes its row higher. */
function rowHeight(canvas: PaperCanvas, { label }: MatrixRow, { labelWidth }: Grid): number {
  const height = heightOf(canvas, { text: label, style: STYLE, width: labelWidth - 6 });
  return Math.max(ROW_HEIGHT, height + 3);
}

/** With fewer people, the names of missions have more room. */
function gridOf(canvas: PaperCanvas, { columns }: MatrixDrawing): Grid {
  useStyle(canvas, STYLES.small);
  const longest = Math.max(...columns.map((name) => canvas.pdf.widthOfString(canvas.print(name))));
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
  canvas: PaperCanvas,
  { columns, groups, legend }: MatrixDrawing,
  { grid, top }: { readonly grid: Grid; readonly top: number },
): void {
  const { columnsX, columnWidth, namesHeight } = grid;
  for (const [index, name] of columns.entries()) {
    drawName(canvas, name, { x: columnsX + (index + 0.5) * columnWidth, bottom: top + namesHeight - 4 });
  }
  let y = top + namesHeight;
  for (const { label, rows } of groups) {
    drawGroup(canvas, label, { y, right: grid.right });
    y += ROW_HEIGHT;
    for (const row of rows) {
      const height = rowHeight(canvas, row, grid);
      drawMatrixRow(canvas, row, { y, height, grid });
      y += height;
    }
  }
  drawLegend(canvas, legend, y + 8);
}

/** Writes a name upwards from the foot of its column. */
function drawName(
  canvas: PaperCanvas,
  name: string,
  { x, bottom }: { readonly x: number; readonly bottom: number },
): void {
  const { pdf } = canvas;
  useStyle(canvas, STYLES.small);
  pdf.save();
  pdf.rotate(-90, { origin: [x, bottom] });
  pdf.text(shorten(canvas, name, HIGHEST_NAMES - 8), x, bottom - STYLES.small.size * 0.6, {
    lineBreak: false,
  });
  pdf.restore();
}

function drawGroup(
  canvas: PaperCanvas,
  label: string,
  { y, right }: { readonly y: number; readonly right: number },
): void {
  const { pdf } = canvas;
  pdf.rect(MARGIN.left, y, right - MARGIN.left, ROW_HEIGHT).fill(COLOUR.band);
  useStyle(canvas, STYLES.smallBold);
  const width = right - MARGIN.left - 8;
  pdf.text(shorten(canvas, label, width), MARGIN.left + 4, y + 2.5, { lineBreak: false });
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
  pdf.text(canvas.print(row.label), MARGIN.left + 2, y + 2.5, { width: labelWidth - 6, lineGap });
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

function marksOf({ authorisationMissing, notAllowed, clash }: MatrixRow): readonly MatrixMark[] {
  return [
    ...(authorisationMissing ? (['lock'] as const) : []),
    ...(notAllowed ? (['empty-lock'] as const) : []),
    ...(clash ? (['lightning'] as const) : []),
  ];
}

function drawCellHolding(
  { pdf }: PaperCanvas,
  holding: Holding,
  place: { readonly x: number; readonly y: number },
): void {
  if (holding !== 'none') drawHolding(pdf, holding, place);
}

/** Draws every sign with its words, on as many lines as they need. */
function drawLegend(canvas: PaperCanvas, legend: MatrixLegend, top: number): void {
  const { pdf } = canvas;
  const signs: readonly (readonly [string, (x: number, y: number) => void])[] = [
    [legend.held, (x, y) => drawHolding(pdf, 'held', { x: x + 6, y })],
    [legend.requested, (x, y) => drawHolding(pdf, 'requested', { x: x + 6, y })],
    [legend.nobody, (x, y) => drawStripes(pdf, { x, y: y - 5, width: 12, height: 10 })],
    [legend.authorisationMissing, (x, y) => drawMark(pdf, 'lock', { x: x + 6, y })],
    [legend.notAllowed, (x, y) => drawMark(pdf, 'empty-lock', { x: x + 6, y })],
    [legend.clash, (x, y) => drawMark(pdf, 'lightning', { x: x + 6, y })],
  ];
  let x = MARGIN.left;
  let y = top + 6;
  for (const [words, drawSign] of signs) {
    useStyle(canvas, STYLE);
    const text = canvas.print(words);
    const width = SIGN_WIDTH + pdf.widthOfString(text);
    if (x + width > MARGIN.left + CONTENT_WIDTH) {
      x = MARGIN.left;
      y += LINE_HEIGHT;
    }
    drawSign(x, y);
    useStyle(canvas, STYLE);
    pdf.text(text, x + SIGN_WIDTH, y - 5.5, { lineBreak: false });
    x += width + GAP;
  }
}
