import type { MatrixLegend } from '../../application/papers/paper-blocks.ts';
import { CONTENT_WIDTH, MARGIN, STYLES, type TextStyle } from './layout.ts';
import { drawHolding, drawMark, drawStripes } from './matrix-marks.ts';
import { type PaperCanvas, useStyle } from './paper-canvas.ts';

const SIGN_WIDTH = 16;
const GAP = 14;
const LINE_HEIGHT = 13;
const STYLE: TextStyle = STYLES.small;

/** Draws every sign with its words, on as many lines as they need. */
export function drawLegend(canvas: PaperCanvas, legend: MatrixLegend, top: number): void {
  const { pdf } = canvas;
  const signs: readonly (readonly [string, (x: number, y: number) => void])[] = [
    [legend.held, (x, y) => drawHolding(pdf, 'held', { x: x + 6, y })],
    [legend.requested, (x, y) => drawHolding(pdf, 'requested', { x: x + 6, y })],
    [legend.nobody, (x, y) => drawStripes(pdf, { x, y: y - 5, width: 12, height: 10 })],
    [legend.authorisationMissing, (x, y) => drawMark(pdf, 'lock', { x: x + 6, y })],
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
