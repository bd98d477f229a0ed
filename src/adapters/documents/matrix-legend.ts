import type { MatrixLegend } from '../../application/documents/document-content.ts';
import { MARGIN, STYLES } from './layout.ts';
import { drawHolding, drawMark, drawStripes } from './matrix-marks.ts';
import { type Sheet, toPrintable, useStyle } from './sheet.ts';

const SIGN_WIDTH = 16;
const GAP = 12;

/** Every sign with its words, on one line. */
export function drawLegend(sheet: Sheet, legend: MatrixLegend, top: number): void {
  const { pdf } = sheet;
  const y = top + 6;
  const signs: readonly (readonly [string, (x: number) => void])[] = [
    [legend.held, (x) => drawHolding(pdf, 'held', { x: x + 6, y })],
    [legend.requested, (x) => drawHolding(pdf, 'requested', { x: x + 6, y })],
    [legend.nobody, (x) => drawStripes(pdf, { x, y: y - 5, width: 12, height: 10 })],
    [legend.authorisationMissing, (x) => drawMark(pdf, 'lock', { x: x + 6, y })],
    [legend.clash, (x) => drawMark(pdf, 'lightning', { x: x + 6, y })],
  ];
  let x = MARGIN.left;
  for (const [words, drawSign] of signs) {
    drawSign(x);
    useStyle(sheet, { ...STYLES.small, size: 7.5 });
    const text = toPrintable(words);
    pdf.text(text, x + SIGN_WIDTH, y - 5, { lineBreak: false });
    x += SIGN_WIDTH + pdf.widthOfString(text) + GAP;
  }
}
