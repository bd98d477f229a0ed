import { COLOUR } from './page-layout.ts';
import type { Pdf } from './paper-canvas.ts';

export type MatrixMark = 'lock' | 'empty-lock' | 'lightning';

interface Point {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 4;
const STRIPE_STEP = 5;

/** Draws a disc for a mission that is held, a ring for one that is requested, around a point. */
export function drawHolding(pdf: Pdf, holding: 'held' | 'requested', { x, y }: Point): void {
  if (holding === 'held') pdf.circle(x, y, RADIUS).fill(COLOUR.strong);
  else
    pdf
      .circle(x, y, RADIUS - 0.7)
      .lineWidth(1.4)
      .stroke(COLOUR.strong);
}

/** Draws a small padlock, full or empty, or a flash of lightning around a point. */
export function drawMark(pdf: Pdf, mark: MatrixMark, { x, y }: Point): void {
  if (mark !== 'lightning') {
    const body = pdf.rect(x - 4, y - 1, 8, 5.5);
    if (mark === 'lock') body.fill(COLOUR.text);
    else body.lineWidth(1).stroke(COLOUR.text);
    pdf
      .moveTo(x - 2.5, y - 1)
      .lineTo(x - 2.5, y - 2.5)
      .bezierCurveTo(x - 2.5, y - 5.6, x + 2.5, y - 5.6, x + 2.5, y - 2.5)
      .lineTo(x + 2.5, y - 1)
      .lineWidth(1.2)
      .stroke(COLOUR.text);
    return;
  }
  pdf
    .polygon(
      [x + 1.5, y - 5.5],
      [x - 3.5, y + 1],
      [x - 0.4, y + 1],
      [x - 1.5, y + 5.5],
      [x + 3.5, y - 1],
      [x + 0.4, y - 1],
    )
    .fill(COLOUR.text);
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Draws slanted lines over a box: no one holds the mission. */
export function drawStripes(pdf: Pdf, { x, y, width, height }: Box): void {
  pdf.save();
  pdf.rect(x, y, width, height).clip();
  for (let at = x - height; at < x + width; at += STRIPE_STEP) {
    pdf.moveTo(at, y + height).lineTo(at + height, y);
  }
  pdf.lineWidth(0.8).stroke(COLOUR.rule);
  pdf.restore();
}
